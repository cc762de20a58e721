/** Puts messages together as SQS takes them, and sends a batch until each of its messages is taken or refused. */

export interface QueuedMessage {
  /** Line of the input that it comes from. */
  line: number;
  body: string;
  /** Size of the body in UTF-8. */
  bytes: number;
}

/** One request; answers which of the messages failed, by their place in the batch. */
export type SendBatch = (bodies: readonly string[]) => Promise<FailedMessage[]>;

export interface FailedMessage {
  place: number;
  /** The message itself is at fault: it would fail again. */
  isMessageAtFault: boolean;
  code: string;
}

export interface RefusedMessage {
  message: QueuedMessage;
  reason: string;
}

/** SQS takes ten messages at once, and together no more than this. */
const BATCH_MAX_MESSAGES = 10;
const BATCH_MAX_BYTES = 1024 * 1024;

const MAX_TRIES = 6;
const FIRST_PAUSE_MS = 100;

export interface Batcher {
  /** The batch that is full now that the message came, or none. */
  add: (message: QueuedMessage) => QueuedMessage[];
  rest: () => QueuedMessage[];
}

export function batcher(): Batcher {
  let held: QueuedMessage[] = [];
  let held_bytes = 0;
  const rest = () => {
    const batch = held;
    held = [];
    held_bytes = 0;
    return batch;
  };
  return {
    rest,
    add(message) {
      const isFull = held.length === BATCH_MAX_MESSAGES || held_bytes + message.bytes > BATCH_MAX_BYTES;
      const batch = isFull ? rest() : [];
      held.push(message);
      held_bytes += message.bytes;
      return batch;
    },
  };
}

export interface SendPorts {
  sendBatch: SendBatch;
  sleep: (millis: number) => Promise<void>;
}

/** Sends a batch, and again what the queue did not take for reasons of its own. Returns what it will never take. */
export async function sendAll(
  batch: readonly QueuedMessage[],
  { sendBatch, sleep }: SendPorts,
): Promise<RefusedMessage[]> {
  const refused: RefusedMessage[] = [];
  let open = batch;
  for (let tries = 1; open.length > 0; tries += 1) {
    const again: QueuedMessage[] = [];
    for (const { place, isMessageAtFault, code } of await sendBatch(open.map(({ body }) => body))) {
      const message = open[place];
      if (message === undefined) throw new Error('the queue answered for a message that was not in the batch');
      if (isMessageAtFault) refused.push({ message, reason: code });
      else again.push(message);
    }
    open = again;
    if (open.length === 0) break;
    if (tries === MAX_TRIES) throw new Error('the queue did not take every message');
    await sleep(FIRST_PAUSE_MS * 2 ** (tries - 1));
  }
  return refused;
}
