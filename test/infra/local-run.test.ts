/** The local run across its own deaths: what a sender was told is in stays in, whatever kills the process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { runningStack } from '../../cli/running.ts';
import { ownPort } from '../own-port.ts';
import { removeSynthesized, synthesize } from './synthesized.ts';

const child = fileURLToPath(new URL('./local-run-child.ts', import.meta.url));
const announcement = z.object({
  descriptor: runningStack,
  depth: z.object({ visible: z.int(), inFlight: z.int(), dead: z.int() }),
});
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
/** For a start, a drain or a stop; many times what each takes. */
const PATIENCE_MS = 20_000;

const CASES = 30;
const UPDATES_A_CASE = 6;
const BATCH = 10;

/** Each case moves through facts that raise, change and withdraw its flag; one message in a hundred is no update. */
function messages(): string[] {
  const all: string[] = [];
  for (let sequence = 0; sequence < UPDATES_A_CASE; sequence += 1) {
    for (let number = 0; number < CASES; number += 1) {
      const facts = factsAt(sequence, number);
      all.push(
        JSON.stringify({
          specversion: '1.0',
          id: `update-${number}-${sequence}`,
          source: 'urn:docket:test',
          type: 'own-motion.docket-update.v1',
          subject: `CASE-${number}`,
          data: { sequence, provenance: 'record', facts },
        }),
      );
      if (all.length % 100 === 0) all.push(`no update ${all.length}`);
    }
  }
  return all;
}

function factsAt(sequence: number, number: number): object {
  switch (sequence) {
    case 0:
      return { office: number % 2 === 0 ? 'NYC' : 'SFR', stage: 'pending', proceeding: 'removal' };
    case 1:
      return { backgroundCheckedOn: '2021-06-01', firstPresence: '2015' };
    case 2:
      return { relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } } };
    case 3:
      return { hearing: { on: '2021-09-01', kind: 'individual' }, detained: number % 3 === 0 };
    case 4:
      return number % 4 === 0 ? { stage: 'ended' } : { respondentPosition: 'consents' };
    default:
      return number % 5 === 0 ? { relief: null } : { represented: true };
  }
}

interface Run {
  process: ChildProcess;
  descriptor: z.infer<typeof runningStack>;
  depth: { visible: number; inFlight: number; dead: number };
}

let outdir = '';
let folder = '';
const processes: ChildProcess[] = [];

beforeAll(async () => {
  const issuer = `http://127.0.0.1:${await ownPort()}`;
  outdir = (await synthesize({ signIn: { kind: 'issuer', issuer, clientId: 'own-motion' } })).outdir;
  folder = await mkdtemp(join(tmpdir(), 'own-motion-local-'));
  // A bundle for each function, on a machine that may be busy.
}, 6 * PATIENCE_MS);

afterAll(async () => {
  for (const running of processes) running.kill('SIGKILL');
  removeSynthesized();
  await rm(folder, { recursive: true, force: true });
});

function launch(root: string): ChildProcess {
  const launched = spawn(process.execPath, [child, root, outdir], { stdio: ['ignore', 'pipe', 'pipe'] });
  processes.push(launched);
  return launched;
}

async function start(root: string): Promise<Run> {
  const launched = launch(root);
  const errors = textOf(launched);
  const lines = createInterface({ input: launched.stdout ?? process.stdin });
  const line = await Promise.race([once(lines, 'line'), once(launched, 'exit')]);
  if (launched.exitCode !== null) throw new Error(`the run did not start: ${await errors}`);
  return { process: launched, ...announcement.parse(JSON.parse(String(line[0]))) };
}

async function textOf(launched: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of launched.stderr ?? []) text += chunk;
  return text;
}

async function end(run: Run, signal: NodeJS.Signals): Promise<number | null> {
  run.process.kill(signal);
  if (run.process.exitCode === null && run.process.signalCode === null) await once(run.process, 'exit');
  return run.process.exitCode;
}

function queueClient({ descriptor }: Run): SQSClient {
  return new SQSClient({ endpoint: descriptor.sqsEndpoint, region: descriptor.region, credentials, maxAttempts: 1 });
}

/** Sends until done or until the run is gone; what was not acknowledged is returned, to be sent again. */
async function send(run: Run, toSend: readonly string[]): Promise<string[]> {
  const client = queueClient(run);
  for (let first = 0; first < toSend.length; first += BATCH) {
    const Entries = toSend.slice(first, first + BATCH).map((MessageBody, at) => ({ Id: String(at), MessageBody }));
    try {
      const { Successful = [] } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: run.descriptor.queueUrl, Entries }),
      );
      expect(Successful).toHaveLength(Entries.length);
    } catch {
      return toSend.slice(first);
    }
  }
  return [];
}

