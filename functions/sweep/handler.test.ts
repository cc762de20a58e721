/** The handler as Lambda loads it: what a stream has lost is told, what stands in a wrong queue is sent to be drawn again. */
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Context } from 'aws-lambda';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { announcedAt } from '../../shared/announce/flag-event.ts';
import { announceableHead } from '../../shared/announce/sweep.ts';
import { dynamoAnnouncements } from '../../shared/store/dynamo/announcements.ts';
import { documentClient, dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { startDynalite } from '../../test/contract/store-dynalite.ts';
import { headOf, names, OWN_MOTION_FACTS, SHARDS, update } from '../../test/contract/store-samples.ts';
import { createTables, emulatorClient } from '../../test/contract/store-tables.ts';
import { gatherLog } from '../../test/handlers/gather-log.ts';
import { startService } from '../../test/streams/service.ts';
import { handler } from './handler.ts';

const CANARY = 'CANARY';
const context = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 600_000 } as Context;

let table: Awaited<ReturnType<typeof startDynalite>>;
let bus: Awaited<ReturnType<typeof startService>>;
let queues: Awaited<ReturnType<typeof startFauxqs>>;
let client: ReturnType<typeof emulatorClient>;
let sqs: SQSClient;
let tableName: string;
let isBusDown = false;
const { text: said } = gatherLog();

beforeAll(async () => {
  table = await startDynalite();
  queues = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  client = emulatorClient(table.port);
  tableName = (await createTables(client)).caseTableName;
  bus = await startService(({ body }) => {
    const entries: unknown[] = JSON.parse(body.toString()).Entries;
    const Entries = entries.map((_, i) => (isBusDown ? { ErrorCode: 'NotAuthorizedForSource' } : { EventId: `e${i}` }));
    return { headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify({ Entries }) };
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const endpoint = `http://127.0.0.1:${queues.port}`;
  sqs = new SQSClient({ endpoint, region: 'us-east-1', credentials });
  queues.createQueue('reclassify');
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${table.port}`);
  vi.stubEnv('AWS_ENDPOINT_URL_EVENTBRIDGE', bus.endpoint);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  vi.stubEnv('CASE_TABLE_NAME', tableName);
  vi.stubEnv('EVENT_BUS_NAME', 'flags');
  vi.stubEnv('QUEUE_SHARDS', String(SHARDS));
  vi.stubEnv('RECLASSIFY_QUEUE_URL', `${endpoint}/000000000000/reclassify`);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  client.destroy();
  sqs.destroy();
  await Promise.all([bus.stop(), queues.stop(), table.stop()]);
});

const heard = () =>
  bus.asked.flatMap(({ body }) =>
    (JSON.parse(body.toString()).Entries as { Detail: string }[]).map(({ Detail }) => JSON.parse(Detail)),
  );

async function messages() {
  const QueueUrl = process.env.RECLASSIFY_QUEUE_URL;
  const received = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  return (received.Messages ?? []).map(({ Body = '' }) => JSON.parse(Body));
}

test('what was lost is told once, what is told is left alone, and a wrong place is drawn again', async () => {
  const store = dynamoCaseStore(client, { tableName, shards: SHARDS });
  const notes = dynamoAnnouncements(documentClient(client), tableName);
  const write = async (subject: string, more: object = {}, shards = SHARDS) => {
    const caseKey = names.caseKey(subject);
    await store.writeHead(
      caseKey,
      headOf([update({ subject, facts: { ...OWN_MOTION_FACTS, ...more } })], { shards }),
      undefined,
    );
    return caseKey;
  };
  const lost = await write(`${CANARY}-lost`);
  const restricted = await write(`${CANARY}-restricted`, { protected1367: true });
  const told = await write(`${CANARY}-told`);
  const head = await store.readHead(told);
  if (head === undefined) throw new Error('no head');
  await notes.noteAnnounced(told, announcedAt(announceableHead(head)));
  // Drawn when the queues had one shard, so all but those of the first shard stand in a wrong one now.
  const moved = await Promise.all(
    ['a', 'b', 'c', 'd', 'e'].map((name) => write(`${CANARY}-${name}`, { stage: 'ended', proceeding: 'removal' }, 1)),
  );
  const old = await Promise.all(['f', 'g', 'h', 'i', 'j'].map((name) => write(`${CANARY}-${name}`, {}, 1)));

  isBusDown = true;
  await handler({}, context);
  expect((await notes.readAnnounced(lost))?.announced).toBeUndefined();
  expect(said()).toContain('CASES_LEFT_UNTOLD');
  isBusDown = false;
  bus.asked.length = 0;
  await messages();
  await handler({}, context);
  expect(new Set(heard().map(({ subject }) => subject))).toEqual(new Set([lost, ...old]));
  expect(heard()).toHaveLength(1 + old.length);
  for (const event of heard())
    expect(event).toMatchObject({ type: 'own-motion.flag-raised.v1', data: { sequence: 1 } });
  const sent = (await messages()).flatMap(({ caseKeys }) => caseKeys as string[]);
  expect(sent.length).toBeGreaterThan(0);
  for (const caseKey of sent) expect(old).toContain(caseKey);
  expect(sent).not.toContain(moved[0]);

  bus.asked.length = 0;
  await handler({}, context);
  expect(heard()).toEqual([]);
  expect((await notes.readAnnounced(restricted))?.announced).toBeUndefined();
  expect(said()).toContain('SWEEP_DONE');
  expect(said()).toContain('"untold":6');
  for (const secret of [CANARY, lost, restricted]) expect(said()).not.toContain(secret);
  expect(JSON.stringify(heard())).not.toContain(CANARY);
});

test('what cannot be swept is said to the schedule', async () => {
  await expect(handler({ segment: -1 }, context)).rejects.toThrow('the segment was not swept');
  expect(said()).toContain('SWEEP_FAULT');
});
