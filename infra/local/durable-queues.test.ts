import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { openQueues, type Queues } from './durable-queues.ts';
import { localCredentials } from './loopback.ts';
import type { PlannedQueue } from './queue-plan.ts';

const arnOf = (name: string) => `arn:aws:sqs:us-gov-west-1:000000000000:${name}`;
const dead: PlannedQueue = { name: 'dead', arn: arnOf('dead'), attributes: {} };
const updates: PlannedQueue = {
  name: 'updates',
  arn: arnOf('updates'),
  attributes: {
    VisibilityTimeout: '181',
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf('dead'), maxReceiveCount: 2 }),
  },
};

let folder = '';
let queues: Queues;
const folders: string[] = [];

const open = async () => {
  queues = await openQueues({ folder, region: 'us-gov-west-1' });
  queues.put(dead);
  queues.put(updates);
};
const reopen = async () => {
  await queues.close();
  await open();
};
const clientOf = () =>
  new SQSClient({ endpoint: queues.endpoint, region: 'us-gov-west-1', credentials: localCredentials });
const send = (body: string) =>
  clientOf().send(new SendMessageCommand({ QueueUrl: queues.urlOf('updates'), MessageBody: body }));
const receive = async (VisibilityTimeout?: number) => {
  const request = {
    QueueUrl: queues.urlOf('updates'),
    ...(VisibilityTimeout === undefined ? {} : { VisibilityTimeout }),
  };
  const { Messages = [] } = await clientOf().send(new ReceiveMessageCommand(request));
  return Messages.map(({ Body }) => Body);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-motion-queues-'));
  folders.push(folder);
  await open();
});
afterEach(() => queues.close());
afterAll(() => Promise.all(folders.map((each) => rm(each, { recursive: true, force: true }))));

test('what waits is there after a new start, whose template may have other attributes', async () => {
  await send('one');
  await queues.close();
  queues = await openQueues({ folder, region: 'us-gov-west-1' });
  queues.put({ ...updates, attributes: { VisibilityTimeout: '60' } });
  expect(await receive()).toEqual(['one']);
});

test('what a consumer held when the run ended comes back at the next start', async () => {
  await send('one');
  expect(await receive()).toEqual(['one']);
  expect(queues.depthOf('updates')).toEqual({ visible: 0, inFlight: 1 });
  await reopen();
  await expect.poll(() => queues.depthOf('updates')).toEqual({ visible: 1, inFlight: 0 });
});

test('a message received too often is among the dead letters, once, and stays there', async () => {
  await send('one');
  expect(await receive(0)).toEqual(['one']);
  expect(await receive(0)).toEqual(['one']);
  expect(await receive(0)).toEqual([]);
  expect(queues.depthOf('updates')).toEqual({ visible: 0, inFlight: 0 });
  await reopen();
  expect(queues.depthOf('dead')).toEqual({ visible: 1, inFlight: 0 });
  expect(queues.depthOf('updates')).toEqual({ visible: 0, inFlight: 0 });
});
