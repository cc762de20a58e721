/** The handler as Lambda loads it, on dynalite and a secret served on loopback: wiring, logs, metrics, and silence. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { keyedNames } from '../../shared/store/keys.ts';
import { startDynalite } from '../../test/contract/store-dynalite.ts';
import { body, OWN_MOTION_FACTS } from '../../test/contract/store-samples.ts';
import { createTables, emulatorClient, type Tables } from '../../test/contract/store-tables.ts';
import { gatherLog } from '../../test/handlers/gather-log.ts';
import { queueEvent } from '../../test/simulation/consumer.ts';
import { handler } from './handler.ts';

const { text, lines } = gatherLog();

const SECRET = 'the secret that the tests serve, long enough for a key';
const CANARY = 'CANARY';
const context = {
  awsRequestId: 'request-1',
  functionName: 'classify-update',
  functionVersion: '7',
  getRemainingTimeInMillis: () => 20_000,
};

let table: Awaited<ReturnType<typeof startDynalite>>;
let tables: Tables;
let client: ReturnType<typeof emulatorClient>;
let isSecretServed = true;
const secrets = createServer((request, response) => {
  request.resume();
  response.statusCode = isSecretServed ? 200 : 400;
  response.setHeader('content-type', 'application/x-amz-json-1.1');
  response.end(JSON.stringify(isSecretServed ? { SecretString: SECRET } : { __type: 'ResourceNotFoundException' }));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => void secrets.listen(0, '127.0.0.1', resolve));
  table = await startDynalite();
  client = emulatorClient(table.port);
  tables = await createTables(client);
  const { port } = secrets.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${table.port}`);
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  vi.stubEnv('CASE_TABLE_NAME', tables.caseTableName);
  vi.stubEnv('QUARANTINE_TABLE_NAME', tables.quarantineTableName);
  vi.stubEnv('CASE_KEY_SECRET_ID', 'case-key');
  vi.stubEnv('INSTRUMENT_ID', 'opla-2021-05-27');
  vi.stubEnv('SHADOW_INSTRUMENT_ID', 'ice-2021-02-18');
  vi.stubEnv('QUEUE_SHARDS', '2');
  vi.stubEnv('AS_OF', '2021-06-15');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  client.destroy();
  secrets.closeAllConnections();
  secrets.close();
  await table.stop();
});

test('without its environment or its secret it returns every message and says what is missing', async () => {
  vi.resetModules();
  const { handler: cold } = await import('./handler.ts');
  vi.stubEnv('CASE_TABLE_NAME', undefined);
  const event = queueEvent([{ id: 'm1', body: body() }]);
  const all = { batchItemFailures: [{ itemIdentifier: 'm1' }] };
  expect(await cold(event, context as Context)).toEqual(all);
  const place = 'environment of classify-update: missing: CASE_TABLE_NAME';
  expect(lines()).toContainEqual(expect.objectContaining({ code: 'BATCH_FAULT', fault: 'set-up', place }));
  vi.stubEnv('CASE_TABLE_NAME', tables.caseTableName);
  isSecretServed = false;
  expect(await cold(event, context as Context)).toEqual(all);
  isSecretServed = true;
  expect(lines()).toContainEqual(expect.objectContaining({ place: 'the secret for case keys could not be read' }));
});

test('a batch ends in the tables, its outcomes in logs and metrics, and nothing of its content in either', async () => {
  const facts = { ...OWN_MOTION_FACTS, pendingCharges: { [`${CANARY}-charge`]: { offense: `${CANARY} offense` } } };
  const good = { subject: `${CANARY}-A123456789`, id: `${CANARY}-id`, source: `urn:${CANARY}`, facts };
  const badBody = JSON.stringify({ ...JSON.parse(body(good)), [`${CANARY}-key`]: CANARY });
  const event = queueEvent([
    { id: 'm1', body: body(good) },
    { id: 'm2', body: `${CANARY} is no JSON` },
    { id: 'm3', body: badBody },
    { id: 'm4', body: body({ ...good, sequence: 7 }) },
  ]);
  expect(await handler(event, context as Context)).toEqual({ batchItemFailures: [] });

  const store = dynamoCaseStore(client, { tableName: tables.caseTableName, shards: 2 });
  const head = await store.readHead(keyedNames(SECRET).caseKey(good.subject));
  expect(head).toMatchObject({ version: 1, caseId: good.subject, flag: { lane: 'supervisor' } });

  expect(lines()).toContainEqual({
    level: 'INFO',
    timestamp: expect.any(String),
    service: expect.any(String),
    code: 'BATCH_DONE',
    requestId: 'request-1',
    version: '7',
    coldStart: expect.any(Boolean),
    outcomes: { applied: 2, duplicate: 0, superseded: 0, rejected: 2, retried: 0, error: 0 },
  });
  expect(lines()).toContainEqual(expect.objectContaining({ UpdatesApplied: 2, UpdatesRejected: 2, UpdatesFailed: 0 }));
  const traffic = { UpdatesAccepted: 2, CasesClassified: 1, CasesUndetermined: 0, CasesInSupervisor: 1 };
  expect(lines()).toContainEqual(expect.objectContaining(traffic));
  const lanes = { CasesInOwnMotion: 0, CasesInNeedsFacts: 0, CasesInTriage: 0, CasesInNoLane: 0 };
  expect(lines()).toContainEqual(expect.objectContaining(lanes));
  const shadow = { ShadowCases: 1, ShadowDifferences: 1, ShadowOtherActions: 0, ShadowFailures: 0, ShadowSkipped: 0 };
  expect(lines()).toContainEqual(expect.objectContaining(shadow));
  const pair = { ShadowDifferences: 1, lane: 'supervisor', shadowLane: 'triage' };
  expect(lines()).toContainEqual(expect.objectContaining(pair));
  expect(lines()).toContainEqual(expect.objectContaining({ MessagesSetAside: 1, reason: 'conflicting-content' }));
  expect(lines()).toContainEqual(expect.objectContaining({ FlagsRaised: 1, lane: 'supervisor' }));
  expect(text()).not.toContain(CANARY);
});

test('no key of a table or index holds what a case or a message says', async () => {
  const keyNames = ['pk', 'sk', 'queue', 'queueOrder', 'claimedBy', 'claimExpiresAt', 'id', 'day', 'receivedAt'];
  for (const TableName of [tables.caseTableName, tables.quarantineTableName]) {
    const { Items = [] } = await client.send(new ScanCommand({ TableName }));
    expect(Items.length).toBeGreaterThan(2);
    const keys = Items.flatMap((item) => keyNames.map((name) => item[name]?.S ?? ''));
    expect(keys.join('\n')).not.toContain(CANARY);
  }
});

test('a second instrument that is not known is reported, and the docket goes on', async () => {
  vi.stubEnv('SHADOW_INSTRUMENT_ID', 'no-such-instrument');
  vi.resetModules();
  const { handler: fresh } = await import('./handler.ts');
  const event = queueEvent([{ id: 'm1', body: body({ subject: 'A-CASE-SHADOW' }) }]);
  expect(await fresh(event, context as Context)).toEqual({ batchItemFailures: [] });
  expect(lines()).toContainEqual(expect.objectContaining({ level: 'ERROR', code: 'SHADOW_UNKNOWN' }));
  expect(lines()).toContainEqual(expect.objectContaining({ UpdatesApplied: 1 }));
  expect(text()).not.toContain('ShadowCases');
});

test('an event that is no batch of messages is thrown back whole', async () => {
  await expect(handler({ detail: 'something else' }, context as Context)).rejects.toThrow(
    'not a batch of SQS messages',
  );
});
