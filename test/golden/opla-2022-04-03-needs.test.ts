/**
 * The guidance of April 3, 2022 against the naive second reading of it, on its worked cases and on random small records:
 * the same answer in every field, so that what is asked for is exactly what can still decide.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../events/dates.ts';
import { assertedFacts, type Facts } from '../../events/facts.ts';
import { classify } from '../../shared/policy/classify.ts';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { randomRuns } from '../mutation/random-runs.ts';
import { maybe } from '../reference/random-facts.ts';
import { type RandomRecord, record } from '../reference/random-records.ts';
import { TooManyUnknowns } from '../reference/settle.ts';
import { standingAfter } from '../reference/standing.ts';
import { goldenCases } from './opla-2022-04-03.ts';
import { secondReading } from './opla-2022-04-03-second-reading.ts';
import { given } from './table.ts';

const compareText = (left: string, right: string) => left.localeCompare(right, 'en');

const RECORDS = randomRuns(8_000);
const RECORDS_COMPARED_MIN = randomRuns(7_500);
const SEED = 20220403;

const flag = fc.boolean();
const entryDate = fc.constantFrom(
  ...(['2010-05-01', '2019', '2020', '2020-10', '2020-10-31', '2020-11', '2020-11-01'] as const),
  ...(['2020-11-02', '2020-12-10', '2021'] as const),
);
const day: fc.Arbitrary<CalendarDate> = fc.constantFrom(
  ...(['2021-05-26', '2021-07-14', '2022-04-24', '2022-04-25', '2022-06-23', '2022-06-24'] as const),
  ...(['2023-07-27', '2023-07-28', '2025-01-19', '2025-01-20', '2025-01-21'] as const),
);

/** What only this instrument reads, or reads around other days. */
const ofTheGuidance = fc.record({
  asOf: day,
  isChecked: maybe(3, fc.constant(true)),
  lastEntry: maybe(
    3,
    fc.record(
      { on: entryDate, manner: fc.constantFrom('admitted', 'paroled', 'without-inspection') },
      { requiredKeys: ['on'] },
    ),
  ),
  apprehension: maybe(
    4,
    fc.record(
      { place: fc.constantFrom('border', 'port-of-entry', 'interior'), on: entryDate, attemptingUnlawfulEntry: flag },
      { requiredKeys: ['place', 'on'] },
    ),
  ),
  ntaSource: maybe(5, fc.constantFrom('ice', 'cbp', 'uscis-referral')),
  humanRightsViolator: maybe(7, flag),
  charge: maybe(
    7,
    fc.record({
      code: fc.constantFrom('237(a)(4)(D)', '212(a)(3)(E)', '212(a)(2)(A)(i)(I)', '237(a)(2)(E)(i)'),
      status: fc.constantFrom('alleged', 'sustained', 'not-sustained', 'withdrawn'),
    }),
  ),
  aggravatingFactors: maybe(
    6,
    fc.record(
      { weapon: flag, harm: flag, sophistication: flag, gravityOrSentence: flag, seriousPriorRecord: flag },
      { requiredKeys: [] },
    ),
  ),
  mitigatingFactors: maybe(7, fc.record({ age: flag, victimWitnessOrParty: flag }, { requiredKeys: [] })),
  entryOnCutOff: maybe(6, fc.constantFrom('day-included', 'day-excluded', 'neither')),
  paroled: maybe(6, fc.constantFrom('lawful-entry', 'unlawful-entry')),
});

const later = fc.tuple(record, ofTheGuidance).map(([random, own]): RandomRecord => {
  const { asOf, isChecked } = own;
  const withOwn = (facts: Facts): Facts =>
    standingAfter({
      ...facts,
      backgroundCheckedOn: isChecked === true ? asOf : null,
      lastEntry: own.lastEntry ?? null,
      apprehension: own.apprehension ?? null,
      ntaSource: own.ntaSource ?? null,
      nationalSecurity: { ...facts.nationalSecurity, humanRightsViolator: own.humanRightsViolator ?? null },
      publicSafetyFactors: { aggravating: own.aggravatingFactors ?? null, mitigating: own.mitigatingFactors ?? null },
      ntaCharges: {
        ...facts.ntaCharges,
        ...(own.charge && { p: own.charge }),
      },
      readings: {
        ...(own.entryOnCutOff && { 'border-entry-on-cut-off': own.entryOnCutOff }),
        ...(own.paroled && { 'border-paroled': own.paroled }),
      },
    });
  return {
    ...random,
    asOf,
    facts: withOwn(random.facts),
    ...(random.withProhibited && { withProhibited: withOwn(random.withProhibited) }),
  };
});

function productAnswer({ asOf, ...standing }: RandomRecord) {
  const instrument = findInstrument('opla-2022-04-03');
  if (instrument === undefined) throw new Error('no such instrument');
  const answer = classify(instrument, 'A-CASE-0001', standing, asOf);
  const { priorities, grounds, lane, actions, dismissParagraph, needs, notices } = answer;
  const paragraph = dismissParagraph === undefined ? {} : { dismissParagraph };
  return { priorities, grounds, lane, actions, ...paragraph, needs: needs.toSorted(compareText), notices };
}

function readingOf({ facts, withProhibited, asOf, prohibitedAsserted }: RandomRecord) {
  try {
    return secondReading(withProhibited === undefined ? [facts] : [facts, withProhibited], asOf, prohibitedAsserted);
  } catch (error) {
    if (error instanceof TooManyUnknowns) return undefined;
    throw error;
  }
}

describe('the second reading of opla-2022-04-03', () => {
  test.each(goldenCases)('$id $title', (golden) => {
    const random = { facts: standingAfter(given(golden)), prohibitedAsserted: false, asOf: golden.asOf };
    expect(productAnswer(random)).toEqual(readingOf(random));
  });

  test('agrees with the product on every field of random records, and they reach every lane and priority', () => {
    const met = new Set<string>();
    let compared = 0;
    const agree = fc.property(later, (random) => {
      const expected = readingOf(random);
      if (expected === undefined) return;
      compared += 1;
      const answer = productAnswer(random);
      expect(answer).toEqual(expected);
      met.add(answer.lane);
      for (const [priority, value] of Object.entries(answer.priorities)) met.add(`${priority} ${value}`);
    });
    fc.assert(agree, { numRuns: RECORDS, seed: SEED });
    expect(compared).toBeGreaterThanOrEqual(RECORDS_COMPARED_MIN);
    const values = ['true', 'false', 'unknown'];
    const priorities = ['national-security', 'public-safety', 'border-security'];
    expect(met).toEqual(
      new Set([
        'own-motion',
        'supervisor',
        'needs-facts',
        'none',
        ...priorities.flatMap((priority) => values.map((value) => `${priority} ${value}`)),
      ]),
    );
  });

  test('random records are facts as an update may assert them', () => {
    for (const { facts } of fc.sample(later, { numRuns: 2_000, seed: SEED })) assertedFacts.parse(facts);
  });
});
