import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { openQueues, type Queues } from './durable-queues.ts';
import type { InvocationResult } from './functions.ts';
import { localCredentials } from './loopback.ts';
import { startPoller } from './poller.ts';

const sqsEvent = z.object({
  Records: z.array(
    z.object({
      messageId: z.string(),
      body: z.string(),
      eventSource: z.literal('aws:sqs'),
      attributes: z.object({ ApproximateReceiveCount: z.string() }),
    }),
  ),
});
type Records = z.infer<typeof sqsEvent>['Records'];

let folder = '';
let queues: Queues;
let client: SQSClient;
let count = 0;
let queue = { name: '', arn: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-motion-poller-'));
  queues = await openQueues({ folder, region: 'us-east-1' });
  client = new SQSClient({ endpoint: queues.endpoint, region: 'us-east-1', credentials: localCredentials });
});
beforeEach(() => {
  count += 1;
  queue = { name: `q${count}`, arn: `arn:aws:sqs:us-east-1:000000000000:q${count}` };
  queues.put({ ...queue, attributes: { VisibilityTimeout: '181' } });
});
afterAll(async () => {
  await queues.close();
  await rm(folder, { recursive: true, force: true });
});

async function send(bodies: readonly string[]): Promise<void> {
  const QueueUrl = queues.urlOf(queue.name);
  const Entries = bodies.map((MessageBody, position) => ({ Id: String(position), MessageBody }));
  for (let first = 0; first < Entries.length; first += 10) {
    await client.send(new SendMessageBatchCommand({ QueueUrl, Entries: Entries.slice(first, first + 10) }));
  }
}

interface Polling {
  readonly concurrency?: number;
  readonly batchingWindowS?: number;
}

function poll(
  consume: (records: Records) => InvocationResult | Promise<InvocationResult>,
  { concurrency = 2, batchingWindowS = 1 }: Polling = {},
) {
  const lines: string[] = [];
  const poller = startPoller({
    mapping: {
      logicalId: 'Mapping',
      queue,
      functionName: 'classify',
      batchSize: 25,
      batchingWindowS,
      maxConcurrency: 10,
      reportsItemFailures: true,
    },
    region: 'us-east-1',
    queueUrl: queues.urlOf(queue.name),
    client,
    consumer: { invoke: async (event) => consume(sqsEvent.parse(event).Records), close: async () => {} },
    concurrency,
    log: (line) => lines.push(line),
  });
  return { ...poller, lines };
}

const done: InvocationResult = { kind: 'returned', answer: { batchItemFailures: [] } };
const depth = () => queues.depthOf(queue.name);

test('messages come in batches of the size that the mapping says, and go when they are done', async () => {
  await send(Array.from({ length: 50 }, (_, number) => String(number)));
  const sizes: number[] = [];
  const seen = new Set<string>();
  // A window that no machine is too slow for: a batch that is full does not wait for its end.
  const poller = poll(
    (records) => {
      sizes.push(records.length);
      for (const { body } of records) seen.add(body);
      return done;
    },
    { batchingWindowS: 600 },
  );
  await expect.poll(depth).toEqual({ visible: 0, inFlight: 0 });
  await poller.stop();
  expect(sizes).toEqual([25, 25]);
  expect(seen.size).toBe(50);
});

test('a batch that is not full goes once its window is over', async () => {
  await send(['one', 'two', 'three']);
  const sizes: number[] = [];
  const poller = poll((records) => {
    sizes.push(records.length);
    return done;
  });
  await expect.poll(depth).toEqual({ visible: 0, inFlight: 0 });
  await poller.stop();
  expect(sizes).toEqual([3]);
});

test('a message that failed stays held until its visibility timeout is over, its neighbours go', async () => {
  await send(['good', 'bad', 'good']);
  const poller = poll((records) => {
    const failed = records.filter(({ body }) => body === 'bad').map(({ messageId }) => ({ itemIdentifier: messageId }));
    return { kind: 'returned', answer: { batchItemFailures: failed } };
  });
  await expect.poll(depth).toEqual({ visible: 0, inFlight: 1 });
  await poller.stop();
  expect(depth()).toEqual({ visible: 0, inFlight: 1 });
});

test('a batch whose function timed out stays whole, and a person is told', async () => {
  await send(['one', 'two']);
  const poller = poll(() => ({ kind: 'failed', why: 'timed-out' }));
  await expect.poll(() => poller.lines).toEqual(['classify: a batch of 2 timed-out; it comes back']);
  await poller.stop();
  expect(depth()).toEqual({ visible: 0, inFlight: 2 });
});

test('stopping waits for the batch that runs, and what it did is kept', async () => {
  await send(['one']);
  const started = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const poller = poll(
    async () => {
      started.resolve();
      await finish.promise;
      return done;
    },
    { concurrency: 1 },
  );
  await started.promise;
  const stopped = poller.stop();
  await send(['too late']);
  finish.resolve();
  await stopped;
  expect(depth()).toEqual({ visible: 1, inFlight: 0 });
});