async function drained(run: Run): Promise<void> {
  const client = queueClient(run);
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const QueueUrl = run.descriptor.queueUrl;
  await expect
    .poll(
      async () => {
        const { Attributes } = await client.send(
          new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] }),
        );
        return names.map((name) => Attributes?.[name]);
      },
      { timeout: PATIENCE_MS, interval: 50 },
    )
    .toEqual(['0', '0']);
}

/** Everything that does not tell when or in which company an update arrived; attributes of an item have no order. */
async function contents({ descriptor }: Run): Promise<{ heads: unknown[]; entries: unknown[]; quarantine: unknown[] }> {
  const { dynamodbEndpoint, region } = descriptor;
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: dynamodbEndpoint, region, credentials }));
  const scan = async (TableName: string) => {
    const items: Record<string, unknown>[] = [];
    for await (const page of paginateScan({ client }, { TableName })) items.push(...(page.Items ?? []));
    return items;
  };
  const cases = await scan(descriptor.caseTableName);
  const quarantine = await scan(descriptor.quarantineTableName);
  const sorted = (items: Record<string, unknown>[]) =>
    items
      .map(({ version: _v, flag: _f, receivedAt: _r, day: _d, queueOrder: _q, ...item }) =>
        JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))),
      )
      .sort();
  return {
    heads: sorted(cases.filter(({ sk }) => sk === 'HEAD')),
    entries: sorted(cases.filter(({ sk }) => sk !== 'HEAD')),
    quarantine: sorted(quarantine),
  };
}

describe('a local run', () => {
  test('killed twice in the middle of the docket loses nothing that was acknowledged', {
    timeout: 4 * PATIENCE_MS,
  }, async () => {
    const all = messages();
    const killed = join(folder, 'killed');
    const third = Math.ceil(all.length / 3 / BATCH) * BATCH;

    let run = await start(killed);
    let rest = await send(run, all.slice(0, third));
    expect(rest).toEqual([]);
    await end(run, 'SIGKILL');

    run = await start(killed);
    expect(run.depth.visible + run.depth.inFlight).toBeGreaterThan(0);
    const sending = send(run, all.slice(third));
    await expect
      .poll(async () => (await contents(run)).heads.length, { timeout: PATIENCE_MS, interval: 200 })
      .toBeGreaterThan(CASES / 2);
    await end(run, 'SIGKILL');
    rest = await sending;

    run = await start(killed);
    expect(await send(run, rest)).toEqual([]);
    await drained(run);
    const afterKills = await contents(run);
    expect(await end(run, 'SIGTERM')).toBe(0);

    const clean = join(folder, 'clean');
    await mkdir(join(clean, '.local'), { recursive: true });
    // The same secret, so that the same case stands under the same key.
    await cp(join(killed, '.local', 'secrets.json'), join(clean, '.local', 'secrets.json'));
    run = await start(clean);
    expect(await send(run, all)).toEqual([]);
    await drained(run);
    const undisturbed = await contents(run);
    expect(await end(run, 'SIGINT')).toBe(0);

    expect(undisturbed.heads).toHaveLength(CASES);
    expect(undisturbed.entries).toHaveLength(CASES * UPDATES_A_CASE);
    expect(undisturbed.quarantine).toHaveLength(all.length - CASES * UPDATES_A_CASE);
    expect(afterKills).toEqual(undisturbed);
  });

  test('stays on loopback, keeps its secret, refuses a second run, and takes its descriptor away when it stops', {
    timeout: 3 * PATIENCE_MS,
  }, async () => {
    const root = join(folder, 'tidy');
    const run = await start(root);
    const file = join(root, '.local', 'running.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(run.descriptor);
    expect((await stat(join(root, '.local', 'secrets.json'))).mode & 0o077).toBe(0);
    expect((await stat(join(root, '.local', 'issuer-key.json'))).mode & 0o077).toBe(0);
    const { sqsEndpoint, dynamodbEndpoint, secretsEndpoint, pageUrl, issuerUrl } = run.descriptor;
    for (const endpoint of [sqsEndpoint, dynamodbEndpoint, secretsEndpoint, pageUrl, issuerUrl]) {
      expect(new URL(endpoint).hostname).toBe('127.0.0.1');
      const elsewhere = `http://127.0.0.2:${new URL(endpoint).port}/health`;
      await expect(fetch(elsewhere, { signal: AbortSignal.timeout(1000) })).rejects.toThrow();
    }
    const second = launch(root);
    const said = textOf(second);
    await once(second, 'exit');
    expect(second.exitCode).toBe(1);
    expect(await said).toBe(`already running here as process ${run.process.pid}: stop that one first\n`);
    expect(await end(run, 'SIGTERM')).toBe(0);
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });
});
