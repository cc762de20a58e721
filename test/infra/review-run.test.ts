/** Reviewers at work on the local run: over HTTP, with tokens of its issuer, through the bundles and the real queue. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type LocalRun, startLocal } from '../../infra/local/local-run.ts';
import { localCredentials } from '../../infra/local/loopback.ts';
import { ownPort } from '../own-port.ts';
import { type CallApi, callerWith, signIn } from './sign-in.ts';
import { removeSynthesized, synthesize } from './synthesized.ts';

/** Many times what a request or an update takes. */
const PATIENCE_MS = 40_000;
const DAY = '2021-06-15';
/** Stand where only reviewers may read them: no log may have them. */
const CANARIES = { caseId: 'CANARY-CASE-81', reason: 'canary reason of a person', protected: 'CANARY-CASE-82' };

let folder = '';
let run: LocalRun;
let reviewer: CallApi;
let colleague: CallApi;
let anyone: CallApi;

const flagged = {
  office: 'HOU',
  stage: 'pending',
  proceeding: 'removal',
  backgroundCheckedOn: '2021-06-01',
  firstPresence: '2015',
  relief: { r1: { kind: 'i-130', status: 'approved', visaAvailable: true } },
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-motion-review-'));
  const issuer = `http://127.0.0.1:${await ownPort()}`;
  const { outdir } = await synthesize({ asOf: DAY, signIn: { kind: 'issuer', issuer, clientId: 'own-motion' } });
  run = await startLocal({
    root: folder,
    outdir,
    fresh: false,
    port: { port: 0, orAnother: true },
    tokenLifetimeS: 900,
    log: (line) => console.error(line),
  });
  await send([
    update(CANARIES.caseId, flagged),
    update('CASE-90', { ...flagged, office: 'NYC' }),
    update(CANARIES.protected, { ...flagged, protected1367: true }),
  ]);
  const { pageUrl } = run.descriptor;
  reviewer = await signIn(pageUrl, 'sample-reviewer-1');
  colleague = await signIn(pageUrl, 'sample-reviewer-3');
  anyone = callerWith(pageUrl, undefined);
  await vi.waitFor(async () => expect(await queueOf(colleague)).toHaveLength(2), {
    timeout: PATIENCE_MS,
    interval: 200,
  });
}, 4 * PATIENCE_MS);

afterAll(async () => {
  await run.stop();
  removeSynthesized();
  await rm(folder, { recursive: true, force: true });
});

function update(subject: string, facts: object): object {
  return {
    specversion: '1.0',
    id: `update-${subject}`,
    source: 'urn:docket:test',
    type: 'own-motion.docket-update.v1',
    subject,
    data: { sequence: 3, provenance: 'record', facts },
  };
}

