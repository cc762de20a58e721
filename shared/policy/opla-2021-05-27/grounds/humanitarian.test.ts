/** Compelling humanitarian factors: raised by evidence, and asked for only once begun. Contract, section 2. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../events/facts.ts';
import { type RuleRow, ruleNamed, said } from '../../../../test/rules/table.ts';

const answerTo = ruleNamed('humanitarian');

const recorded = (humanitarian: NonNullable<Facts['humanitarian']>): Facts => ({ humanitarian });
const born = (birthDate: string, humanitarian?: NonNullable<Facts['humanitarian']>): Facts => ({
  birthDate,
  ...(humanitarian && { humanitarian }),
});

describe('a recorded factor', () => {
  it.each<RuleRow>([
    { given: 'serious health condition', facts: recorded({ seriousHealthCondition: true }), holds: true },
    { given: 'primary caregiver', facts: recorded({ primaryCaregiver: true }), holds: true },
    { given: 'household member seriously ill', facts: recorded({ householdMemberSeriouslyIll: true }), holds: true },
    { given: 'victim of serious crime', facts: recorded({ victimOfSeriousCrime: true }), holds: true },
    { given: 'found elderly', facts: recorded({ elderly: true }), holds: true },
    { given: 'nothing recorded', facts: {}, holds: false },
    {
      given: 'each of them recorded as no',
      facts: recorded({
        seriousHealthCondition: false,
        primaryCaregiver: false,
        householdMemberSeriouslyIll: false,
        victimOfSeriousCrime: false,
        elderly: false,
      }),
      holds: false,
    },
    {
      given: 'one recorded, another begun: nothing is missing',
      facts: recorded({ primaryCaregiver: true, arrivedAsYoungChild: true }),
      holds: true,
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('a minor', () => {
  it.each<RuleRow>([
    { given: 'eighteen today', facts: born('2003-06-15'), holds: false },
    { given: 'eighteen tomorrow', facts: born('2003-06-16'), holds: true },
    { given: 'born today', facts: born('2021-06-15'), holds: true },
    { given: 'born in 2003', facts: born('2003'), holds: 'unknown', missing: ['birthDate'] },
    { given: 'born in June 2003', facts: born('2003-06'), holds: 'unknown', missing: ['birthDate'] },
    { given: 'born in July 2003', facts: born('2003-07'), holds: true },
    { given: 'born in May 2003', facts: born('2003-05'), holds: false },
    { given: 'birth not recorded, which raises nothing', facts: {}, holds: false },
    { given: 'born on 29 February, on 28 February', facts: born('2004-02-29'), asOf: '2022-02-28', holds: true },
    { given: 'born on 29 February, on 1 March', facts: born('2004-02-29'), asOf: '2022-03-01', holds: false },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('elderly, which is a finding and no number', () => {
  it.each<RuleRow>([
    { given: 'sixty today', facts: born('1961-06-15'), holds: 'unknown', missing: ['humanitarian.elderly'] },
    { given: 'sixty tomorrow', facts: born('1961-06-16'), holds: false },
    { given: 'eighty', facts: born('1941-01-01'), holds: 'unknown', missing: ['humanitarian.elderly'] },
    { given: 'eighty, found not elderly', facts: born('1941-01-01', { elderly: false }), holds: false },
    { given: 'eighty, found elderly', facts: born('1941-01-01', { elderly: true }), holds: true },
    { given: 'fifty-five, found elderly', facts: born('1966-01-01', { elderly: true }), holds: true },
    { given: 'born in 1961, so perhaps sixty', facts: born('1961'), holds: 'unknown', missing: ['birthDate'] },
    { given: 'born in 1961, found not elderly', facts: born('1961', { elderly: false }), holds: false },
    {
      given: 'born in May 1961, so sixty',
      facts: born('1961-05'),
      holds: 'unknown',
      missing: ['humanitarian.elderly'],
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('pregnancy, by the day it was recorded', () => {
  const expecting = (pregnantAsOf: string): Facts => recorded({ pregnantAsOf });
  it.each<RuleRow>([
    { given: 'today', facts: expecting('2021-06-15'), holds: true },
    { given: '280 days before', facts: expecting('2020-09-08'), holds: true },
    {
      given: '281 days before',
      facts: expecting('2020-09-07'),
      holds: 'unknown',
      missing: ['humanitarian.pregnantAsOf'],
    },
    { given: 'tomorrow', facts: expecting('2021-06-16'), holds: false },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('arrived as a young child and here continuously since', () => {
  it.each<RuleRow>([
    {
      given: 'both recorded',
      facts: recorded({ arrivedAsYoungChild: true, continuousSinceArrival: true }),
      holds: true,
    },
    {
      given: 'arrival recorded',
      facts: recorded({ arrivedAsYoungChild: true }),
      holds: 'unknown',
      missing: ['humanitarian.continuousSinceArrival'],
    },
    {
      given: 'continuous stay recorded',
      facts: recorded({ continuousSinceArrival: true }),
      holds: 'unknown',
      missing: ['humanitarian.arrivedAsYoungChild'],
    },
    {
      given: 'arrival, but not continuous',
      facts: recorded({ arrivedAsYoungChild: true, continuousSinceArrival: false }),
      holds: false,
    },
    {
      given: 'continuous, but not as a young child',
      facts: recorded({ arrivedAsYoungChild: false, continuousSinceArrival: true }),
      holds: false,
    },
    { given: 'not as a young child, stay not recorded', facts: recorded({ arrivedAsYoungChild: false }), holds: false },
    { given: 'not continuous, arrival not recorded', facts: recorded({ continuousSinceArrival: false }), holds: false },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('significant, non-frivolous collateral litigation', () => {
  const litigation = (collateralLitigation: { significant?: boolean; nonFrivolous?: boolean }): Facts =>
    recorded({ collateralLitigation });
  it.each<RuleRow>([
    { given: 'both recorded', facts: litigation({ significant: true, nonFrivolous: true }), holds: true },
    {
      given: 'significant',
      facts: litigation({ significant: true }),
      holds: 'unknown',
      missing: ['humanitarian.collateralLitigation.nonFrivolous'],
    },
    {
      given: 'non-frivolous',
      facts: litigation({ nonFrivolous: true }),
      holds: 'unknown',
      missing: ['humanitarian.collateralLitigation.significant'],
    },
    { given: 'significant but frivolous', facts: litigation({ significant: true, nonFrivolous: false }), holds: false },
    { given: 'not significant', facts: litigation({ significant: false }), holds: false },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

it('lists what is missing of several factors in the order of the rule', () => {
  const row: RuleRow = {
    given: 'several factors begun',
    facts: born('1961', {
      pregnantAsOf: '2019-01-01',
      continuousSinceArrival: true,
      collateralLitigation: { significant: true },
    }),
    holds: 'unknown',
    missing: [
      'humanitarian.pregnantAsOf',
      'humanitarian.arrivedAsYoungChild',
      'humanitarian.collateralLitigation.nonFrivolous',
      'birthDate',
    ],
  };
  expect(answerTo(row)).toEqual(said(row));
});
