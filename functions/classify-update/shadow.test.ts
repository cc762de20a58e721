/** A second instrument on live traffic: what it counts, and that nothing else is otherwise for it. */
import { expect, test } from 'vitest';
import type { AssertedFacts } from '../../events/facts.ts';
import { standingFacts } from '../../shared/docket/standing.ts';
import { classify } from '../../shared/policy/classify.ts';
import { findInstrument, type Instrument } from '../../shared/policy/instruments.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import { memoryQuarantineStore } from '../../shared/store/memory/quarantine-store.ts';
import {
  AS_OF,
  body,
  headOf,
  names,
  OWN_MOTION_FACTS,
  SHARDS,
  theInstrument,
  update,
} from '../../test/contract/store-samples.ts';
import { queueEvent, recordingReport, type Sent } from '../../test/simulation/consumer.ts';
import { consume } from '../consume.ts';
import { type ClassifyDeps, classifyUpdates } from './classify-updates.ts';
import { compareUnderShadow, type Shadow } from './shadow.ts';
import type { ShadowCode, ShadowCounts } from './shadow-report.ts';

function knownInstrument(id: string): Instrument {
  const found = findInstrument(id);
  if (found === undefined) throw new Error(`no instrument ${id}`);
  return found;
}

const other = knownInstrument('ice-2021-02-18');
const FACTS: AssertedFacts[] = [
  OWN_MOTION_FACTS,
  { ...OWN_MOTION_FACTS, lawfulStatus: null },
  { ...OWN_MOTION_FACTS, backgroundCheckedOn: null },
  { ...OWN_MOTION_FACTS, respondentPosition: 'opposes' },
  { stage: 'pending' },
  { stage: 'ended' },
];
const DOCKET = FACTS.map((facts, i) => ({ subject: `A-CASE-${i}`, id: `u${i}`, facts }));
const HEADS = DOCKET.map((draft) => headOf([update(draft)]));
const BATCH: Sent[] = DOCKET.map((draft, i) => ({ id: `m${i}`, body: body(draft) }));

function shadowOf(instrument: Instrument) {
  const counted: ShadowCounts[] = [];
  const said: (readonly [ShadowCode, unknown])[] = [];
  const shadow: Shadow = {
    instrument,
    report: { count: (counts) => void counted.push(counts), log: (code, fault) => void said.push([code, fault]) },
  };
  return { shadow, counted, said };
}

function makeDeps(setting: Partial<ClassifyDeps> = {}) {
  const ledger = memoryCaseStore({ shards: SHARDS });
  const report = recordingReport();
  const deps: ClassifyDeps = {
    ledger,
    quarantine: memoryQuarantineStore(),
    names,
    instrument: theInstrument(),
    shards: SHARDS,
    report,
    asOf: () => AS_OF,
    now: () => '2021-06-15T12:00:00.000Z',
    sleep: async () => {},
    random: () => 0.5,
    ...setting,
  };
  return { deps, ledger, report };
}

/** The function's work on a batch, as the handler does it, and all that it leaves behind. */
async function run(shadow: Shadow | undefined) {
  const { deps, ledger, report } = makeDeps({ shadow });
  const faults: unknown[] = [];
  const work = consume(
    (batch) => classifyUpdates(deps, batch),
    (error) => void faults.push(error),
  );
  const event = queueEvent([...BATCH, { id: 'poison', body: 'no json' }]);
  const answer = await work(event, { getRemainingTimeInMillis: () => 30_000 });
  const heads = await Promise.all(DOCKET.map(({ subject }) => ledger.readHead(names.caseKey(subject))));
  const { lines, outcomes, counted } = report;
  return { answer, faults, heads, lines, outcomes, counted };
}

const broken: Instrument = {
  ...other,
  suggest: () => {
    throw new Error('CANARY of A-CASE-1');
  },
};

