/** What was last announced of a case is read as it was noted, beside a head that it leaves alone. */
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startDynalite } from '../../../test/contract/store-dynalite.ts';
import { headOf, names, SHARDS, update } from '../../../test/contract/store-samples.ts';
import { createTables, emulatorClient } from '../../../test/contract/store-tables.ts';
import type { Announced } from '../../announce/flag-event.ts';
import { dynamoAnnouncements } from './announcements.ts';
import { documentClient, dynamoCaseStore } from './case-store.ts';
import { HEAD, partitionOf } from './items.ts';

const CANARY = 'CANARY';
const KEY = names.caseKey('A-1');

let server: Awaited<ReturnType<typeof startDynalite>>;
let client: ReturnType<typeof emulatorClient>;
let tableName = '';

beforeAll(async () => {
  server = await startDynalite();
  client = emulatorClient(server.port);
});
afterAll(async () => {
  client.destroy();
  await server.stop();
});
beforeEach(async () => {
  tableName = (await createTables(client)).caseTableName;
});

async function withHead() {
  const store = dynamoCaseStore(client, { tableName, shards: SHARDS });
  await store.writeHead(KEY, headOf([update()]), undefined);
  return { store, notes: dynamoAnnouncements(documentClient(client), tableName) };
}

test.each<Announced['told']>([
  { kind: 'nothing' },
  { kind: 'open', office: 'NYC', lane: 'triage' },
  { kind: 'open', lane: 'supervisor', fellAway: true },
  { kind: 'decided', office: 'LOS', lane: 'own-motion', decision: 'decline', decisions: 3 },
  { kind: 'decided', lane: 'needs-facts', decision: 'refer', decisions: 1 },
])('%o', async (told) => {
  const { store, notes } = await withHead();
  const before = await store.readHead(KEY);
  expect(await notes.noteAnnounced(KEY, { sequence: 7, told })).toBe('noted');
  expect((await notes.readAnnounced(KEY))?.announced).toStrictEqual({ sequence: 7, told });
  expect(await store.readHead(KEY)).toEqual(before);
  const { heads } = await notes.scanAnnounced({ segment: 0, of: 1 });
  expect(heads.map(({ announced }) => announced?.sequence)).toEqual([7]);
});

test('an earlier change is known once a later one is noted, and nothing is noted without a head', async () => {
  const { notes } = await withHead();
  const told = { kind: 'nothing' } as const;
  expect(await notes.noteAnnounced(KEY, { sequence: 10, told })).toBe('noted');
  expect(await notes.noteAnnounced(KEY, { sequence: 10, told })).toBe('known');
  expect(await notes.noteAnnounced(KEY, { sequence: 9, told })).toBe('known');
  expect(await notes.noteAnnounced(KEY, { sequence: 11, told })).toBe('noted');
  expect(await notes.noteAnnounced(names.caseKey('A-2'), { sequence: 1, told })).toBe('known');
});

test('a note that is none is a fault that quotes nothing, and hides no other head', async () => {
  const { notes } = await withHead();
  await client.send(
    new UpdateItemCommand({
      TableName: tableName,
      Key: { pk: { S: partitionOf(KEY) }, sk: { S: HEAD } },
      UpdateExpression: 'SET told = :note',
      ExpressionAttributeValues: { ':note': { L: [{ N: '1' }, { S: 'open' }, { S: 'NYC' }, { S: CANARY }] } },
    }),
  );
  await expect(notes.readAnnounced(KEY)).rejects.toThrow('corrupt-item: head.told');
  await expect(notes.readAnnounced(KEY)).rejects.not.toThrow(CANARY);
  expect(await notes.scanAnnounced({ segment: 0, of: 1 })).toMatchObject({ heads: [], unreadable: [KEY] });
});
