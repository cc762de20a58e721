/** What the store asks of the table, where no answer of an emulator can show it: consistency, and whose attributes. */
import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { startDynalite } from './store-dynalite.ts';
import { headOf, names, OWN_MOTION_FACTS, SHARDS, update } from './store-samples.ts';
import { createTables, emulatorClient } from './store-tables.ts';

const KEY = names.caseKey('A-CASE-1');
let server: Awaited<ReturnType<typeof startDynalite>>;
let client: ReturnType<typeof emulatorClient>;

beforeAll(async () => {
  server = await startDynalite();
  client = emulatorClient(server.port);
});
afterAll(async () => {
  client.destroy();
  await server.stop();
});

async function makeStore() {
  const { caseTableName } = await createTables(client);
  return { store: dynamoCaseStore(client, { tableName: caseTableName, shards: SHARDS }), caseTableName };
}

test('heads and ledgers are read strongly consistent', async () => {
  const { store } = await makeStore();
  const asked: object[] = [];
  client.middlewareStack.add(
    (next) => (args) => {
      asked.push(args.input);
      return next(args);
    },
    { step: 'initialize', name: 'asked', override: true },
  );
  await store.readHead(KEY);
  expect(await store.listEntries(KEY)[Symbol.asyncIterator]().next()).toMatchObject({ done: true });
  client.middlewareStack.remove('asked');
  expect(asked).toHaveLength(2);
  for (const input of asked) expect(input).toMatchObject({ ConsistentRead: true });
});

test('a head write leaves alone what belongs to people, and the version they write with', async () => {
  const { store, caseTableName } = await makeStore();
  await store.writeHead(KEY, headOf([update({ facts: OWN_MOTION_FACTS })]), undefined);
  const Key = { pk: { S: `CASE#${KEY}` }, sk: { S: 'HEAD' } };
  const people = {
    review: { M: { decisions: { L: [] } } },
    claimedBy: { S: 'someone' },
    claimExpiresAt: { S: 'later' },
  };
  await client.send(
    new UpdateItemCommand({
      TableName: caseTableName,
      Key,
      UpdateExpression: 'SET review = :r, claimedBy = :c, claimExpiresAt = :e, version = version + :one',
      ExpressionAttributeValues: {
        ':r': people.review,
        ':c': people.claimedBy,
        ':e': people.claimExpiresAt,
        ':one': { N: '1' },
      },
    }),
  );
  const stale = headOf([update({ id: 'u2', sequence: 2, facts: { stage: 'ended' } })]);
  expect(await store.writeHead(KEY, stale, 1)).toBe('version-conflict');
  const head = await store.readHead(KEY);
  expect(head?.version).toBe(2);
  expect(await store.writeHead(KEY, headOf([update({ id: 'u2' })], head && { previous: head }), 2)).toBe('written');
  const { Item } = await client.send(new GetItemCommand({ TableName: caseTableName, Key }));
  expect(Item).toMatchObject({ ...people, version: { N: '3' } });
});

test('a table that is not there is named as the fault, without the key that was asked for', async () => {
  const store = dynamoCaseStore(client, { tableName: 'nowhere', shards: SHARDS });
  const asked = [
    store.readHead(KEY),
    store.writeHead(KEY, headOf([update()]), undefined),
    store.listQueue({ part: 'work', office: 'NYC', lane: 'triage', restricted: false, limit: 1 }),
    store.countQueue({ part: 'work', office: 'NYC', lane: 'triage', restricted: false }),
    store.scanFlags()[Symbol.asyncIterator]().next(),
    store.listEntries(KEY)[Symbol.asyncIterator]().next(),
  ];
  for (const answer of await Promise.allSettled(asked)) {
    expect(answer).toMatchObject({ status: 'rejected', reason: { message: 'refused: ResourceNotFoundException' } });
  }
});

test('a table that cannot be reached is a fault that may pass', async () => {
  const unreachable = emulatorClient(1);
  const store = dynamoCaseStore(unreachable, { tableName: 'cases', shards: SHARDS });
  await expect(store.readHead(KEY)).rejects.toMatchObject({ fault: 'unavailable' });
  unreachable.destroy();
});

test('a head that would not fit an item is refused before it is sent', async () => {
  const { store } = await makeStore();
  const content = { ...headOf([update()]), members: new Uint8Array(16 * 24_000) };
  await expect(store.writeHead(KEY, content, undefined)).rejects.toMatchObject({ fault: 'too-large' });
  const large = { ...headOf([update()]), members: new Uint8Array(16 * 22_000) };
  expect(await store.writeHead(KEY, large, undefined)).toBe('written');
});
