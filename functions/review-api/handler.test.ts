/** The handler as Lambda loads it, on dynalite, with a secret and a queue served on loopback: wiring, logs, and silence. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { dynamoQuarantineStore } from '../../shared/store/dynamo/quarantine-store.ts';
import { keyedNames } from '../../shared/store/keys.ts';
import { startDynalite } from '../../test/contract/store-dynalite.ts';
import { body, OWN_MOTION_FACTS } from '../../test/contract/store-samples.ts';
import { createTables, emulatorClient, type Tables } from '../../test/contract/store-tables.ts';
import { gatherLog } from '../../test/handlers/gather-log.ts';
import { type Asked, claimsOf, httpEvent, viewer } from '../../test/review-api/world.ts';
import { makeConsumer } from '../../test/simulation/consumer.ts';
import type { HttpResponse } from './app.ts';
import { handler } from './handler.ts';

const { text: said, lines } = gatherLog();

const SECRET = 'the secret that the tests serve, long enough for a key';
const CANARY = 'CANARY';
const names = keyedNames(SECRET);
const context = {
  awsRequestId: 'request-1',
  functionName: 'review-api',
  functionVersion: '7',
  getRemainingTimeInMillis: () => 20_000,
};
const ann = viewer('subject-1', { name: `${CANARY} Ann` });
const pam = viewer('subject-2', { role: 'supervisor', protectedAccess: true, name: `${CANARY} Pam` });
const caseId = `${CANARY}-A123456789`;
const hiddenId = `${CANARY}-A987654321`;
const reason = `${CANARY}: the reason`;

let table: Awaited<ReturnType<typeof startDynalite>>;
let tables: Tables;
let client: ReturnType<typeof emulatorClient>;
const queued: string[] = [];

/** Answers as Secrets Manager and SQS do to the two calls that are made. */
const services = createServer((request, response) => {
  response.setHeader('content-type', 'application/x-amz-json-1.1');
  void text(request).then((sent) => response.end(JSON.stringify(serve(JSON.parse(sent)))));
});

function serve({ MessageBody: message }: { MessageBody?: string }): object {
  if (message === undefined) return { SecretString: SECRET };
  queued.push(message);
  return { MessageId: 'm1', MD5OfMessageBody: createHash('md5').update(message).digest('hex') };
}

beforeAll(async () => {
  await new Promise<void>((resolve) => void services.listen(0, '127.0.0.1', resolve));
  table = await startDynalite();
  client = emulatorClient(table.port);
  tables = await createTables(client);
  const { port } = services.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${table.port}`);
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_ENDPOINT_URL_SQS', `http://127.0.0.1:${port}`);
  vi.stubEnv('UPDATES_QUEUE_URL', `http://127.0.0.1:${port}/1/updates`);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  vi.stubEnv('CASE_TABLE_NAME', tables.caseTableName);
  vi.stubEnv('CASE_KEY_SECRET_ID', 'case-key');
  vi.stubEnv('INSTRUMENT_ID', 'opla-2021-05-27');
  vi.stubEnv('QUEUE_SHARDS', '2');
  vi.stubEnv('OFFICES', 'NYC');
  vi.stubEnv('AS_OF', '2021-06-15');

  const ledger = dynamoCaseStore(client, { tableName: tables.caseTableName, shards: 2 });
  const quarantine = dynamoQuarantineStore(client, tables.quarantineTableName);
  const consumer = makeConsumer({ ledger, quarantine }, { names, shards: 2 });
  const pendingCharges = { [`${CANARY}-1`]: { offense: `${CANARY} offense` } };
  await consumer.consume([
    { id: 'm1', body: body({ subject: caseId, id: CANARY, facts: { ...OWN_MOTION_FACTS, leadCase: `${CANARY}-2` } }) },
    {
      id: 'm2',
      body: body({ subject: hiddenId, facts: { ...OWN_MOTION_FACTS, pendingCharges, protected1367: true } }),
    },
  ]);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  client.destroy();
  services.closeAllConnections();
  services.close();
  await table.stop();
});

async function ask(as: typeof ann, asked: Asked | string, handle = handler): Promise<HttpResponse & { json: any }> {
  const event = httpEvent(as, typeof asked === 'string' ? { path: asked } : asked);
  const response = await handle(event, context as Context);
  const isJson = response.headers['content-type']?.includes('json') === true;
  return { ...response, json: isJson ? JSON.parse(response.body) : undefined };
}

