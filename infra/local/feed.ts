/** Feeds the sample docket into the queue, at full speed or paced for a person, and remembers how far it came. */
import { hash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';

export interface FeedParts {
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly lines: readonly string[];
  /** Remembers what was sent; without it the next start would send all again, which changes nothing but takes time. */
  readonly memory: string;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  /** Resolves after that time, or as soon as the signal is given. */
  readonly sleep: (millis: number) => Promise<void>;
}

/** So many messages at a time, and a pause after each. */
export interface Pace {
  readonly batch: number;
  readonly pause_ms: number;
}

export const AT_ONCE: Pace = { batch: 10, pause_ms: 0 };
/** Some 400 a minute: slow enough to see one flag follow from one update. */
export const FOR_A_PERSON: Pace = { batch: 5, pause_ms: 750 };

export interface Feed {
  /** Sent by this run and earlier ones. */
  readonly sent: number;
  /** Settles when everything is sent, or soon after the signal. */
  readonly done: Promise<void>;
}

const memorySchema = z.object({ docket: z.string(), sent: z.int().min(0) });

export async function startFeed(parts: FeedParts): Promise<Feed> {
  const docket = hash('sha256', parts.lines.join('\n'));
  let sent = await remembered(parts.memory, docket);
  const run = async () => {
    while (sent < parts.lines.length && !parts.signal.aborted) {
      const batch = parts.lines.slice(sent, sent + parts.pace.batch);
      await send(parts, batch);
      sent += batch.length;
      await remember(parts.memory, { docket, sent });
      if (parts.pace.pause_ms > 0) await parts.sleep(parts.pace.pause_ms);
    }
  };
  return {
    get sent() {
      return sent;
    },
    done: run(),
  };
}

async function send({ client, queueUrl }: FeedParts, batch: readonly string[]): Promise<void> {
  const Entries = batch.map((MessageBody, position) => ({ Id: String(position), MessageBody }));
  const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  const [first] = Failed;
  if (first !== undefined)
    throw new Error(`the queue refused ${Failed.length} of the sample's messages: ${first.Code}`);
}

async function remembered(file: string, docket: string): Promise<number> {
  try {
    const memory = memorySchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return memory.docket === docket ? memory.sent : 0;
  } catch {
    return 0;
  }
}

async function remember(file: string, memory: z.infer<typeof memorySchema>): Promise<void> {
  const half = `${file}.new`;
  await writeFile(half, JSON.stringify(memory));
  await rename(half, file);
}
