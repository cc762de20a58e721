/** What the store asks of the table, where no answer of an emulator can show it: consistency, and whose attributes. */
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Act } from '../../shared/review/act.ts';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { dynamoSampleStore } from '../../shared/store/dynamo/sample-store.ts';
import { startDynalite } from './store-dynalite.ts';
import {
  ANNA,
  claimed,
  decided,
  headOf,
  names,
  OWN_MOTION_FACTS,
  readHeadOf,
  reviewContent,
  SHARDS,
  update,
} from './store-samples.ts';
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

test('a write of either half touches its own attributes, the version and the place, and no others', async () => {
  const { store, caseTableName } = await makeStore();
  const get = new GetItemCommand({ TableName: caseTableName, Key: { pk: { S: `CASE#${KEY}` }, sk: { S: 'HEAD' } } });
  const people = ['review', 'claimedBy', 'claimExpiresAt'];
  const both = ['version', 'queue', 'queueOrder'];
  const halves = async () => {
    const { Item = {} } = await client.send(get);
    const isPeoples = ([name]: [string, unknown]) => people.includes(name);
    const others = Object.entries(Item)
      .filter(([name]) => !both.includes(name))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return { people: others.filter(isPeoples), machine: others.filter((entry) => !isPeoples(entry)) };
  };
  await store.writeHead(KEY, headOf([update({ facts: OWN_MOTION_FACTS })]), undefined);
  const first = await halves();
  expect(first.people).toEqual([]);

  const flagged = await store.readHead(KEY);
  if (flagged === undefined) throw new Error('no head');
  expect(await store.writeReview(KEY, reviewContent(flagged, claimed()), 1)).toBe('written');
  const second = await halves();
  expect(second.people).toMatchObject([
    ['claimExpiresAt', { S: '2021-06-15T14:00:00.000Z' }],
    ['claimedBy', { S: 'sub-anna' }],
    ['review', { M: {} }],
  ]);
  expect(second.machine).toEqual(first.machine);

  const stale = headOf([update({ id: 'u2', sequence: 2, facts: { stage: 'ended' } })]);
  expect(await store.writeHead(KEY, stale, 1)).toBe('version-conflict');
  const previous = await store.readHead(KEY);
  const folded = headOf([update({ id: 'u2', sequence: 2, facts: { detained: null } })], previous && { previous });
  expect(await store.writeHead(KEY, folded, 2)).toBe('written');
  const third = await halves();
  expect(third.people).toEqual(second.people);
  expect(third.machine).not.toEqual(second.machine);

  const claimedHead = await store.readHead(KEY);
  if (claimedHead === undefined) throw new Error('no head');
  expect(await store.writeReview(KEY, reviewContent(claimedHead, { decisions: [] }), 2)).toBe('version-conflict');
  expect(await store.writeReview(KEY, reviewContent(claimedHead, { decisions: [] }), 3)).toBe('written');
  expect((await halves()).people).toEqual([['review', { M: { decisions: { L: [] } } }]]);
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
    store.writeReview(KEY, { review: { decisions: [] }, queue: undefined }, 1),
    store.putAct(KEY, { id: 'a', kind: 'hold', ...ANNA, at: '', requestHash: '', body: '' }),
    store.listActs(KEY)[Symbol.asyncIterator]().next(),
    store.listClaims('someone', ''),
    store.listUnflagged({ office: 'NYC', restricted: false }, '', 1),
    dynamoSampleStore(client, 'nowhere').listSamples('NYC'),
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

test('a head that would not fit an item is refused before it is sent, whoever writes it; what is not refused fits', async () => {
  const { store } = await makeStore();
  const content = { ...headOf([update()]), members: new Uint8Array(16 * 22_000) };
  await expect(store.writeHead(KEY, content, undefined)).rejects.toMatchObject({ fault: 'too-large' });
  const large = { ...headOf([update()]), members: new Uint8Array(16 * 20_900) };
  expect(await store.writeHead(KEY, large, undefined)).toBe('written');

  const [decision] = decided(readHeadOf(large)).decisions;
  if (decision === undefined) throw new Error('no decision');
  const name = (length: number) => ({ ...decision, act: names.actId(ANNA.by, 'k'), name: 'x'.repeat(length) });
  const acts = Array.from({ length: 200 }, (_, i) => names.actId(ANNA.by, String(i)));
  const full = { decisions: Array.from({ length: 100 }, () => name(120)), acts };
  expect(await store.writeReview(KEY, { review: full, queue: large.queue }, 1)).toBe('written');
  expect((await store.readHead(KEY))?.review).toEqual(full);
  const overfull = { ...full, decisions: Array.from({ length: 100 }, () => name(300)) };
  const refused = store.writeReview(KEY, { review: overfull, queue: large.queue }, 2);
  await expect(refused).rejects.toMatchObject({ fault: 'too-large' });
  expect(await store.writeHead(KEY, large, 2)).toBe('written');
});

test('acts are read strongly consistent, and so is what was put first under the name of another', async () => {
  const { store } = await makeStore();
  const act: Act = { id: 'a', kind: 'hold', ...ANNA, at: '2021-06-15T12:00:00.000Z', requestHash: 'h', body: '{}' };
  await store.putAct(KEY, act);
  const asked: object[] = [];
  client.middlewareStack.add(
    (next) => (args) => {
      asked.push(args.input);
      return next(args);
    },
    { step: 'initialize', name: 'asked', override: true },
  );
  await store.putAct(KEY, act);
  await store.listActs(KEY)[Symbol.asyncIterator]().next();
  client.middlewareStack.remove('asked');
  expect(asked).toHaveLength(3);
  for (const input of asked.slice(1)) expect(input).toMatchObject({ ConsistentRead: true });
});
