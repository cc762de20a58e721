/**
 * An office's own instrument, added from outside the core without touching it: it classifies, asks for what decides and
 * nothing else, compares with a built-in one, and takes what-if settings like any other.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assertedFacts, type Facts } from '../../events/facts.ts';
import { faultsOf } from '../../shared/policy/check-instrument.ts';
import type { Lane, Truth } from '../../shared/policy/classification.ts';
import { classify } from '../../shared/policy/classify.ts';
import { compareCase } from '../../shared/policy/compare/compare-case.ts';
import { readSides } from '../../shared/policy/compare/settings.ts';
import { explainCase } from '../../shared/policy/explanation/explain-case.ts';
import { findInstrument, instruments } from '../../shared/policy/instruments.ts';
import { opla20210527 } from '../../shared/policy/opla-2021-05-27/instrument.ts';
import { acceptedUpdate } from '../explanation/random-updates.ts';
import { answerOf, expected, given, ordinary } from '../golden/table.ts';
import { before, yearsFull } from '../reference/calendar.ts';
import { any, ask, choose, type Interview, interview, known } from '../reference/interview.ts';
import { maybe } from '../reference/random-facts.ts';
import { completions, decisivePaths } from '../reference/settle.ts';
import { standingAfter } from '../reference/standing.ts';
import { instrument } from './own-instrument/instrument.ts';
import { workedCases } from './own-instrument/worked-cases.ts';

const AS_OF = '2021-10-01';
const RUNS = 5_000;
const SEED = 20210901;

function answer(facts: Facts, asOf = AS_OF) {
  return classify(instrument, 'A-CASE-0001', { facts, prohibitedAsserted: false }, asOf);
}

describe('the instrument of an office', () => {
  test('is sound, and the core does not know it', () => {
    expect(faultsOf(instrument)).toEqual([]);
    expect(findInstrument(instrument.id)).toBeUndefined();
    expect(findInstrument(instrument.id, [...instruments, instrument])).toBe(instrument);
  });

  test('has a content hash of its own, which a head records beside the id', () => {
    expect(instrument.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(instrument.adjusted({ settledYears: 12 }).contentHash).not.toBe(instrument.contentHash);
  });

  test.each(workedCases)('$id: $title', (golden) => {
    const facts = standingAfter(given(golden));
    expect(answerOf(answer(facts, golden.asOf)), golden.why).toEqual(expected(golden));
  });

  test('names its open question and takes an answer for a whole run', () => {
    expect(instrument.questions).toEqual([
      { id: 'entry-by-parole', answers: ['counts', 'does-not-count'], rules: ['recent-entry'] },
    ]);
    const read = readSides([instrument], [], ['readings.entry-by-parole=does-not-count', 'settledYears=5']);
    expect(read).toMatchObject({ kind: 'read', sides: [{ answers: { 'entry-by-parole': 'does-not-count' } }] });
  });

  test('is explained in words where it uses actions and notices that others have', () => {
    const witness = workedCases.find(({ id }) => id === 'witness');
    if (witness === undefined) throw new Error('the case is gone');
    const facts = { ...given(witness), respondentPosition: null };
    const updates = [acceptedUpdate(1, facts)];
    const { suggestions, notices } = explainCase({ instrument, caseId: 'A-CASE-0001', updates, asOf: AS_OF });
    expect(suggestions).toEqual([
      { id: 'dismiss', says: 'Move to dismiss without prejudice.', cite: '8 CFR 239.2(a)(7)' },
      { id: 'ask-position', says: "Ask for the respondent's position." },
    ]);
    expect(notices.map(({ id, says }) => [id, says.slice(0, 30)])).toEqual([
      ['restricted', 'The grounds and facts of the c'],
    ]);
  });

  test('compares with a built-in one', () => {
    const read = readSides([opla20210527, instrument], ['A', 'B'], []);
    if (read.kind === 'refused') throw new Error(read.message);
    const [a, b] = read.sides;
    const facts: Facts = { ...ordinary, humanitarian: { seriousHealthCondition: true }, firstPresence: '2015-01-01' };
    expect(compareCase([a!, b!], { facts, prohibitedAsserted: false }, AS_OF)).toMatchObject({
      a: 'own-motion',
      b: 'triage',
      accounts: [{ kind: 'rule', rule: 'humanitarian', a: true, b: null }],
    });
  });
});

/** The directive read a second time, naively, with every comparison that meets an unknown written down. */
function secondReading(of: Interview, facts: Facts): { recent: Truth; settled: Truth; lane: Lane } {
  const { lastEntry, firstPresence, readings, relief = {} } = facts;
  const entry = (inner: Interview) =>
    lastEntry === undefined
      ? undefined
      : known(inner, before(lastEntry.on, '2020-03-01'), 'entered before', 'lastEntry.on');
  const parole = (inner: Interview): Truth => {
    const reading = readings?.['entry-by-parole'];
    if (reading === 'counts' || reading === 'does-not-count') return reading === 'counts';
    return ask(inner, 'parole counts', 'readings.entry-by-parole');
  };
  const presentBefore = (inner: Interview): Truth =>
    firstPresence === undefined
      ? false
      : known(inner, before(firstPresence, '2020-03-01'), 'present before', 'firstPresence');
  const recent =
    lastEntry === undefined
      ? choose(
          of,
          presentBefore,
          () => false,
          (inner) => ask(inner, 'entry', 'lastEntry'),
        )
      : choose(
          of,
          (inner) => entry(inner) ?? false,
          () => false,
          (inner) => (lastEntry.manner === 'paroled' ? parole(inner) : true),
        );
  const long =
    firstPresence === undefined ? false : known(of, yearsFull(firstPresence, 10, AS_OF), 'ten years', 'firstPresence');
  const petitions = Object.entries(relief)
    .filter(([, request]) => request?.kind === 'i-130' && request.status === 'approved')
    .map(([id, request]) => known(of, request?.visaAvailable, `visa of ${id}`, `relief.${id}.visaAvailable`));
  const settled = any([long, ...petitions]);
  return { recent, settled, lane: laneFor(facts, recent, settled) };
}

