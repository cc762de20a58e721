/** A table that answers, but slowly: an invocation ends within its time, and lets go of all that it has proved. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { REVIEW_SOURCE } from '../../events/docket-update.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import { memoryQuarantineStore } from '../../shared/store/memory/quarantine-store.ts';
import { body, names, SHARDS } from '../../test/contract/store-samples.ts';
import { makeConsumer, type Sent } from '../../test/simulation/consumer.ts';
import type { FaultyStores } from '../../test/simulation/faulty.ts';

const LIMIT_MILLIS = 30_000;
/** Of a request that times out, is made again, and times out all but. */
const SLOWEST_MILLIS = 5_500;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function slow({ ledger, quarantine }: FaultyStores): FaultyStores {
  const pause = () => new Promise<void>((resolve) => void setTimeout(resolve, SLOWEST_MILLIS));
  return {
    ledger: {
      readHead: (caseKey) => pause().then(() => ledger.readHead(caseKey)),
      putEntry: (caseKey, entry) => pause().then(() => ledger.putEntry(caseKey, entry)),
      writeHead: (caseKey, content, version) => pause().then(() => ledger.writeHead(caseKey, content, version)),
      readAct: (caseKey, id) => pause().then(() => ledger.readAct(caseKey, id)),
    },
    quarantine: { put: (message) => pause().then(() => quarantine.put(message)) },
  };
}

async function consumeSlowly(messages: readonly Sent[]) {
  const ledger = memoryCaseStore({ shards: SHARDS });
  const stores = slow({ ledger, quarantine: memoryQuarantineStore() });
  const began = Date.now();
  const { report, consume } = makeConsumer(stores, { timeLeft: () => began + LIMIT_MILLIS - Date.now() });
  let took = 0;
  const ended = consume(messages).finally(() => {
    took = Date.now() - began;
  });
  await vi.runAllTimersAsync();
  const failed = await ended;
  return { failed, took, report, head: (subject: string) => ledger.readHead(names.caseKey(subject)) };
}

const ofCases = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `m${i}`, body: body({ subject: `A-CASE-${i}` }) }));

test('of more cases than there is time for, those that are stored are let go and the rest come again', async () => {
  const { failed, took, report, head } = await consumeSlowly(ofCases(25));
  expect(took).toBeLessThan(LIMIT_MILLIS);
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(25);
  expect(report.outcomes).toMatchObject({ applied: 25 - failed.length, retried: failed.length });
  // The last was not begun.
  const last = { messageId: 'm24', fault: 'out-of-time', place: 'batch' };
  expect(report.lines).toContainEqual({ code: 'UPDATE_RETRIED', fields: last });
  for (let i = 0; i < 25; i++) {
    if (!failed.includes(`m${i}`)) expect(await head(`A-CASE-${i}`)).toMatchObject({ version: 1 });
  }
});

test('a case with many updates at once stops before its time is over', async () => {
  const many = Array.from({ length: 25 }, (_, i) => ({ id: `m${i}`, body: body({ id: `u${i}`, sequence: i }) }));
  const { failed, took, report } = await consumeSlowly(many);
  expect(took).toBeLessThan(LIMIT_MILLIS);
  expect(failed).toHaveLength(25);
  expect(report.outcomes).toMatchObject({ retried: 25, error: 0 });
  const first = report.lines.find(({ code }) => code === 'UPDATE_RETRIED');
  expect(first?.fields).toMatchObject({ fault: 'out-of-time', place: 'case' });
});

test('so do updates of which the act that they came from is looked for', async () => {
  const found = Array.from({ length: 10 }, (_, i) => ({
    id: `m${i}`,
    body: body({ id: `u${i}`, source: REVIEW_SOURCE }),
  }));
  const { failed, took, report } = await consumeSlowly(found);
  expect(took).toBeLessThan(LIMIT_MILLIS);
  expect(failed.length).toBeGreaterThan(0);
  expect(report.outcomes).toMatchObject({ error: 0, retried: failed.length });
});

test('so do messages that are refused', async () => {
  const refused = Array.from({ length: 55 }, (_, i) => ({ id: `m${i}`, body: `no JSON ${i}` }));
  const { failed, took, report } = await consumeSlowly(refused);
  expect(took).toBeLessThan(LIMIT_MILLIS);
  expect(report.outcomes).toMatchObject({ rejected: 55 - failed.length, retried: failed.length });
});
