/** The handler as Lambda loads it: heads on dynalite are sealed under a P-384 key, and the seal holds for them alone. */
import { createSign, createVerify, generateKeyPairSync } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { readHeads, readSeal } from '../../shared/archive/seal-objects.ts';
import { checkSeal, sealedHeadOf } from '../../shared/audit/seal.ts';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { startDynalite } from '../../test/contract/store-dynalite.ts';
import { headOf, names, OWN_MOTION_FACTS, SHARDS, update } from '../../test/contract/store-samples.ts';
import { createTables, emulatorClient } from '../../test/contract/store-tables.ts';
import { gatherLog } from '../../test/handlers/gather-log.ts';
import { startService } from '../../test/streams/service.ts';
import { handler } from './handler.ts';

const CANARY = 'CANARY';
const context = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 600_000 } as Context;
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const verifier = {
  isSigned: async (bytes: Uint8Array, signature: Uint8Array) =>
    createVerify('sha384').update(bytes).verify(publicKey, signature),
};

let table: Awaited<ReturnType<typeof startDynalite>>;
let s3: Awaited<ReturnType<typeof startService>>;
let kms: Awaited<ReturnType<typeof startService>>;
let client: ReturnType<typeof emulatorClient>;
let tableName: string;
let isKeyLost = false;
const { text: said } = gatherLog();

beforeAll(async () => {
  table = await startDynalite();
  client = emulatorClient(table.port);
  tableName = (await createTables(client)).caseTableName;
  s3 = await startService(() => ({ headers: { etag: '"1"' } }));
  // As the key management service signs: the digest of the message, in DER.
  kms = await startService(({ body }) => {
    const headers = { 'content-type': 'application/x-amz-json-1.1' };
    if (isKeyLost) return { status: 400, headers, body: JSON.stringify({ __type: 'AccessDeniedException' }) };
    const asked = JSON.parse(body.toString());
    const Signature = createSign('sha384').update(Buffer.from(asked.Message, 'base64')).sign(privateKey, 'base64');
    return {
      headers,
      body: JSON.stringify({ KeyId: asked.KeyId, Signature, SigningAlgorithm: asked.SigningAlgorithm }),
    };
  });
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${table.port}`);
  vi.stubEnv('AWS_ENDPOINT_URL_S3', s3.endpoint);
  vi.stubEnv('AWS_ENDPOINT_URL_KMS', kms.endpoint);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  vi.stubEnv('CASE_TABLE_NAME', tableName);
  vi.stubEnv('ARCHIVE_BUCKET_NAME', 'archive');
  vi.stubEnv('SEAL_KEY_ID', 'key-of-seals');
  const store = dynamoCaseStore(client, { tableName, shards: SHARDS });
  for (let i = 0; i < 9; i++) {
    const subject = `${CANARY}-${i}`;
    await store.writeHead(names.caseKey(subject), headOf([update({ subject, facts: OWN_MOTION_FACTS })]), undefined);
  }
});

afterAll(async () => {
  vi.unstubAllEnvs();
  client.destroy();
  await Promise.all([s3.stop(), kms.stop(), table.stop()]);
});

beforeEach(() => {
  s3.asked.length = 0;
});

test('every head is in the seal of one segment, and each seal holds for its heads alone', async () => {
  for (const segment of [0, 1, 2]) await handler({ segment, of: 3 }, context);
  const paths = s3.asked.map(({ path }) => path.replace(/\?.*/, ''));
  expect(paths.map((path) => path.replace(/^\/archive\/seals\/\d{4}-\d\d-\d\d\/\d{6}Z\./, ''))).toEqual(
    [0, 1, 2].flatMap((segment) => {
      const { root = '' } = readSeal(s3.asked[segment * 2 + 1]?.body.toString() ?? '')?.seal ?? {};
      const name = `${segment}-of-3.${root.slice(0, 16)}`;
      return [`${name}.heads.ndjson.gz`, `${name}.seal.json`];
    }),
  );
  const seen: string[] = [];
  for (const segment of [0, 1, 2]) {
    const [list, text] = s3.asked.slice(segment * 2, segment * 2 + 2).map(({ body }) => body);
    const heads = readHeads(list ?? Buffer.of()) ?? [];
    const signed = readSeal(text?.toString() ?? '');
    if (signed === undefined) throw new Error('no seal');
    expect(signed.seal).toMatchObject({ segment, of: 3, count: heads.length });
    expect(await checkSeal(signed, heads, verifier)).toBe('genuine');
    expect(
      await checkSeal(signed, heads.slice(1).concat({ caseKey: 'x', version: 1, digest: '0'.repeat(64) }), verifier),
    ).toBe('wrong-heads');
    expect(await checkSeal({ ...signed, seal: { ...signed.seal, until: 'later' } }, heads, verifier)).toBe(
      'not-signed',
    );
    seen.push(...heads.map(({ caseKey }) => caseKey));
    for (const head of heads) {
      const now = await dynamoCaseStore(client, { tableName, shards: SHARDS }).readHead(head.caseKey);
      expect(now && sealedHeadOf(now)).toEqual(head);
    }
  }
  expect(seen.toSorted()).toEqual(Array.from({ length: 9 }, (_, i) => names.caseKey(`${CANARY}-${i}`)).toSorted());
  const asked = kms.asked.map(({ body }) => JSON.parse(body.toString()));
  expect(asked[0]).toMatchObject({ KeyId: 'key-of-seals', MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_384' });
  expect(said()).toContain('SEAL_DONE');
  for (const secret of [CANARY, ...seen]) expect(said()).not.toContain(secret);
  expect(JSON.stringify(s3.asked.map(({ path, body }) => [path, body.toString()]))).not.toContain(CANARY);
});

test('without an event that says otherwise, the whole table is one segment', async () => {
  await handler({ source: 'aws.scheduler' }, context);
  expect(readSeal(s3.asked[1]?.body.toString() ?? '')?.seal).toMatchObject({ segment: 0, of: 1, count: 9 });
});

test.each([
  { name: 'time', event: {}, left: 20_000, keyLost: false, code: 'set-up' },
  { name: 'a key', event: {}, left: 600_000, keyLost: true, code: 'refused' },
  { name: 'such a segment', event: { segment: 3, of: 3 }, left: 600_000, keyLost: false, code: 'set-up' },
])('without $name there is no seal, and the schedule is told', async ({ event, left, keyLost, code }) => {
  isKeyLost = keyLost;
  const late = { ...context, getRemainingTimeInMillis: () => left };
  await expect(handler(event, late)).rejects.toThrow('the segment was not sealed');
  isKeyLost = false;
  expect(s3.asked).toEqual([]);
  expect(said()).toContain('SEAL_FAULT');
  expect(said()).toContain(code);
});

test('a head that cannot be read is in no seal, and is told of; the others are sealed', async () => {
  const caseKey = names.caseKey(`${CANARY}-broken`);
  const item = { pk: { S: `CASE#${caseKey}` }, sk: { S: 'HEAD' }, version: { S: CANARY } };
  await client.send(new PutItemCommand({ TableName: tableName, Item: item }));
  await handler({}, context);
  expect(readSeal(s3.asked[1]?.body.toString() ?? '')?.seal).toMatchObject({ count: 9 });
  expect(said()).toContain('HEADS_UNREADABLE');
  for (const secret of [CANARY, caseKey]) expect(said()).not.toContain(secret);
});
