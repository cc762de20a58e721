/** Carries messages from a queue to its function as Lambda's event source mapping does. */
import { setTimeout as delay } from 'node:timers/promises';
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { idsToDelete } from './batch-outcome.ts';
import type { RunningFunction } from './functions.ts';
import type { PlannedMapping } from './mapping-plan.ts';

export interface Poller {
  /** Takes no more messages and waits for the batches that run. */
  stop(): Promise<void>;
}

export interface PollerParts {
  readonly mapping: PlannedMapping;
  readonly region: string;
  readonly queueUrl: string;
  readonly client: SQSClient;
  readonly consumer: RunningFunction;
  /** How many batches run side by side here, at most the template's. */
  readonly concurrency: number;
  /** Told of what a person should see: a batch that failed as a whole. */
  readonly log: (line: string) => void;
}

/** The most that one receive gives. */
const RECEIVE_AT_MOST = 10;
/** The most that one event of Lambda holds, less room for what surrounds the bodies. */
const MAX_EVENT_BYTES = 5 * 1024 * 1024;
const WAIT_S = 1;
const WINDOW_LOOK_MS = 50;
const PAUSE_AFTER_FAULT_MS = 500;

export function startPoller(parts: PollerParts): Poller {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();

  const loop = async () => {
    while (!stopping.signal.aborted) {
      for (const piece of pieces(await gather(parts, stopping.signal))) {
        while (running.size >= parts.concurrency) await Promise.race(running);
        const run = runBatch(parts, piece).finally(() => running.delete(run));
        running.add(run);
      }
      while (running.size >= parts.concurrency) await Promise.race(running);
    }
    await Promise.all(running);
  };
  const done = loop();
  return {
    async stop() {
      stopping.abort();
      await done;
    },
  };
}

/** Up to a batch of messages, taken for at most the batching window after the first. */
async function gather(parts: PollerParts, stopping: AbortSignal): Promise<Message[]> {
  const { batchSize, batchingWindowS } = parts.mapping;
  const batch = await receive(parts, Math.min(RECEIVE_AT_MOST, batchSize), WAIT_S);
  const windowEnds = performance.now() + batchingWindowS * 1000;
  while (batch.length > 0 && batch.length < batchSize && !stopping.aborted && performance.now() < windowEnds) {
    // Not a long poll, which waits for whole seconds and would overrun the window.
    const received = await receive(parts, Math.min(RECEIVE_AT_MOST, batchSize - batch.length), 0);
    batch.push(...received);
    if (received.length === 0) await delay(WINDOW_LOOK_MS);
  }
  return batch;
}

async function receive({ client, queueUrl, log }: PollerParts, atMost: number, waitS: number): Promise<Message[]> {
  try {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: atMost,
        WaitTimeSeconds: waitS,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    );
    return Messages;
  } catch (error) {
    log(`messages could not be received: ${error instanceof Error ? error.name : 'no error'}`);
    await delay(PAUSE_AFTER_FAULT_MS);
    return [];
  }
}

/** A batch in as many events as its size in bytes asks for. */
function pieces(batch: readonly Message[]): Message[][] {
  const result: Message[][] = [];
  let bytes = 0;
  for (const message of batch) {
    const size = Buffer.byteLength(message.Body ?? '');
    const last = result.at(-1);
    if (last === undefined || bytes + size > MAX_EVENT_BYTES) {
      result.push([message]);
      bytes = size;
    } else {
      last.push(message);
      bytes += size;
    }
  }
  return result;
}

async function runBatch(parts: PollerParts, batch: readonly Message[]): Promise<void> {
  const { consumer, mapping, log } = parts;
  const records = batch.map((message) => recordOf(message, parts));
  const event: SQSEvent = { Records: records };
  const result = await consumer.invoke(event);
  if (result.kind === 'failed') log(`${mapping.functionName}: a batch of ${batch.length} ${result.why}; it comes back`);
  const ids = records.map(({ messageId }) => messageId);
  await deleteMessages(parts, batch, new Set(idsToDelete(result, ids, mapping.reportsItemFailures)));
}

async function deleteMessages(
  { client, queueUrl, log }: PollerParts,
  batch: readonly Message[],
  ids: ReadonlySet<string>,
): Promise<void> {
  const entries = batch.flatMap(({ MessageId, ReceiptHandle }, position) =>
    MessageId !== undefined && ids.has(MessageId) ? [{ Id: String(position), ReceiptHandle }] : [],
  );
  for (let start = 0; start < entries.length; start += RECEIVE_AT_MOST) {
    try {
      const Entries = entries.slice(start, start + RECEIVE_AT_MOST);
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    } catch (error) {
      // They come back and are found to be in already.
      log(`messages could not be deleted: ${error instanceof Error ? error.name : 'no error'}`);
    }
  }
}

function recordOf(message: Message, { mapping, region }: PollerParts): SQSRecord {
  const { Attributes = {}, MessageAttributes = {} } = message;
  return {
    messageId: message.MessageId ?? '',
    receiptHandle: message.ReceiptHandle ?? '',
    body: message.Body ?? '',
    attributes: {
      ApproximateReceiveCount: Attributes.ApproximateReceiveCount ?? '1',
      SentTimestamp: Attributes.SentTimestamp ?? '0',
      SenderId: Attributes.SenderId ?? '',
      ApproximateFirstReceiveTimestamp: Attributes.ApproximateFirstReceiveTimestamp ?? '0',
    },
    messageAttributes: Object.fromEntries(
      Object.entries(MessageAttributes).map(([name, { DataType = 'String', StringValue, BinaryValue }]) => [
        name,
        {
          dataType: DataType,
          ...(StringValue === undefined ? {} : { stringValue: StringValue }),
          ...(BinaryValue === undefined ? {} : { binaryValue: Buffer.from(BinaryValue).toString('base64') }),
        },
      ]),
    ),
    md5OfBody: message.MD5OfBody ?? '',
    eventSource: 'aws:sqs',
    eventSourceARN: mapping.queue.arn,
    awsRegion: region,
  };
}