async function send(updates: object[]): Promise<void> {
  const { sqsEndpoint, queueUrl, region } = run.descriptor;
  const client = new SQSClient({ endpoint: sqsEndpoint, region, credentials: localCredentials });
  const Entries = updates.map((each, at) => ({ Id: String(at), MessageBody: JSON.stringify(each) }));
  const { Successful = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  expect(Successful).toHaveLength(updates.length);
}

const queueOf = async (call: CallApi, query = 'lane=own-motion'): Promise<{ key: string; status: string }[]> =>
  (await call('GET', `/v1/offices/HOU/queue?${query}`)).body.flags;
const keyOf = async (call: CallApi, caseId: string): Promise<string> =>
  (await call('POST', '/v1/lookup', { caseId })).body.key;
const because = (idempotencyKey: string) => ({ reason: CANARIES.reason, idempotencyKey });

describe('reviewers', () => {
  test('are told who they are by their token, and nobody without one is told anything', async () => {
    expect((await reviewer('GET', '/v1/me')).body).toMatchObject({
      name: 'Dana Whitlock',
      role: 'reviewer',
      offices: ['HOU'],
      protectedAccess: false,
      asOf: DAY,
      leaseMinutes: 30,
    });
    for (const call of [anyone, callerWith(run.descriptor.pageUrl, 'not.a.token')]) {
      expect(await call('GET', '/v1/me')).toMatchObject({ status: 401, text: '{"message":"Unauthorized"}' });
      expect(await call('GET', '/v1/nothing')).toMatchObject({ status: 401 });
    }
  });

  test('see the cases of their offices, and protected ones only where they may', async () => {
    const [open, ...others] = await queueOf(reviewer);
    expect({ open, others }).toMatchObject({ open: { status: 'open' }, others: [] });
    expect(open?.key).toBe(await keyOf(reviewer, CANARIES.caseId));

    const hidden = await keyOf(colleague, CANARIES.protected);
    const notThere = await reviewer('GET', `/v1/cases/${'A'.repeat(43)}`);
    expect(notThere.status).toBe(404);
    expect(await reviewer('GET', `/v1/cases/${hidden}`)).toEqual(notThere);
    expect(await reviewer('GET', `/v1/cases/${await keyOf(colleague, 'CASE-90')}`)).toEqual(notThere);
    expect((await reviewer('POST', '/v1/lookup', { caseId: CANARIES.protected })).text).toBe(notThere.text);

    expect((await colleague('GET', `/v1/cases/${hidden}`)).body).toMatchObject({ code: 'access-reason-needed' });
    const opened = await colleague('POST', `/v1/cases/${hidden}/access`, because('access-0123456789'));
    expect(opened).toMatchObject({ status: 200, body: { caseId: CANARIES.protected, restricted: true } });
    expect((await colleague('GET', `/v1/cases/${hidden}`)).status).toBe(200);
  });

  test('claim, find, are told that the case has moved, and decide', { timeout: 2 * PATIENCE_MS }, async () => {
    const key = await keyOf(reviewer, CANARIES.caseId);
    const claimed = await reviewer('POST', `/v1/cases/${key}/claim`, {});
    expect(claimed).toMatchObject({ status: 200, body: { status: 'claimed', claim: { mine: true } } });
    expect(await colleague('POST', `/v1/cases/${key}/claim`, {})).toMatchObject({
      status: 409,
      body: { code: 'held-by-another', holder: { name: 'Dana Whitlock', mine: false } },
    });

    const { seen } = claimed.body;
    const finding = { path: 'citizenshipEvidence', value: true, seen, ...because('finding-0123456789') };
    const recorded = await reviewer('POST', `/v1/cases/${key}/finding`, finding);
    expect(recorded).toMatchObject({ status: 200, body: { updateId: expect.any(String) } });
    expect(await reviewer('POST', `/v1/cases/${key}/finding`, finding)).toEqual(recorded);
    const show = async () => (await reviewer('GET', `/v1/cases/${key}`)).body;
    await expect.poll(async () => (await show()).seen.updates, { timeout: PATIENCE_MS }).toBe(seen.updates + 1);
    const moved = await show();
    expect(moved.explanation.classification.dismissParagraph).toBe('239.2(a)(1)');
    expect(moved.changedSinceClaim).toMatchObject([{ path: 'citizenshipEvidence' }]);

    const decision = { decision: 'move-to-dismiss', seen, ...because('decision-0123456789') };
    expect(await reviewer('POST', `/v1/cases/${key}/decision`, decision)).toMatchObject({
      status: 409,
      body: { code: 'case-moved', changes: [{ path: 'citizenshipEvidence' }] },
    });
    const again = { ...decision, seen: moved.seen, ...because('decision-9876543210') };
    const decided = await reviewer('POST', `/v1/cases/${key}/decision`, again);
    expect(decided).toMatchObject({
      status: 200,
      body: { status: 'decided', decided: { decision: 'move-to-dismiss' } },
    });
    expect((await reviewer('POST', `/v1/cases/${key}/decision`, again)).status).toBe(200);
    expect(await reviewer('POST', `/v1/cases/${key}/decision`, { ...again, decision: 'decline' })).toMatchObject({
      status: 409,
      body: { code: 'key-used-otherwise' },
    });
    expect((await show()).timeline.filter((event: { act?: string }) => event.act === 'decision')).toHaveLength(1);
    expect(await queueOf(reviewer)).toEqual([]);
    expect(await queueOf(reviewer, 'lane=own-motion&status=decided')).toMatchObject([{ key, status: 'decided' }]);
  });
});

test('the page is served to whoever asks, and loads nothing from elsewhere', async () => {
  const { pageUrl, issuerUrl } = run.descriptor;
  const response = await fetch(pageUrl, { headers: { accept: 'text/html' } });
  const html = await response.text();
  expect(response.headers.get('content-security-policy')).toContain(`connect-src 'self' ${issuerUrl};`);
  const scripts = [...html.matchAll(/src="([^"]+)"/g)].map(([, source]) => source ?? '');
  expect(scripts).not.toEqual([]);
  for (const source of scripts) {
    const script = await fetch(new URL(source, pageUrl));
    expect({ status: script.status, type: script.headers.get('content-type') }).toEqual({
      status: 200,
      type: 'text/javascript; charset=utf-8',
    });
  }
});

test('nothing of a case or of what a person wrote is in any log', async () => {
  const logs = join(folder, '.local', 'logs');
  // What a thread prints comes to its file by way of a stream.
  const said = () => readFile(join(logs, 'ReviewApiFunction.ndjson'), 'utf8');
  await expect.poll(said, { timeout: PATIENCE_MS }).toContain('"outcome":"case-moved"');
  const names = await readdir(logs);
  expect(names).toEqual(expect.arrayContaining(['ClassifyUpdateFunction.ndjson', 'ReviewApiFunction.ndjson']));
  for (const name of names) {
    const text = await readFile(join(logs, name), 'utf8');
    for (const canary of Object.values(CANARIES)) expect(text).not.toContain(canary);
  }
});
