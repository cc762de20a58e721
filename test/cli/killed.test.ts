/**
 * The commands on the whole docket as processes that are killed in the middle, against the servers of the local stack: the
 * same command goes on, and in the end nothing is missing.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { DeleteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runLimited } from '../../shared/run-limited.ts';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { keyedNames } from '../../shared/store/keys.ts';
import type { CaseHead, CaseStore } from '../../shared/store/store.ts';
import { startDynalite } from '../contract/store-dynalite.ts';
import { body, OWN_MOTION_FACTS } from '../contract/store-samples.ts';
import { createTables, emulatorClient } from '../contract/store-tables.ts';
import { AS_OF, caseWorld, SECRET, updateOf } from './case-world.ts';

const BIN = join(import.meta.dirname, '..', '..', 'cli', 'own-motion.js');
/** Some pages of one segment. */
const CASES = 450;
const SUBJECTS = Array.from({ length: CASES }, (_, i) => `CASE-${i}`);
const PATIENCE_MS = 30_000;
const WENT_ON = /^goes on with what was begun at \S+Z\n$/;

let folder = '';
let table: Awaited<ReturnType<typeof startDynalite>>;
let queues: Awaited<ReturnType<typeof startFauxqs>>;
let secrets: Server;
let client: DynamoDBClient;
let store: CaseStore;
let tableName = '';
let env: NodeJS.ProcessEnv = {};
const names = keyedNames(SECRET);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-motion-killed-'));
  secrets = createServer((_request, response) => {
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify({ SecretString: SECRET }));
  });
  secrets.listen(0, '127.0.0.1');
  await once(secrets, 'listening');
  table = await startDynalite();
  queues = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  client = emulatorClient(table.port);
  tableName = (await createTables(client)).caseTableName;
  store = dynamoCaseStore(client, { tableName, shards: 2 });
  env = {
    ...process.env,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${table.port}`,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${(secrets.address() as AddressInfo).port}`,
  };
  const world = caseWorld(store);
  const tasks = SUBJECTS.map((subject) => () => world.add(updateOf(subject, 1, OWN_MOTION_FACTS)));
  await runLimited(tasks, 16);
});

afterAll(async () => {
  client.destroy();
  secrets.close();
  await queues.stop();
  await table.stop();
  await rm(folder, { recursive: true, force: true });
});

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [BIN, ...args], { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function ended(child: ChildProcess) {
  if (child.stdout === null || child.stderr === null) throw new Error('no streams');
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, out, err };
}

/** Runs a command and kills it once something can be seen to be done. */
async function kill(args: readonly string[], isUnderWay: () => boolean | Promise<boolean>) {
  const child = start(args);
  const end = ended(child);
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await isUnderWay())) {
    if (child.exitCode !== null) throw new Error(`ended before it was killed: ${(await end).err}`);
    if (performance.now() > deadline) throw new Error('nothing was seen to be done');
    await delay(2);
  }
  child.kill('SIGKILL');
  expect((await end).code).toBeNull();
}

function deployed(): string[] {
  return ['--table', tableName, '--policy', 'opla-2021-05-27', '--shards', '2', '--segments', '1', '--state', folder];
}

async function checkpoints(): Promise<string[]> {
  const files = existsSync(folder) ? await readdir(folder) : [];
  return files.filter((name) => !name.startsWith('plan-'));
}

async function keysOf(isMeant: (head: CaseHead) => boolean): Promise<Set<string>> {
  const keys = new Set<string>();
  for (let after: string | undefined; ; ) {
    const page = await store.scanHeads({ segment: 0, of: 1, ...(after !== undefined && { after }) });
    for (const head of page.heads) if (isMeant(head)) keys.add(head.caseKey);
    if (page.next === undefined) return keys;
    after = page.next;
  }
}

const headCount = async () => (await keysOf(() => true)).size;

