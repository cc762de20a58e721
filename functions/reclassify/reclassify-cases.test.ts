/** Cases drawn again from a queue: one outcome a message, live updates win, and whatever fails comes back. */
import { describe, expect, test } from 'vitest';
import type { AssertedFacts } from '../../events/facts.ts';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { RECLASSIFY_TYPE } from '../../shared/reclassify/request.ts';
import { StoreError } from '../../shared/store/errors.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import type { CaseStore } from '../../shared/store/store.ts';
import {
  decided,
  headOf,
  names,
  OWN_MOTION_FACTS,
  reviewContent,
  SHARDS,
  theInstrument,
  update,
} from '../../test/contract/store-samples.ts';
import type { Message } from '../consume.ts';
import { type ReclassifyDeps, reclassifyCases } from './reclassify-cases.ts';
import type { CaseCounts } from './reclassify-report.ts';

const OF_AGE = '2021-06-20';
const MINOR: AssertedFacts = {
  ...OWN_MOTION_FACTS,
  lawfulStatus: null,
  birthDate: '2003-06-20',
  otherPriorityApproval: { by: 'field-office-director', on: '2021-06-01' },
};

async function putMinor(store: CaseStore, subject: string): Promise<string> {
  const caseKey = names.caseKey(subject);
  await store.writeHead(caseKey, headOf([update({ subject, facts: MINOR })]), undefined);
  return caseKey;
}

function message(id: string, caseKeys: readonly string[], more: object = {}): Message {
  return { id, body: JSON.stringify({ type: RECLASSIFY_TYPE, caseKeys, ...more }) };
}

function worker(ledger: ReclassifyDeps['ledger'], given: Partial<ReclassifyDeps> = {}) {
  const said: string[] = [];
  let counts: CaseCounts | undefined;
  const deps: ReclassifyDeps = {
    ledger,
    instrument: theInstrument(),
    shards: SHARDS,
    report: {
      log: (code, { kind } = {}) => void said.push(kind === undefined ? code : `${code} ${kind}`),
      countCases: (all) => {
        counts = all;
      },
      countDue: () => {},
      countFlag: (change, lane) => void said.push(`${change} ${lane}`),
      countFault: () => {},
    },
    asOf: () => OF_AGE,
    now: () => `${OF_AGE}T00:10:00.000Z`,
    sleep: async () => {},
    random: () => 0.5,
    ...given,
  };
  return async (messages: readonly Message[], timeLeftMillis = () => 60_000) => {
    const proved: string[] = [];
    await reclassifyCases(deps, {
      messages,
      timeLeftMillis,
      prove: ({ id }) => void proved.push(id),
    });
    const done = Object.fromEntries(Object.entries(counts ?? {}).filter(([, count]) => count > 0));
    return { proved, done, said: said.filter((line) => line !== 'RECLASSIFY_DONE') };
  };
}