test('each difference is counted under the lane the case stands in and the lane it would stand in', () => {
  const { shadow, counted, said } = shadowOf(other);
  compareUnderShadow(shadow, HEADS, () => 30_000);
  const lanes = HEADS.map(({ caseId, record, classification }) => {
    const { lane } = classify(other, caseId, standingFacts(record), AS_OF);
    return [classification.lane, lane] as const;
  });
  const expected = new Map<string, number>();
  for (const [lane, shadowLane] of lanes) {
    if (lane !== shadowLane) expected.set(`${lane} ${shadowLane}`, (expected.get(`${lane} ${shadowLane}`) ?? 0) + 1);
  }
  expect(expected.size).toBeGreaterThan(0);
  const [counts, ...more] = counted;
  expect(more).toEqual([]);
  expect(counts).toMatchObject({ compared: HEADS.length, failed: 0, skipped: 0 });
  const found = counts?.differences.map(({ lane, shadowLane, cases }) => [`${lane} ${shadowLane}`, cases] as const);
  expect(new Map(found)).toEqual(expected);
  expect(said).toEqual([]);
});

test('the instrument beside itself differs nowhere', () => {
  const { shadow, counted } = shadowOf(theInstrument());
  compareUnderShadow(shadow, HEADS, () => 30_000);
  expect(counted).toEqual([{ compared: HEADS.length, differences: [], otherActions: 0, failed: 0, skipped: 0 }]);
});

test('other suggestions in the same lane are counted apart', () => {
  const own = theInstrument();
  const without: Instrument = { ...own, suggest: (inputs) => ({ ...own.suggest(inputs), actions: [] }) };
  const { shadow, counted } = shadowOf(without);
  compareUnderShadow(shadow, HEADS, () => 30_000);
  const withActions = HEADS.filter(({ classification }) => classification.actions.length > 0);
  expect(withActions.length).toBeGreaterThan(0);
  expect(counted).toMatchObject([{ differences: [], otherActions: withActions.length }]);
});

test('a case is read as of the day it was classified as of', () => {
  const birthday = { ...OWN_MOTION_FACTS, lawfulStatus: null, birthDate: '2003-06-20' };
  const heads = ['2021-06-19', '2021-06-20'].map((asOf) => headOf([update({ facts: birthday })], { asOf }));
  expect(heads[0]?.classification.lane).not.toBe(heads[1]?.classification.lane);
  const { shadow, counted } = shadowOf(theInstrument());
  compareUnderShadow(shadow, heads, () => 30_000);
  expect(counted).toMatchObject([{ compared: 2, differences: [] }]);
});

test.each([
  ['another instrument', other],
  ['one that fails for every case', broken],
])('under %s, heads, outcomes, flags and log lines are what they are without', async (_what, instrument) => {
  const plain = await run(undefined);
  const { shadow, counted } = shadowOf(instrument);
  const shadowed = await run(shadow);
  expect(counted).toHaveLength(1);
  expect(shadowed).toEqual(plain);
  expect(shadowed).toMatchObject({ answer: { batchItemFailures: [] }, faults: [] });
});

test('a fault of the second instrument is told once a batch, by its place and never its words', () => {
  const { shadow, counted, said } = shadowOf(broken);
  compareUnderShadow(shadow, HEADS, () => 30_000);
  expect(counted).toMatchObject([{ compared: 0, failed: HEADS.length, differences: [] }]);
  expect(said).toEqual([['SHADOW_FAILED', { kind: 'program', place: expect.stringContaining('shadow.test.ts') }]]);
  expect(JSON.stringify([counted, said])).not.toContain('CANARY');
});

test('near the end of the time cases are left out and said to be', () => {
  const { shadow, counted } = shadowOf(other);
  const times = [30_000, 30_000];
  compareUnderShadow(shadow, HEADS, () => times.shift() ?? 5_999);
  expect(counted).toMatchObject([{ compared: 2, skipped: HEADS.length - 2, failed: 0 }]);
});

test('should even its report break, every message that was proved stays proved', async () => {
  const { shadow } = shadowOf(other);
  const count = () => {
    throw new Error('no metrics');
  };
  const { answer, faults } = await run({ ...shadow, report: { ...shadow.report, count } });
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(faults).toHaveLength(1);
});
