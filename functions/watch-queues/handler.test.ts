/** The handler as Lambda loads it, on dynalite: ages and counts in metrics, and nothing of a case or an office in them. */
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { startDynalite } from '../../test/contract/store-dynalite.ts';
import { headOf, names, OWN_MOTION_FACTS, SHARDS, update } from '../../test/contract/store-samples.ts';
import { createTables, emulatorClient } from '../../test/contract/store-tables.ts';
import { gatherLog } from '../../test/handlers/gather-log.ts';
import { parseEnv } from './env.ts';
import { handler } from './handler.ts';

const { text, lines } = gatherLog();

const CANARY = 'CANARY';
const OFFICE = 'ZZQ9';
const context = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 300_000 } as Context;

let table: Awaited<ReturnType<typeof startDynalite>>;
let client: ReturnType<typeof emulatorClient>;
let caseTableName: string;

beforeAll(async () => {
  table = await startDynalite();
  client = emulatorClient(table.port);
  ({ caseTableName } = await createTables(client));
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${table.port}`);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  vi.stubEnv('QUEUE_SHARDS', String(SHARDS));
  vi.stubEnv('OFFICES', OFFICE);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  client.destroy();
  await table.stop();
});

test('without its environment it fails, says what is missing and no more', async () => {
  await expect(handler({}, context)).rejects.toThrow('the queues were not watched');
  const place = 'environment of watch-queues: missing: CASE_TABLE_NAME';
  expect(lines()).toContainEqual(expect.objectContaining({ code: 'WATCH_FAULT', fault: 'set-up', place }));
  vi.stubEnv('CASE_TABLE_NAME', caseTableName);
});

test('an hour’s watch ends in metrics by lane and over all', async () => {
  const store = dynamoCaseStore(client, { tableName: caseTableName, shards: SHARDS });
  const old = new Date(Date.now() - 10.5 * 86_400_000).toISOString();
  const facts = { ...OWN_MOTION_FACTS, office: OFFICE };
  const put = (subject: string, head: ReturnType<typeof headOf>) =>
    store.writeHead(names.caseKey(subject), head, undefined);
  const open = `${CANARY}-1`;
  const restricted = `${CANARY}-2`;
  await put(open, headOf([update({ subject: open, facts })], { at: new Date().toISOString() }));
  await put(
    restricted,
    headOf([update({ subject: restricted, facts: { ...facts, protected1367: true } })], { at: old }),
  );
  await handler({ source: 'aws.scheduler' }, context);
  const ofLane = { service: expect.any(String), lane: 'own-motion' };
  expect(lines()).toContainEqual(expect.objectContaining({ ...ofLane, FlagsWaiting: 2 }));
  expect(lines()).toContainEqual(expect.objectContaining({ ...ofLane, OldestUnreviewedDays: 10 }));
  const overall = { WorkingHours: expect.any(Number), OldestUnreviewedDays: 10, QueuesUnread: 0 };
  expect(lines()).toContainEqual(expect.objectContaining(overall));
  const said = text();
  for (const secret of [CANARY, OFFICE, names.caseKey(open), names.caseKey(restricted)])
    expect(said).not.toContain(secret);
});

test.each([
  [{}, { WORKING_HOURS: { from: 8, until: 18 }, WORKING_TIME_ZONE: 'America/New_York' }],
  [{ WORKING_HOURS: '0-24', WORKING_TIME_ZONE: 'Pacific/Guam' }, { WORKING_HOURS: { from: 0, until: 24 } }],
  [{ WORKING_HOURS: '', WORKING_TIME_ZONE: '' }, { WORKING_TIME_ZONE: 'America/New_York' }],
  [{ OFFICES: 'NYC, SFR' }, { OFFICES: ['NYC', 'SFR'] }],
])('the environment %j is read', (given, expected) => {
  const plain = { CASE_TABLE_NAME: 'cases', QUEUE_SHARDS: '4', OFFICES: 'NYC' };
  expect(parseEnv({ ...plain, ...given })).toMatchObject(expected);
});

test.each([
  [{ WORKING_HOURS: '18-8' }, 'WORKING_HOURS'],
  [{ WORKING_HOURS: '8-25' }, 'WORKING_HOURS'],
  [{ WORKING_HOURS: 'all day' }, 'WORKING_HOURS'],
  [{ WORKING_TIME_ZONE: 'Mars/Olympus' }, 'WORKING_TIME_ZONE'],
  [{ OFFICES: 'nyc' }, 'OFFICES'],
])('the environment %j is refused by name', (given, name) => {
  const plain = { CASE_TABLE_NAME: 'cases', QUEUE_SHARDS: '4', OFFICES: 'NYC' };
  expect(() => parseEnv({ ...plain, ...given })).toThrow(`environment of watch-queues: not usable: ${name}`);
});