function laneFor({ stage = 'pending' }: Facts, recent: Truth, settled: Truth): Lane {
  if (!['nta-unfiled', 'pending', 'on-appeal'].includes(stage)) return 'none';
  if (recent === true) return 'none';
  if (recent === false && settled === true) return 'own-motion';
  return settled !== false && (recent === 'unknown' || settled === 'unknown') ? 'needs-facts' : 'triage';
}

/** The naive answer: each way of settling what is unknown is tried. */
function naiveAnswer(facts: Facts) {
  const paths = new Map<string, string>();
  const evaluate = (of: Interview) => {
    const { lane } = secondReading(of, facts);
    for (const { comparison, path } of of.met) paths.set(comparison, path);
    return { lane, joins: false };
  };
  const now = interview();
  const { recent, settled, lane: tableLane } = secondReading(now, facts);
  const all = completions(evaluate);
  const lanes = new Set(all.map(({ lane }) => lane));
  const [only] = lanes;
  const lane = tableLane === 'needs-facts' && lanes.size === 1 ? only : tableLane;
  const counted = lane === 'none' ? [] : (['stage', 'proceeding'] as const).filter((path) => facts[path] === undefined);
  const needs = new Set([...counted, ...decisivePaths(now.met, all, paths)]);
  return { lane, recent, settled, needs };
}

const date = fc.constantFrom(
  '2010',
  '2011-10',
  '2011-10-01',
  '2011-10-02',
  '2019',
  '2020-02-29',
  '2020',
  '2020-03-01',
  '2021-03',
);
const facts: fc.Arbitrary<Facts> = fc
  .record({
    stage: maybe(4, fc.constantFrom('nta-unfiled', 'pending', 'on-appeal', 'final-order', 'ended')),
    proceeding: maybe(4, fc.constantFrom('removal', 'asylum-only')),
    firstPresence: maybe(3, date),
    lastEntry: maybe(
      3,
      fc.record(
        { on: date, manner: fc.constantFrom('admitted', 'paroled', 'without-inspection') },
        { requiredKeys: ['on'] },
      ),
    ),
    readings: maybe(3, fc.record({ 'entry-by-parole': fc.constantFrom('counts', 'does-not-count', 'perhaps') })),
    relief: maybe(
      3,
      fc.dictionary(
        fc.constantFrom('r1', 'r2', 'r3'),
        fc.record(
          {
            kind: fc.constantFrom('i-130', 'u'),
            status: fc.constantFrom('approved', 'pending'),
            visaAvailable: fc.boolean(),
          },
          { requiredKeys: ['kind', 'status'] },
        ),
      ),
    ),
  })
  .map((sections) => standingAfter(assertedFacts.parse(sections)));

test('it asks for exactly what some way of settling the rest lets decide, on random records', () => {
  const lanes = new Set<string>();
  const asked = new Set<string>();
  const agree = fc.property(facts, (random) => {
    const { lane, priorities, grounds, needs } = answer(random);
    const found = { lane, recent: priorities['recent-entry'], settled: grounds.settled, needs: new Set(needs) };
    expect(found).toEqual(naiveAnswer(random));
    lanes.add(lane);
    for (const need of needs) asked.add(need.replace(/r\d/, 'r'));
  });
  fc.assert(agree, { numRuns: RUNS, seed: SEED });
  expect([...lanes].sort()).toEqual(['needs-facts', 'none', 'own-motion', 'triage']);
  expect([...asked].sort()).toEqual([
    'firstPresence',
    'lastEntry',
    'lastEntry.on',
    'proceeding',
    'readings.entry-by-parole',
    'relief.r.visaAvailable',
    'stage',
  ]);
});
