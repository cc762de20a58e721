/** Public safety: an element on record and, always, a person's finding of threat; and what is unseen. Contract, section 2. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../events/facts.ts';
import { type RuleRow, ruleNamed, said } from '../../../../test/rules/table.ts';

const answerTo = ruleNamed('public-safety');

const checked: Facts = { backgroundCheckedOn: '2021-06-01' };
const threat: Facts = { threatFinding: { poses: true, on: '2021-06-10' } };
const noThreat: Facts = { threatFinding: { poses: false, on: '2021-06-10' } };

/** Convicted of an aggravated felony: an element on record. */
const met: Facts = { convictions: { c1: { offense: 'o', aggravatedFelony: true, disposition: 'final' } } };
/** An attorney has found that the conviction is none: no element on record. */
const unmet: Facts = { convictions: { c1: { offense: 'o', aggravatedFelony: false, disposition: 'final' } } };
/** Nobody has found yet whether the conviction is one. */
const open: Facts = { convictions: { c1: { offense: 'o', disposition: 'final' } } };

describe('an element on record, a finding of threat, a background check', () => {
  it.each<RuleRow>([
    { given: 'element, threat, check', facts: { ...met, ...threat, ...checked }, holds: true },
    { given: 'element, threat, no check', facts: { ...met, ...threat }, holds: true },
    { given: 'element, found to pose no threat, check', facts: { ...met, ...noThreat, ...checked }, holds: false },
    { given: 'element, found to pose no threat, no check', facts: { ...met, ...noThreat }, holds: false },
    {
      given: 'element, no finding, check',
      facts: { ...met, ...checked },
      holds: 'unknown',
      missing: ['threatFinding'],
    },
    {
      given: 'element, no finding, no check',
      facts: met,
      holds: 'unknown',
      missing: ['threatFinding', 'backgroundCheckedOn'],
    },
    { given: 'no element, threat, check', facts: { ...unmet, ...threat, ...checked }, holds: false },
    {
      given: 'no element, threat, no check: something unseen may be the element',
      facts: { ...unmet, ...threat },
      holds: 'unknown',
      missing: ['backgroundCheckedOn'],
    },
    { given: 'no element, no threat, no check', facts: { ...unmet, ...noThreat }, holds: false },
    { given: 'no element, no finding, check', facts: { ...unmet, ...checked }, holds: false },
    {
      given: 'no element, no finding, no check: the finding is not asked for',
      facts: unmet,
      holds: 'unknown',
      missing: ['backgroundCheckedOn'],
    },
    { given: 'nothing recorded, check', facts: checked, holds: false },
    { given: 'nothing recorded, no check', facts: {}, holds: 'unknown', missing: ['backgroundCheckedOn'] },
    { given: 'nothing recorded, no threat', facts: noThreat, holds: false },
    {
      given: 'element open, threat, check',
      facts: { ...open, ...threat, ...checked },
      holds: 'unknown',
      missing: ['convictions.c1.aggravatedFelony'],
    },
    { given: 'element open, no threat, check', facts: { ...open, ...noThreat, ...checked }, holds: false },
    {
      given: 'element open, no finding, check',
      facts: { ...open, ...checked },
      holds: 'unknown',
      missing: ['convictions.c1.aggravatedFelony', 'threatFinding'],
    },
    {
      given: 'element open, no finding, no check',
      facts: open,
      holds: 'unknown',
      missing: ['convictions.c1.aggravatedFelony', 'threatFinding', 'backgroundCheckedOn'],
    },
    {
      given: 'element, no finding, a check of 366 days before',
      facts: { ...met, backgroundCheckedOn: '2020-06-14' },
      holds: 'unknown',
      missing: ['threatFinding', 'backgroundCheckedOn'],
    },
    {
      given: 'element, no finding, a check of 365 days before',
      facts: { ...met, backgroundCheckedOn: '2020-06-15' },
      holds: 'unknown',
      missing: ['threatFinding'],
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

type Status = NonNullable<NonNullable<Facts['ntaCharges']>[string]>['status'];
type Conviction = NonNullable<NonNullable<Facts['convictions']>[string]>;

describe('a charge of aggravated felony is not a conviction, and not nothing', () => {
  const found: Facts = { ...checked, ...threat };
  const charged = (code: string, status: Status): Facts => ({ ...found, ntaCharges: { n1: { code, status } } });
  const felony = '237(a)(2)(A)(iii)';
  const restingOn = (conviction: Partial<Conviction>): Facts => ({
    ...charged(felony, 'sustained'),
    convictions: { c1: { offense: 'o', charge: 'n1', ...conviction } },
  });
  it.each<RuleRow>([
    { given: 'alleged', facts: charged(felony, 'alleged'), holds: 'unknown', missing: ['convictions'] },
    { given: 'sustained', facts: charged(felony, 'sustained'), holds: 'unknown', missing: ['convictions'] },
    { given: 'withdrawn', facts: charged(felony, 'withdrawn'), holds: false },
    { given: 'not sustained', facts: charged(felony, 'not-sustained'), holds: false },
    { given: 'a charge of moral turpitude', facts: charged('237(a)(2)(A)(ii)', 'sustained'), holds: false },
    { given: 'a charge of the whole paragraph', facts: charged('237(a)(2)(A)', 'sustained'), holds: false },
    { given: 'a charge whose clause goes on', facts: charged('237(a)(2)(A)(iiii)', 'sustained'), holds: false },
    {
      given: 'a sub-clause of it',
      facts: charged('237(a)(2)(A)(iii)(a)', 'alleged'),
      holds: 'unknown',
      missing: ['convictions'],
    },
    {
      given: 'and the conviction it rests on is one',
      facts: restingOn({ aggravatedFelony: true, disposition: 'final' }),
      holds: true,
    },
    {
      given: 'and the conviction it rests on is none',
      facts: restingOn({ aggravatedFelony: false, disposition: 'final' }),
      holds: false,
    },
    {
      given: 'and the conviction it rests on was vacated',
      facts: restingOn({ disposition: 'vacated-for-legal-defect' }),
      holds: false,
    },
    {
      given: 'and the conviction it rests on is open itself',
      facts: restingOn({ disposition: 'final' }),
      holds: 'unknown',
      missing: ['convictions.c1.aggravatedFelony'],
    },
    {
      given: 'and the only conviction rests under another charge',
      facts: restingOn({ charge: 'n2', aggravatedFelony: false, disposition: 'final' }),
      holds: 'unknown',
      missing: ['convictions'],
    },
    {
      given: 'two charges, and a conviction under one of them',
      facts: {
        ...found,
        ntaCharges: { n1: { code: felony, status: 'alleged' }, n2: { code: felony, status: 'alleged' } },
        convictions: { c1: { offense: 'o', charge: 'n1', aggravatedFelony: false, disposition: 'final' } },
      },
      holds: 'unknown',
      missing: ['convictions'],
    },
    {
      given: 'charged, but found to pose no threat',
      facts: { ...charged(felony, 'sustained'), ...noThreat },
      holds: false,
    },
    {
      given: 'charged, no finding, no check',
      facts: { ntaCharges: { n1: { code: felony, status: 'alleged' } } },
      holds: 'unknown',
      missing: ['convictions', 'threatFinding', 'backgroundCheckedOn'],
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('what is missing, in order', () => {
  it.each<RuleRow>([
    {
      given: 'convictions by id in code-point order, each with its own facts, then charges, gang, finding and check',
      facts: {
        convictions: {
          b: { offense: 'o', foreign: true },
          '9': { offense: 'o', disposition: 'juvenile-adjudication', gangEnhancement: true },
          '10': { offense: 'o' },
        },
        ntaCharges: { n1: { code: '237(a)(2)(A)(iii)', status: 'alleged' } },
        gang: { databaseOnly: false, from: '2019' },
      },
      holds: 'unknown',
      missing: [
        'convictions.10.disposition',
        'convictions.10.aggravatedFelony',
        'convictions.10.gangElement',
        'readings.juvenile-finding',
        'readings.gang-enhancement',
        'convictions.b.disposition',
        'convictions.b.aggravatedFelony',
        'convictions.b.termCompletedOn',
        'convictions.b.gangElement',
        'convictions',
        'gang.intentional',
        'gang.furtheredIllegalActivity',
        'birthDate',
        'threatFinding',
        'backgroundCheckedOn',
      ],
    },
  ])('$given', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});
