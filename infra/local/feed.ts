/** Feeds the sample docket into the queue, at full speed or paced for a person, and remembers how far it came. */
import { hash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';

export interface FeedParts {
  readonly client: SQSClient;
  readonly queueUrl: string;
  /** Where the cases end up: what was sent for another table was not sent for this one. */
  readonly table: string;
  readonly lines: readonly string[];
  /** Remembers what was sent; without it the next start would send all again, which changes nothing but takes time. */
  readonly memory: string;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  /** Resolves after that time, or as soon as the signal is given. */
  readonly sleep: (millis: number) => Promise<void>;
}

/** Messages up to the `until`th go out so many at a time, with a pause after each time. */
export interface Stretch {
  readonly until: number;
  readonly batch: number;
  readonly pause_ms: number;
}

export type Pace = readonly [...Stretch[], Stretch];

const ALL = Number.POSITIVE_INFINITY;

export const AT_ONCE: Pace = [{ until: ALL, batch: 10, pause_ms: 0 }];
/** The docket as it stood comes in half a minute; then slow enough to see one flag follow from one update. */
export const FOR_A_PERSON: Pace = [
  { until: 600, batch: 10, pause_ms: 400 },
  { until: ALL, batch: 5, pause_ms: 750 },
];

function stretchAt(pace: Pace, sent: number): Stretch {
  return pace.find(({ until }) => sent < until) ?? pace[0];
}

export interface Feed {
  /** Sent by this run and earlier ones. */
  readonly sent: number;
  /** Settles when everything is sent, or soon after the signal. */
  readonly done: Promise<void>;
}

const memorySchema = z.object({ docket: z.string(), sent: z.int().min(0) });

export async function startFeed(parts: FeedParts): Promise<Feed> {
  const docket = hash('sha256', [parts.table, ...parts.lines].join('\n'));
  let sent = await remembered(parts.memory, docket);
  const run = async () => {
    while (sent < parts.lines.length && !parts.signal.aborted) {
      const { batch, pause_ms } = stretchAt(parts.pace, sent);
      const lines = parts.lines.slice(sent, sent + batch);
      await send(parts, lines);
      sent += lines.length;
      await remember(parts.memory, { docket, sent });
      if (pause_ms > 0) await parts.sleep(pause_ms);
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
