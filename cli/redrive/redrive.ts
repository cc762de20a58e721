/**
 * `own-motion redrive`: dead letters back to the queue they came from. Each is sent first and deleted when the queue has
 * taken it; one that is sent twice is applied once. Old or new makes no difference to a case.
 */
import { decodeDocketUpdate } from '../../events/decode.ts';
import { parseRequest } from '../../shared/reclassify/request.ts';
import { counted } from '../compare/words.ts';
import type { Outcome, TextSink } from '../io.ts';
import type { Progress } from '../progress.ts';

export interface DeadLetter {
  readonly id: string;
  readonly receipt: string;
  readonly body: string;
  readonly sentAt_ms: number;
}

export interface RedrivePorts {
  /** Up to ten, held for a while so that nobody receives them again; none when the queue seems empty. */
  receive(): Promise<DeadLetter[]>;
  /** @returns which were taken, by their place, and the ids they have there */
  send(letters: readonly DeadLetter[]): Promise<{ place: number; id: string }[]>;
  /** @returns which were deleted, by their place */
  remove(letters: readonly DeadLetter[]): Promise<number[]>;
  release(letters: readonly DeadLetter[]): Promise<void>;
}

export interface RedriveRequest {
  readonly queues: RedrivePorts;
  readonly isDryRun: boolean;
  /** Most letters to move, or to look at. */
  readonly limit: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly out: TextSink;
  readonly err: TextSink;
}

/** A queue is taken for empty when it gives nothing so many times running. */
const EMPTY_RECEIVES = 2;
/** Most bytes that SQS takes at once. */
const SEND_MAX_BYTES = 1024 * 1024;

/** What a letter is, as far as can be told without showing it. */
function kindOf(body: string): string {
  if (parseRequest(body) !== undefined) return 'cases to be drawn again';
  const decoded = decodeDocketUpdate(body);
  return decoded.kind === 'accepted' ? 'docket update' : `not acceptable (${decoded.reason}): will be set aside`;
}

interface Looking {
  /** Sent by us, and failed again. */
  readonly isOurs: (id: string) => boolean;
  /** Told of a letter that is seen a second time: what is held comes back, and others may be there unseen. */
  readonly onAgain?: () => void;
}

/** Letters of the queue, each once, until it seems empty or enough are seen. */
async function* letters({ queues, limit, signal }: RedriveRequest, { isOurs, onAgain }: Looking) {
  const seen = new Set<string>();
  for (let empty = 0; empty < EMPTY_RECEIVES && seen.size < limit && !signal.aborted; ) {
    const received = await queues.receive();
    if (received.some(({ id }) => seen.has(id))) onAgain?.();
    const fresh = received.filter(({ id }) => !seen.has(id) && !isOurs(id));
    empty = fresh.length === 0 ? empty + 1 : 0;
    const within = fresh.slice(0, limit - seen.size);
    for (const { id } of within) seen.add(id);
    // Those beyond the limit are for others to receive.
    await queues.release(fresh.slice(within.length));
    if (within.length > 0) yield within;
  }
}

export async function lookAtLetters(request: RedriveRequest): Promise<Outcome> {
  const { queues, progress, signal, out, err } = request;
  const kinds = new Map<string, number>();
  const held: DeadLetter[][] = [];
  let count = 0;
  let oldest_ms = Number.POSITIVE_INFINITY;
  let isAll = true;
  const looking = {
    isOurs: () => false,
    onAgain: () => {
      isAll = false;
    },
  };
  try {
    for await (const some of letters(request, looking)) {
      held.push(some);
      for (const { body, sentAt_ms } of some) {
        count += 1;
        oldest_ms = Math.min(oldest_ms, sentAt_ms);
        kinds.set(kindOf(body), (kinds.get(kindOf(body)) ?? 0) + 1);
      }
      progress.update(0, count);
    }
  } finally {
    for (const some of held) await queues.release(some);
    progress.stop();
  }
  const since = count === 0 ? '' : `, the oldest first sent at ${new Date(oldest_ms).toISOString()}`;
  const lines = [`${isAll ? '' : 'at least '}${counted(count, 'dead letter', 'dead letters')} would be moved${since}`];
  for (const [kind, some] of [...kinds].sort(([a], [b]) => (a < b ? -1 : 1))) lines.push(`  ${some}  ${kind}`);
  await out.write(`${lines.join('\n')}\n`);
  if (!isAll) await err.write('letters came back before all were looked at: there may be more of them\n');
  if (signal.aborted) return { kind: 'interrupted' };
  return isAll ? { kind: 'done' } : { kind: 'incomplete' };
}

/** In pieces that the queue takes at once. */
function piecesOf(some: readonly DeadLetter[]): DeadLetter[][] {
  const pieces: DeadLetter[][] = [];
  let bytes = 0;
  for (const letter of some) {
    const size = Buffer.byteLength(letter.body);
    const last = pieces.at(-1);
    if (last === undefined || bytes + size > SEND_MAX_BYTES) {
      pieces.push([letter]);
      bytes = size;
    } else {
      last.push(letter);
      bytes += size;
    }
  }
  return pieces;
}

export async function redrive(request: RedriveRequest): Promise<Outcome> {
  if (request.isDryRun) return lookAtLetters(request);
  const { queues, progress, signal, out, err } = request;
  /** Ids under which letters were sent: a letter of that id has failed again, and must not go round for ever. */
  const sent = new Set<string>();
  const back = new Set<string>();
  const tally = { moved: 0, refused: 0, twice: 0 };
  const isOurs = (id: string) => {
    if (sent.has(id)) back.add(id);
    return sent.has(id);
  };
  for await (const some of letters(request, { isOurs })) {
    for (const piece of piecesOf(some)) {
      const taken = await queues.send(piece);
      for (const { id } of taken) sent.add(id);
      const places = new Set(taken.map(({ place }) => place));
      const moved = piece.filter((_, place) => places.has(place));
      const removed = moved.length === 0 ? [] : await queues.remove(moved);
      tally.moved += moved.length;
      tally.refused += piece.length - moved.length;
      tally.twice += moved.length - removed.length;
      progress.update(0, tally.moved);
    }
  }
  progress.stop();
  await out.write(`moved ${counted(tally.moved, 'dead letter', 'dead letters')} back to the queue\n`);
  if (tally.refused > 0) await err.write(`${tally.refused} not taken by the queue, and kept\n`);
  if (tally.twice > 0)
    await err.write(`${tally.twice} moved but not deleted: they will be there again, which is harmless\n`);
  if (back.size > 0) await err.write(`${back.size} failed again and are back among the dead letters\n`);
  if (signal.aborted) return { kind: 'interrupted' };
  return tally.refused + back.size > 0 ? { kind: 'incomplete' } : { kind: 'done' };
}