describe('killed in the middle and called again', () => {
  test('rebuild draws every head that is missing, and looks at each case once', async () => {
    const args = ['rebuild', ...deployed(), '--key-secret', 'case-keys'];
    const gone = SUBJECTS.filter((_, i) => i % 3 === 0);
    const tasks = gone.map((subject) => async () => {
      const key = { pk: { S: `CASE#${names.caseKey(subject)}` }, sk: { S: 'HEAD' } };
      await client.send(new DeleteItemCommand({ TableName: tableName, Key: key }));
    });
    await runLimited(tasks, 16);
    expect(await headCount()).toBe(CASES - gone.length);

    await kill(args, async () => (await checkpoints()).some((name) => name.endsWith('.json')));
    expect(await headCount()).toBeLessThan(CASES);

    const { code, out, err } = await ended(start(args));
    expect([code, err]).toEqual([0, expect.stringMatching(WENT_ON)]);
    const [, same, anew] =
      /^looked at 450 cases: (\d+) as the ledger says, 0 repaired, (\d+) drawn anew\n$/.exec(out) ?? [];
    expect(Number(same) + Number(anew)).toBe(CASES);
    expect(await headCount()).toBe(CASES);
    expect((await ended(start([...args, '--dry-run']))).out).toContain('450 as the ledger says, 0 would be repaired');
    expect(await checkpoints()).toEqual([]);
  });

  test('reclassify sends every case of an approved plan', async () => {
    queues.createQueue('reclassify');
    const queueUrl = `http://127.0.0.1:${queues.port}/000000000000/reclassify`;
    const waiting = () =>
      (queues.inspectQueue('reclassify')?.messages.ready ?? []).map((message) => JSON.parse(message.body));
    const dry = await ended(start(['reclassify', '--dry-run', ...deployed()]));
    expect([dry.code, dry.err]).toEqual([0, '']);
    expect(waiting()).toEqual([]);
    const [, plan = ''] = /--approve (\w+)\n$/.exec(dry.out) ?? [];
    const wanted = await keysOf(({ classification }) => classification.asOf === AS_OF);
    const args = ['reclassify', '--approve', plan, ...deployed(), '--queue-url', queueUrl];

    await kill(args, async () => (await checkpoints()).some((name) => name.endsWith('.json')));
    const { code, out, err } = await ended(start(args));
    expect([code, err]).toEqual([0, expect.stringMatching(WENT_ON)]);
    expect(out).toBe(`sent ${wanted.size} cases of ${CASES} to be drawn again by opla-2021-05-27\n`);
    const sent = new Set(waiting().flatMap(({ caseKeys }: { caseKeys: string[] }) => caseKeys));
    expect(sent).toEqual(wanted);
  });

  test('redrive loses no dead letter: each is on one queue or the other', async () => {
    queues.createQueue('updates-dead');
    const deadLetterTargetArn = 'arn:aws:sqs:us-east-1:000000000000:updates-dead';
    const attributes = { RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 5 }) };
    queues.createQueue('updates', { attributes });
    const bodies = Array.from({ length: 300 }, (_, i) => body({ id: `u${i}` }));
    for (const each of bodies) queues.sendMessage('updates-dead', each);
    const on = (queue: string, held: boolean) => {
      const { ready = [], inflight = new Map() } = queues.inspectQueue(queue)?.messages ?? {};
      const inHand = [...inflight.values()].map(({ message }) => message.body);
      return [...ready.map((message) => message.body), ...(held ? inHand : [])];
    };
    const args = ['redrive', '--queue-url', `http://127.0.0.1:${queues.port}/000000000000/updates`];

    await kill(args, () => on('updates', true).length > 50);
    expect(on('updates-dead', true).length).toBeGreaterThan(0);
    const { code, out } = await ended(start(args));
    expect(code).toBe(0);
    expect(out).toMatch(/^moved \d+ dead letters back to the queue\n$/);
    expect(on('updates-dead', false)).toEqual([]);
    expect(new Set([...on('updates', true), ...on('updates-dead', true)])).toEqual(new Set(bodies));
  });
});