describe('a day that has come', () => {
  test('draws the cases it changes again, once, whatever names them twice', async () => {
    const store = memoryCaseStore({ shards: SHARDS });
    const keys = await Promise.all(['A', 'B', 'C'].map((subject) => putMinor(store, subject)));
    const run = worker(store);
    const messages = [message('m1', keys), message('m2', keys.slice(0, 2))];
    expect(await run(messages)).toEqual({
      proved: ['m1', 'm2'],
      done: { changed: 3 },
      said: ['withdrawn supervisor', 'withdrawn supervisor', 'withdrawn supervisor'],
    });
    expect(await worker(store)(messages)).toEqual({ proved: ['m1', 'm2'], done: { unchanged: 3 }, said: [] });
    expect(await store.readHead(keys[0] ?? '')).toMatchObject({ version: 2, flag: { state: 'withdrawn' } });
  });

  test('leaves a decision that stands on its facts, and the flag with it', async () => {
    const store = memoryCaseStore({ shards: SHARDS });
    const caseKey = await putMinor(store, 'A');
    const head = await store.readHead(caseKey);
    if (head === undefined) throw new Error('no head');
    const review = decided(head);
    await store.writeReview(caseKey, reviewContent(head, review), 1);
    expect(await worker(store)([message('m1', [caseKey])])).toMatchObject({ done: { changed: 1 } });
    const after = await store.readHead(caseKey);
    expect(after).toMatchObject({ review, flag: { state: 'raised', fellAway: true } });
    expect(after?.queue?.partition).toMatch(/^decided#/);
  });

  test('has nothing to do for a case that is not there', async () => {
    const run = worker(memoryCaseStore({ shards: SHARDS }));
    expect(await run([message('m1', [names.caseKey('nobody')])])).toEqual({
      proved: ['m1'],
      done: { absent: 1 },
      said: [],
    });
  });
});

describe('an update that comes meanwhile', () => {
  test('stands, and the case is drawn from what it wrote', async () => {
    const store = memoryCaseStore({ shards: SHARDS });
    const caseKey = await putMinor(store, 'A');
    let reads = 0;
    const late = update({ subject: 'A', id: 'late', sequence: 2, facts: { humanitarian: { elderly: true } } });
    const ledger: ReclassifyDeps['ledger'] = {
      ...store,
      readHead: async (key) => {
        const head = await store.readHead(key);
        reads += 1;
        if (reads === 1 && head !== undefined) {
          await store.writeHead(key, headOf([late], { previous: head }), head.version);
        }
        return head;
      },
    };
    const result = await worker(ledger)([message('m1', [caseKey])]);
    expect(result).toMatchObject({ proved: ['m1'], done: { changed: 1 } });
    const head = await store.readHead(caseKey);
    expect(head).toMatchObject({ version: 3, classification: { lane: 'supervisor', asOf: OF_AGE } });
    expect(head?.record.asserted.get('humanitarian/elderly')?.value).toBe(true);
  });

  test('that never ends leaves the message to the queue', async () => {
    const store = memoryCaseStore({ shards: SHARDS });
    const caseKey = await putMinor(store, 'A');
    const ledger = { ...store, writeHead: async () => 'version-conflict' as const };
    expect(await worker(ledger)([message('m1', [caseKey])])).toEqual({
      proved: [],
      done: { retried: 1 },
      said: ['CASE_RETRIED version-lost'],
    });
  });
});

describe('what goes wrong', () => {
  test('with one case fails the messages that name it, and no other', async () => {
    const store = memoryCaseStore({ shards: SHARDS });
    const [good, bad] = await Promise.all([putMinor(store, 'good'), putMinor(store, 'bad')]);
    const ledger: ReclassifyDeps['ledger'] = {
      ...store,
      readHead: async (key) => {
        if (key === bad) throw new StoreError('corrupt-item', 'head.record');
        return store.readHead(key);
      },
    };
    const messages = [message('m1', [good]), message('m2', [good, bad]), message('m3', [bad])];
    expect(await worker(ledger)(messages)).toEqual({
      proved: ['m1'],
      done: { changed: 1, failed: 1 },
      said: expect.arrayContaining(['CASE_FAILED corrupt-item', 'CASE_FAILED corrupt-item', 'withdrawn supervisor']),
    });
  });

  test('for a while is tried again', async () => {
    const store = memoryCaseStore({ shards: SHARDS });
    const caseKey = await putMinor(store, 'A');
    let calls = 0;
    const ledger: ReclassifyDeps['ledger'] = {
      ...store,
      writeHead: async (...args) => {
        calls += 1;
        if (calls === 1) throw new StoreError('throttled', 'table');
        const result = await store.writeHead(...args);
        // Done, and the answer lost.
        if (calls === 2) throw new StoreError('unavailable', 'table');
        return result;
      },
    };
    expect(await worker(ledger)([message('m1', [caseKey])])).toMatchObject({ proved: ['m1'], done: { unchanged: 1 } });
    expect(await store.readHead(caseKey)).toMatchObject({ version: 2 });
  });

  test('near the end of its time everything not begun is left to the queue', async () => {
    const store = memoryCaseStore({ shards: SHARDS });
    const caseKey = await putMinor(store, 'A');
    expect(await worker(store)([message('m1', [caseKey])], () => 5_000)).toMatchObject({
      proved: [],
      said: ['CASE_RETRIED out-of-time'],
    });
    expect(await store.readHead(caseKey)).toMatchObject({ version: 1 });
  });

  test('nothing is written that might not be done before its time is over', async () => {
    const store = memoryCaseStore({ shards: SHARDS });
    const caseKey = await putMinor(store, 'A');
    let left = 10_000;
    const slow: ReclassifyDeps['ledger'] = {
      ...store,
      readHead: async (key) => {
        left -= 5_000;
        return store.readHead(key);
      },
    };
    const run = worker(slow);
    expect(await run([message('m1', [caseKey])], () => left)).toMatchObject({
      proved: [],
      done: { retried: 1 },
      said: ['CASE_RETRIED out-of-time'],
    });
    expect(await store.readHead(caseKey)).toMatchObject({ version: 1 });
  });

  test.each([
    ['no JSON', '{'],
    ['another type', JSON.stringify({ type: 'own-motion.docket-update.v1', caseKeys: [names.caseKey('A')] })],
    ['a case id for a key', JSON.stringify({ type: RECLASSIFY_TYPE, caseKeys: ['A-CASE-1'] })],
    ['no case', JSON.stringify({ type: RECLASSIFY_TYPE, caseKeys: [] })],
    ['too many', JSON.stringify({ type: RECLASSIFY_TYPE, caseKeys: Array(26).fill(names.caseKey('A')) })],
  ])('with a message (%s) leaves it for the dead letters', async (_, text) => {
    const run = worker(memoryCaseStore({ shards: SHARDS }));
    expect(await run([{ id: 'm1', body: text }])).toEqual({ proved: [], done: {}, said: ['REQUEST_REFUSED'] });
  });
});

describe('another instrument than a case was answered under', () => {
  const next = findInstrument('opla-2022-04-03');
  if (next === undefined) throw new Error('no second instrument');

  test('waits for an approval, though the day of the case has come', async () => {
    const store = memoryCaseStore({ shards: SHARDS });
    const caseKey = await putMinor(store, 'A');
    const due = message('m1', [caseKey]);
    expect(await worker(store, { instrument: next })([due])).toEqual({
      proved: ['m1'],
      done: { waiting: 1 },
      said: [],
    });
    expect(await store.readHead(caseKey)).toMatchObject({ version: 1 });
    const approved = message('m2', [caseKey], { policyHash: next.contentHash });
    const both = await worker(store, { instrument: next })([due, approved]);
    expect(both).toMatchObject({ proved: ['m1', 'm2'], done: { changed: 1 } });
  });

  test('once approved is the only one that its cases are drawn by', async () => {
    const store = memoryCaseStore({ shards: SHARDS });
    const caseKey = await putMinor(store, 'A');
    const approved = message('m1', [caseKey], { policyHash: next.contentHash });
    expect(await worker(store)([approved])).toEqual({ proved: [], done: {}, said: ['REQUEST_OTHER_POLICY'] });
    expect(await store.readHead(caseKey)).toMatchObject({ version: 1 });
    expect(await worker(store, { instrument: next })([approved])).toMatchObject({ done: { changed: 1 } });
    expect(await store.readHead(caseKey)).toMatchObject({ policyId: next.id, policyHash: next.contentHash });
  });
});