test('without its environment it fails in the form of every answer, says what is missing, and tries again', async () => {
  vi.resetModules();
  const { handler: cold } = await import('./handler.ts');
  vi.stubEnv('CASE_TABLE_NAME', undefined);
  const reply = await ask(ann, '/v1/me', cold);
  expect(reply.json).toMatchObject({ status: 500, code: 'failed' });
  expect(reply.headers).toMatchObject({ 'cache-control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  const place = 'environment of review-api: missing: CASE_TABLE_NAME';
  expect(lines()).toEqual([expect.objectContaining({ outcome: 'failed', fault: 'set-up', place, level: 'ERROR' })]);
  vi.stubEnv('CASE_TABLE_NAME', tables.caseTableName);
  expect((await ask(ann, '/v1/me', cold)).statusCode).toBe(200);
});

test('an attorney works a case from the queue to a decision, and a line a request says who saw what', async () => {
  const key = names.caseKey(caseId);
  expect((await ask(ann, '/v1/offices/NYC/queue')).json.flags).toEqual([expect.objectContaining({ key })]);
  const { json: shown } = await ask(ann, { path: '/v1/offices/NYC/next', body: { lane: 'own-motion' } });
  expect(shown).toMatchObject({ key, caseId, claim: { mine: true } });
  expect((await ask(ann, '/v1/me/claims')).json.flags).toHaveLength(1);
  const decision = { decision: 'move-to-dismiss', seen: shown.seen, reason, idempotencyKey: 'a-key-of-the-decision' };
  expect((await ask(ann, { path: `/v1/cases/${key}/decision`, body: decision })).json).toMatchObject({
    status: 'decided',
  });
  expect((await ask(ann, '/v1/offices/NYC/queue')).json.flags).toEqual([]);
  expect((await ask(pam, '/v1/offices/NYC/summary')).json.lanes[0]).toMatchObject({ decided: 1 });

  const line = { level: 'INFO', timestamp: expect.any(String), service: expect.any(String), code: 'REQUEST' };
  const ids = {
    requestId: 'request-1',
    version: '7',
    request: 'request-1',
    coldStart: expect.any(Boolean),
    actor: ann.id,
  };
  expect(lines()).toContainEqual({ ...line, ...ids, route: 'next', status: 200, outcome: 'ok', caseKey: key });
  expect(lines()).toContainEqual({ ...line, ...ids, route: 'queue', status: 200, outcome: 'ok' });
  expect(lines()).toHaveLength(6);
});

test('what a person finds goes to the queue of docket updates', async () => {
  const key = names.caseKey(hiddenId);
  const access = { reason, idempotencyKey: 'a-key-of-the-access' };
  const { json: shown } = await ask(pam, { path: `/v1/cases/${key}/access`, body: access });
  const found = { path: 'removable', value: true, seen: shown.seen };
  const finding = { ...found, reason, idempotencyKey: 'a-key-of-the-finding' };
  expect((await ask(pam, { path: `/v1/cases/${key}/finding`, body: finding })).statusCode).toBe(200);
  expect(queued.map((one) => JSON.parse(one))).toMatchObject([
    {
      source: 'urn:own-motion:review',
      subject: hiddenId,
      data: { sequence: 2, facts: { removable: true } },
    },
  ]);
});

test('nothing that is sensitive stands in a line, a header, or an answer about what is not there', async () => {
  const key = names.caseKey(caseId);
  const quiet: Asked[] = [
    { path: `/v1/cases/${caseId}` },
    { path: `/v1/cases/${names.caseKey(hiddenId)}` },
    { path: `/v1/${CANARY}`, query: { [CANARY]: CANARY } },
    { path: `/v1/offices/${CANARY}/queue` },
    { path: '/v1/offices/NYC/queue', query: { lane: CANARY } },
    { path: '/v1/offices/NYC/queue', query: { cursor: CANARY } },
    { path: '/v1/lookup', body: { caseId: hiddenId } },
    { path: '/v1/lookup', body: { caseId: `${CANARY} 7` } },
    { path: `/v1/cases/${key}/decision`, body: { [CANARY]: CANARY, reason: CANARY, decision: CANARY } },
    { path: `/v1/cases/${key}/decision`, body: CANARY },
    { path: '/v1/me', claims: { ...claimsOf(ann), own_motion_role: CANARY } },
  ];
  for (const asked of quiet) {
    const { json: _json, ...response } = await ask(ann, asked);
    expect(response.statusCode, JSON.stringify(asked)).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(response), JSON.stringify(asked)).not.toContain(CANARY);
  }
  const loud: (Asked | string)[] = ['/v1/me', `/v1/cases/${key}`, { path: '/v1/lookup', body: { caseId } }];
  for (const asked of loud) {
    const { statusCode, headers } = await ask(ann, asked);
    expect(statusCode).toBe(200);
    expect(JSON.stringify(headers)).not.toContain(CANARY);
  }
  expect(lines()).toHaveLength(quiet.length + loud.length);
  expect(said()).not.toContain(CANARY);
});

test('no key of the table or its indexes holds what a case or a person says', async () => {
  const keyNames = ['pk', 'sk', 'queue', 'queueOrder', 'claimedBy', 'claimExpiresAt'];
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tables.caseTableName }));
  expect(Items.length).toBeGreaterThan(5);
  const keys = Items.flatMap((item) => keyNames.map((name) => item[name]?.S ?? ''));
  expect(keys.join('\n')).not.toContain(CANARY);
});
