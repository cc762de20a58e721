/** The handler as Lambda loads it, on dynalite and a bus on loopback: what is written is told, and noted on the head. */
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { flagEvents } from '../../events/flag-events.ts';
import { dynamoAnnouncements } from '../../shared/store/dynamo/announcements.ts';
import { documentClient, dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { startDynalite } from '../../test/contract/store-dynalite.ts';
import {
  claimed,
  headOf,
  names,
  OWN_MOTION_FACTS,
  reviewContent,
  SHARDS,
  update,
} from '../../test/contract/store-samples.ts';
import { createTables, emulatorClient } from '../../test/contract/store-tables.ts';
import { gatherLog } from '../../test/handlers/gather-log.ts';
import { recordWrites } from '../../test/streams/recorded.ts';
import { startService } from '../../test/streams/service.ts';
import { handler } from './handler.ts';

const CANARY = 'CANARY';
const context = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 60_000 } as Context;

let table: Awaited<ReturnType<typeof startDynalite>>;
let bus: Awaited<ReturnType<typeof startService>>;
let client: ReturnType<typeof emulatorClient>;
let tableName: string;
let refuse: string | undefined;
const { text: said } = gatherLog();

beforeAll(async () => {
  table = await startDynalite();
  client = emulatorClient(table.port);
  tableName = (await createTables(client)).caseTableName;
  bus = await startService(({ body }) => {
    const entries: unknown[] = JSON.parse(body.toString()).Entries;
    const Entries = entries.map((_, i) => (refuse === undefined ? { EventId: `e${i}` } : { ErrorCode: refuse }));
    const answer = { FailedEntryCount: refuse === undefined ? 0 : entries.length, Entries };
    return { headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(answer) };
  });
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${table.port}`);
  vi.stubEnv('AWS_ENDPOINT_URL_EVENTBRIDGE', bus.endpoint);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  vi.stubEnv('CASE_TABLE_NAME', tableName);
  vi.stubEnv('EVENT_BUS_NAME', 'flags');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  client.destroy();
  await bus.stop();
  await table.stop();
});

const heard = () =>
  bus.asked.flatMap(
    ({ body }) =>
      JSON.parse(body.toString()).Entries as {
        Detail: string;
        DetailType: string;
        Source: string;
        EventBusName: string;
      }[],
  );

test('a case is flagged and claimed: the flag is told and noted, the claim and the note are not', async () => {
  const store = dynamoCaseStore(client, { tableName, shards: SHARDS });
  const notes = dynamoAnnouncements(documentClient(client), tableName);
  const written = recordWrites(client, tableName);
  const caseKey = names.caseKey(CANARY);
  const first = update({ subject: CANARY, facts: { ...OWN_MOTION_FACTS, convictions: { c1: { offense: CANARY } } } });
  await store.writeHead(caseKey, headOf([first]), undefined);
  const stream = await written();
  const head = await store.readHead(caseKey);
  if (head === undefined) throw new Error('no head');
  await store.writeReview(caseKey, reviewContent(head, claimed()), 1);
  stream.push(...(await written()));

  expect(await handler({ Records: stream }, context)).toEqual({ batchItemFailures: [] });
  expect(heard()).toMatchObject([
    { Source: 'urn:own-motion:flags', DetailType: 'own-motion.flag-raised.v1', EventBusName: 'flags' },
  ]);
  const event = flagEvents.parse(JSON.parse(heard()[0]?.Detail ?? ''));
  expect(event).toMatchObject({ subject: caseKey, data: { office: 'NYC', sequence: 1 } });

  const noted = await notes.readAnnounced(caseKey);
  expect(noted).toMatchObject({ announced: { sequence: 1, told: { kind: 'open' } }, head: { version: 2 } });
  expect(noted?.head.review).toEqual(claimed());
  // The note is a write of the head too: told of it, nobody hears anything and nothing is written.
  const echo = await written();
  expect(echo).toHaveLength(1);
  expect(await handler({ Records: echo }, context)).toEqual({ batchItemFailures: [] });
  expect(heard()).toHaveLength(1);
  expect(await written()).toEqual([]);

  expect(said()).toContain('ANNOUNCE_DONE');
  for (const secret of [CANARY, caseKey]) expect(said()).not.toContain(secret);
  expect(JSON.stringify(heard())).not.toContain(CANARY);
});

test('what the bus does not take comes again, and says nothing of the case', async () => {
  const store = dynamoCaseStore(client, { tableName, shards: SHARDS });
  const written = recordWrites(client, tableName);
  await written();
  const caseKey = names.caseKey(`${CANARY}-2`);
  await store.writeHead(caseKey, headOf([update({ subject: `${CANARY}-2`, facts: OWN_MOTION_FACTS })]), undefined);
  const stream = await written();
  refuse = 'InternalFailure';
  const sequence = stream[0]?.dynamodb.SequenceNumber;
  expect(await handler({ Records: stream }, context)).toEqual({ batchItemFailures: [{ itemIdentifier: sequence }] });
  refuse = undefined;
  expect(await handler({ Records: stream }, context)).toEqual({ batchItemFailures: [] });
  expect(said()).toContain('EVENT_RETRIED');
  for (const secret of [CANARY, caseKey]) expect(said()).not.toContain(secret);
});

test('a note never goes back, and is not made where there is no head', async () => {
  const store = dynamoCaseStore(client, { tableName, shards: SHARDS });
  const notes = dynamoAnnouncements(documentClient(client), tableName);
  const caseKey = names.caseKey('late');
  const nothing = { kind: 'nothing' } as const;
  expect(await notes.noteAnnounced(caseKey, { sequence: 1, told: nothing })).toBe('known');
  expect(await store.readHead(caseKey)).toBeUndefined();
  await store.writeHead(caseKey, headOf([update({ subject: 'late', facts: OWN_MOTION_FACTS })]), undefined);
  expect(await notes.noteAnnounced(caseKey, { sequence: 5, told: nothing })).toBe('noted');
  expect(await notes.noteAnnounced(caseKey, { sequence: 4, told: nothing })).toBe('known');
  expect(await notes.noteAnnounced(caseKey, { sequence: 5, told: nothing })).toBe('known');
  expect(await notes.readAnnounced(caseKey)).toMatchObject({ announced: { sequence: 5 }, head: { version: 1 } });
});
