/** The handler as Lambda loads it, on dynalite and a bucket on loopback: what appears is archived once, what changes is told. */
import { DeleteItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { archivedUnder, digestOfArchived } from '../../shared/archive/archived-object.ts';
import { actDigest, entryDigest, entryId } from '../../shared/audit/digests.ts';
import type { Act } from '../../shared/review/act.ts';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import type { CaseStore, LedgerEntry } from '../../shared/store/store.ts';
import { startDynalite } from '../../test/contract/store-dynalite.ts';
import { body, headOf, memberOf, names, OWN_MOTION_FACTS, SHARDS, update } from '../../test/contract/store-samples.ts';
import { createTables, emulatorClient } from '../../test/contract/store-tables.ts';
import { gatherLog } from '../../test/handlers/gather-log.ts';
import { recordWrites } from '../../test/streams/recorded.ts';
import { sequenceOf, streamRecord } from '../../test/streams/records.ts';
import { type Answered, startService } from '../../test/streams/service.ts';
import { handler } from './handler.ts';

const CANARY = 'CANARY';
const context = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 60_000 } as Context;

let table: Awaited<ReturnType<typeof startDynalite>>;
let s3: Awaited<ReturnType<typeof startService>>;
let client: ReturnType<typeof emulatorClient>;
let tableName: string;
let store: CaseStore;
const objects = new Map<string, string>();
let inTheWay: Answered | undefined;
const { text: said } = gatherLog();

/** A bucket as S3 is: a name that is taken is refused where asked to. */
function put(path: string, headers: Record<string, unknown>, text: string): Answered {
  if (inTheWay !== undefined) return inTheWay;
  if (headers['if-none-match'] === '*' && objects.has(path)) {
    return { status: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' };
  }
  objects.set(path, text);
  return { headers: { etag: '"1"' } };
}

beforeAll(async () => {
  table = await startDynalite();
  client = emulatorClient(table.port);
  s3 = await startService(({ path, headers, body: text }) => put(path, headers, text.toString()));
  vi.stubEnv('AWS_ENDPOINT_URL_S3', s3.endpoint);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  vi.stubEnv('ARCHIVE_BUCKET_NAME', 'archive');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  client.destroy();
  await s3.stop();
  await table.stop();
});

beforeEach(async () => {
  tableName = (await createTables(client)).caseTableName;
  store = dynamoCaseStore(client, { tableName, shards: SHARDS });
  objects.clear();
  s3.asked.length = 0;
  inTheWay = undefined;
});

const draft = { subject: CANARY, facts: { ...OWN_MOTION_FACTS, convictions: { c1: { offense: CANARY } } } };
const entry: LedgerEntry = {
  memberId: memberOf(update(draft)),
  body: body(draft),
  receivedAt: '2021-06-15T12:00:00.000Z',
};
const act: Act = {
  id: names.actId('anna', 'k1'),
  kind: 'access',
  by: 'anna',
  name: CANARY,
  at: '2021-06-15T13:00:00.000Z',
  requestHash: 'a'.repeat(64),
  body: JSON.stringify({ reason: CANARY }),
};
const caseKey = names.caseKey(CANARY);

async function writeCase() {
  const written = recordWrites(client, tableName);
  await store.putEntry(caseKey, entry);
  const stream = await written();
  await store.writeHead(caseKey, headOf([update(draft)]), undefined);
  stream.push(...(await written()));
  await store.putAct(caseKey, act);
  stream.push(...(await written()));
  return { stream, written };
}

test('an entry and an act are archived as they lie in the table, once, and nothing else is', async () => {
  const { stream } = await writeCase();
  expect(await handler({ Records: stream }, context)).toEqual({ batchItemFailures: [] });
  // Cut otherwise and doubled, it is the same.
  expect(await handler({ Records: stream.toReversed() }, context)).toEqual({ batchItemFailures: [] });
  const kept = [...objects].sort(([one], [other]) => (one < other ? -1 : 1));
  expect(kept.map(([path]) => path.split('?')[0])).toEqual([
    `/archive/${archivedUnder(caseKey)}acts/${act.id}.${actDigest(act)}.json`,
    `/archive/${archivedUnder(caseKey)}entries/${entryId(entry)}.${entryDigest(entry)}.json`,
  ]);
  expect(kept.map(([, text]) => digestOfArchived(text))).toEqual([
    { caseKey, item: 'act', id: act.id, digest: actDigest(act) },
    { caseKey, item: 'entry', id: entryId(entry), digest: entryDigest(entry) },
  ]);
  for (const { headers } of s3.asked) expect(Object.keys(headers).join()).toContain('x-amz-checksum-sha256');
  expect(said()).toContain('ARCHIVE_DONE');
  expect(said()).toContain('ItemsArchived');
  for (const secret of [CANARY, caseKey]) expect(said()).not.toContain(secret);
  for (const { path } of s3.asked) expect(path).not.toContain(CANARY);
});

test('an entry that is changed or removed is told of, and the archive stays as it is', async () => {
  const { stream, written } = await writeCase();
  await handler({ Records: stream }, context);
  const before = [...objects];
  const [first] = stream;
  const Key = first?.dynamodb.Keys;
  await client.send(
    new UpdateItemCommand({
      TableName: tableName,
      Key,
      UpdateExpression: 'SET receivedAt = :at',
      ExpressionAttributeValues: { ':at': { S: '2020-01-01T00:00:00.000Z' } },
    }),
  );
  const changed = await written();
  await client.send(new DeleteItemCommand({ TableName: tableName, Key }));
  changed.push(...(await written()));
  expect(changed.map(({ eventName }) => eventName)).toEqual(['MODIFY', 'REMOVE']);
  expect(await handler({ Records: changed }, context)).toEqual({ batchItemFailures: [] });
  expect([...objects]).toEqual(before);
  expect(said().match(/LEDGER_ALTERED/g)?.length).toBe(2);
});

test.each([
  {
    name: 'is slow for a while',
    answer: { status: 503, body: '<Error><Code>SlowDown</Code></Error>' },
    code: 'ITEM_RETRIED',
  },
  {
    name: 'is closed to us',
    answer: { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' },
    code: 'ITEM_FAILED',
  },
])('a bucket that $name leaves the stream where it is', async ({ answer, code }) => {
  const { stream } = await writeCase();
  inTheWay = answer;
  const sequence = stream[0]?.dynamodb.SequenceNumber;
  expect(await handler({ Records: stream }, context)).toEqual({ batchItemFailures: [{ itemIdentifier: sequence }] });
  expect(said()).toContain(code);
  inTheWay = undefined;
  expect(await handler({ Records: stream }, context)).toEqual({ batchItemFailures: [] });
  expect(objects.size).toBe(2);
  for (const secret of [CANARY, caseKey]) expect(said()).not.toContain(secret);
});

test('an entry that is none comes again, and its neighbours are archived', async () => {
  const { stream } = await writeCase();
  const broken = streamRecord({ caseKey, name: 'UPDATE#x', after: { body: { S: CANARY } } }, 50);
  expect(await handler({ Records: [broken, ...stream] }, context)).toEqual({
    batchItemFailures: [{ itemIdentifier: sequenceOf(50) }],
  });
  expect(objects.size).toBe(2);
  expect(said()).toContain('corrupt-item');
  expect(said()).not.toContain(CANARY);
});
