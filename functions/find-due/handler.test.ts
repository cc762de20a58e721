/** Both handlers as Lambda loads them, on dynalite and an SQS on loopback: a day comes, its cases are drawn again. */
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Context } from 'aws-lambda';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import type { CaseStore } from '../../shared/store/store.ts';
import { startDynalite } from '../../test/contract/store-dynalite.ts';
import { headOf, names, OWN_MOTION_FACTS, SHARDS, update } from '../../test/contract/store-samples.ts';
import { createTables, emulatorClient } from '../../test/contract/store-tables.ts';
import { gatherLog } from '../../test/handlers/gather-log.ts';
import { queueEvent } from '../../test/simulation/consumer.ts';
import { handler as reclassify } from '../reclassify/handler.ts';
import { handler as findDue } from './handler.ts';

const { text } = gatherLog();

const CANARY = 'CANARY';
const context = {
  awsRequestId: 'request-1',
  functionName: 'find-due',
  getRemainingTimeInMillis: () => 600_000,
} as Context;

let table: Awaited<ReturnType<typeof startDynalite>>;
let queues: Awaited<ReturnType<typeof startFauxqs>>;
let client: ReturnType<typeof emulatorClient>;
let sqs: SQSClient;
let store: CaseStore;

beforeAll(async () => {
  table = await startDynalite();
  queues = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  client = emulatorClient(table.port);
  const { caseTableName } = await createTables(client);
  store = dynamoCaseStore(client, { tableName: caseTableName, shards: SHARDS });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const endpoint = `http://127.0.0.1:${queues.port}`;
  sqs = new SQSClient({ endpoint, region: 'us-east-1', credentials });
  queues.createQueue('reclassify');
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${table.port}`);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  vi.stubEnv('CASE_TABLE_NAME', caseTableName);
  vi.stubEnv('INSTRUMENT_ID', 'opla-2021-05-27');
  vi.stubEnv('QUEUE_SHARDS', String(SHARDS));
  vi.stubEnv('RECLASSIFY_QUEUE_URL', `${endpoint}/000000000000/reclassify`);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  client.destroy();
  sqs.destroy();
  await queues.stop();
  await table.stop();
});

/** Whoever comes of age on a day loses the ground of minority. */
async function put(subject: string, birthDate: string): Promise<string> {
  const caseKey = names.caseKey(subject);
  const facts = {
    ...OWN_MOTION_FACTS,
    lawfulStatus: null,
    birthDate,
    otherPriorityApproval: { by: 'field-office-director' as const, on: '2021-06-01' },
  };
  await store.writeHead(caseKey, headOf([update({ subject, facts })]), undefined);
  return caseKey;
}

async function messages() {
  const QueueUrl = process.env.RECLASSIFY_QUEUE_URL;
  const received = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  return (received.Messages ?? []).map(({ MessageId = '', Body = '' }) => ({ id: MessageId, body: Body }));
}

test('a day comes: its cases go through the queue and are drawn again, those of later days are not', async () => {
  const [soon, later] = await Promise.all([put(`${CANARY}-1`, '2003-06-20'), put(`${CANARY}-2`, '2003-06-21')]);
  vi.stubEnv('AS_OF', '2021-06-20');
  await findDue({ source: 'aws.scheduler' }, context);
  const sent = await messages();
  expect(sent.map(({ body }) => JSON.parse(body))).toEqual([{ type: 'own-motion.reclassify.v1', caseKeys: [soon] }]);

  expect(await reclassify(queueEvent(sent), context)).toEqual({ batchItemFailures: [] });
  expect(await store.readHead(soon)).toMatchObject({ version: 2, flag: { state: 'withdrawn' } });
  expect(await store.readHead(later)).toMatchObject({ version: 1, flag: { state: 'raised' } });

  // Drawn again, it is due on a later day, and nothing is sent for this one.
  await findDue({}, context);
  expect(await messages()).toEqual([]);

  const said = text();
  for (const code of ['DUE_SENT', 'RECLASSIFY_DONE']) expect(said).toContain(code);
  for (const metric of ['CasesDue', 'DueLeftOver', 'CasesReclassified', 'FlagsWithdrawn'])
    expect(said).toContain(metric);
  expect(said).not.toContain(CANARY);
  expect(said).not.toContain(soon);
});

test('a message that is none of ours comes back, and says nothing of what it holds', async () => {
  const failed = await reclassify(queueEvent([{ id: 'm1', body: `{"${CANARY}":1}` }]), context);
  expect(failed).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
  expect(text()).toContain('REQUEST_REFUSED');
  expect(text()).not.toContain(CANARY);
});
