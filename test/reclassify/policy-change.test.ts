/**
 * A stack is deployed with another instrument, on this machine: nothing changes until a person approves what it would do,
 * and then everything does, through the bundles, the queue and the commands as they are.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run as runCommand } from '../../cli/program.ts';
import { noProgress } from '../../cli/progress.ts';
import { type LocalRun, startLocal } from '../../infra/local/local-run.ts';
import { localCredentials } from '../../infra/local/loopback.ts';
import { page } from '../cli/case-world.ts';
import { body, OWN_MOTION_FACTS } from '../contract/store-samples.ts';
import { removeSynthesized, synthesize } from '../infra/synthesized.ts';
import { ownPort } from '../own-port.ts';

const PATIENCE_MS = 60_000;
const CASES = 12;
const BEFORE = { instrument: 'opla-2021-05-27', asOf: '2021-08-02' };
const AFTER = { instrument: 'opla-2022-04-03', asOf: '2022-05-02' };

let folder = '';
let run: LocalRun | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-motion-policy-'));
});
afterAll(async () => {
  await run?.stop();
  removeSynthesized();
  await rm(folder, { recursive: true, force: true });
});

async function deploy(changes: typeof BEFORE): Promise<LocalRun> {
  const issuer = `http://127.0.0.1:${await ownPort()}`;
  const { outdir } = await synthesize({ ...changes, signIn: { kind: 'issuer', issuer, clientId: 'own-motion' } });
  const port = { port: 0, orAnother: true };
  return startLocal({ root: folder, outdir, fresh: false, port, tokenLifetimeS: 900, log: () => {} });
}

async function send({ descriptor }: LocalRun, bodies: readonly string[]): Promise<void> {
  const { sqsEndpoint: endpoint, region, queueUrl: QueueUrl } = descriptor;
  const client = new SQSClient({ endpoint, region, credentials: localCredentials });
  for (let first = 0; first < bodies.length; first += 10) {
    const Entries = bodies.slice(first, first + 10).map((MessageBody, at) => ({ Id: String(at), MessageBody }));
    await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  }
  client.destroy();
}

async function ownMotion({ descriptor }: LocalRun, ...args: string[]) {
  const [out, err] = [page(), page()];
  const code = await runCommand([...args, '--state', folder], {
    input: (async function* () {})(),
    inputIsTerminal: false,
    inputBytes: () => undefined,
    out,
    err,
    today: () => '2030-01-01',
    now: () => new Date().toISOString(),
    running: async () => ({ kind: 'running', stack: descriptor }),
    progress: async () => noProgress,
    interrupted: () => new AbortController().signal,
  });
  return { code, out: out.text(), err: err.text() };
}

test('another instrument waits for an approval, and is then in every head', { timeout: 8 * PATIENCE_MS }, async () => {
  run = await deploy(BEFORE);
  await send(
    run,
    Array.from({ length: CASES }, (_, i) => body({ subject: `CASE-${i}`, facts: OWN_MOTION_FACTS })),
  );
  const before = run;
  const waited = { timeout: PATIENCE_MS, interval: 500 };
  await vi.waitFor(async () => {
    const { out } = await ownMotion(before, 'rebuild', '--dry-run');
    expect(out).toContain(`looked at ${CASES} cases: ${CASES} as the ledger says`);
  }, waited);
  expect((await ownMotion(run, 'reclassify', '--dry-run')).out).toMatch(/There is nothing to reclassify\.\n$/);
  await run.stop();

  run = await deploy(AFTER);
  const after = run;
  const left = await ownMotion(after, 'rebuild', '--dry-run');
  expect(left.out).toContain(`${CASES} answered under another policy`);
  const dry = await ownMotion(after, 'reclassify', '--dry-run');
  expect([dry.code, dry.err]).toEqual([0, '']);
  const [, plan = ''] = /--approve (\w+)\n$/.exec(dry.out) ?? [];
  const approved = await ownMotion(after, 'reclassify', '--approve', plan);
  expect(approved.out).toBe(`sent ${CASES} cases of ${CASES} to be drawn again by ${AFTER.instrument}\n`);
  await vi.waitFor(async () => {
    expect((await ownMotion(after, 'reclassify', '--dry-run')).out).toMatch(/There is nothing to reclassify\.\n$/);
  }, waited);
  const kept = await ownMotion(after, 'rebuild', '--dry-run');
  expect(kept.out).toBe(
    `looked at ${CASES} cases: ${CASES} as the ledger says, 0 would be repaired, 0 would be drawn anew\n`,
  );
});
