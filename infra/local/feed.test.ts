import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AT_ONCE, startFeed } from './feed.ts';

let folder = '';
let sent: string[] = [];

/** A queue that takes everything. */
const client = {
  send: async ({ input }: SendMessageBatchCommand) => {
    sent.push(...(input.Entries ?? []).map(({ MessageBody = '' }) => MessageBody));
    return {};
  },
} as unknown as SQSClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-motion-feed-'));
  sent = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const LINES = Array.from({ length: 25 }, (_, number) => `message ${number}`);

async function feed(table: string, lines: readonly string[] = LINES): Promise<readonly string[]> {
  sent = [];
  const { signal } = new AbortController();
  const memory = join(folder, 'fed.json');
  const parts = { client, queueUrl: 'http://127.0.0.1:1/updates', table, lines, memory, signal };
  const { done } = await startFeed({ ...parts, pace: AT_ONCE, sleep: async () => {} });
  await done;
  return sent;
}

test('what was sent is not sent again', async () => {
  expect(await feed('cases')).toEqual(LINES);
  expect(await feed('cases')).toEqual([]);
});

test('another docket, or another table that has nothing of it yet, is fed from the start', async () => {
  await feed('cases');
  expect(await feed('other-cases')).toEqual(LINES);
  const longer = [...LINES, 'one more'];
  expect(await feed('other-cases', longer)).toEqual(longer);
});
