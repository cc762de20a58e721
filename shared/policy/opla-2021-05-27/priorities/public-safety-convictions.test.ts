/**
 * Public safety, elements (i) and (ii): which convictions count. A threat is found and a check is valid throughout, so
 * that the priority holds just when an element is on record. Contract, section 2.
 */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../events/facts.ts';
import { type RuleRow, ruleNamed, said } from '../../../../test/rules/table.ts';

const answerTo = ruleNamed('public-safety');

type Conviction = NonNullable<NonNullable<Facts['convictions']>[string]>;

const found: Facts = { backgroundCheckedOn: '2021-06-01', threatFinding: { poses: true, on: '2021-06-10' } };
const convicted = (conviction: Partial<Conviction>, beside: Facts = {}): Facts => ({
  ...found,
  ...beside,
  convictions: { c1: { offense: 'o', ...conviction } },
});
const final = { disposition: 'final' } as const;
const juvenile = { disposition: 'juvenile-adjudication' } as const;

describe('an aggravated felony', () => {
  it.each<RuleRow>([
    { given: 'found to be one, final', facts: convicted({ ...final, aggravatedFelony: true }), holds: true },
    { given: 'found to be none, final', facts: convicted({ ...final, aggravatedFelony: false }), holds: false },
    {
      given: 'not found either way, final',
      facts: convicted(final),
      holds: 'unknown',
      missing: ['convictions.c1.aggravatedFelony'],
    },
    {
      given: 'expunged, which is still a conviction',
      facts: convicted({ disposition: 'expunged', aggravatedFelony: true }),
      holds: true,
    },
    {
      given: 'vacated for a legal defect, which is none',
      facts: convicted({ disposition: 'vacated-for-legal-defect', aggravatedFelony: true, gangElement: true }),
      holds: false,
    },
    {
      given: 'on direct appeal',
      facts: convicted({ disposition: 'on-direct-appeal', aggravatedFelony: true }),
      holds: 'unknown',
      missing: ['convictions.c1.disposition'],
    },
    {
      given: 'what became of it not recorded',
      facts: convicted({ aggravatedFelony: true }),
      holds: 'unknown',
      missing: ['convictions.c1.disposition'],
    },
    {
      given: 'neither outcome nor finding recorded',
      facts: convicted({}),
      holds: 'unknown',
      missing: ['convictions.c1.disposition', 'convictions.c1.aggravatedFelony'],
    },
    {
      given: 'on direct appeal, and found to be none',
      facts: convicted({ disposition: 'on-direct-appeal', aggravatedFelony: false }),
      holds: false,
    },
    {
      given: 'a juvenile adjudication, which never counts as one',
      facts: convicted({ ...juvenile, aggravatedFelony: true }),
      holds: false,
    },
    {
      given: 'one conviction that is none and another that is one',
      facts: {
        ...found,
        convictions: {
          c1: { offense: 'o', ...final, aggravatedFelony: false },
          c2: { offense: 'o', ...final, aggravatedFelony: true },
        },
      },
      holds: true,
    },
    {
      given: 'one open conviction beside one that is an aggravated felony',
      facts: {
        ...found,
        convictions: { c1: { offense: 'o' }, c2: { offense: 'o', ...final, aggravatedFelony: true } },
      },
      holds: true,
    },
    { given: 'no conviction recorded', facts: found, holds: false },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('a foreign aggravated felony, by the end of its term', () => {
  const abroad = (termCompletedOn: string | undefined, differing: Partial<Conviction> = {}): Facts =>
    convicted({
      ...final,
      aggravatedFelony: true,
      foreign: true,
      ...(termCompletedOn !== undefined && { termCompletedOn }),
      ...differing,
    });
  it.each<RuleRow>([
    { given: 'exactly fifteen years before', facts: abroad('2006-06-15'), holds: true },
    { given: 'fifteen years and a day before', facts: abroad('2006-06-14'), holds: false },
    { given: 'last year', facts: abroad('2020'), holds: true },
    { given: 'some day of 2005', facts: abroad('2005'), holds: false },
    {
      given: 'some day of 2006',
      facts: abroad('2006'),
      holds: 'unknown',
      missing: ['convictions.c1.termCompletedOn'],
    },
    {
      given: 'some day of June 2006',
      facts: abroad('2006-06'),
      holds: 'unknown',
      missing: ['convictions.c1.termCompletedOn'],
    },
    { given: 'some day of July 2006', facts: abroad('2006-07'), holds: true },
    { given: 'not recorded', facts: abroad(undefined), holds: 'unknown', missing: ['convictions.c1.termCompletedOn'] },
    {
      given: 'not recorded, and no finding',
      facts: convicted({ ...final, foreign: true }),
      holds: 'unknown',
      missing: ['convictions.c1.aggravatedFelony', 'convictions.c1.termCompletedOn'],
    },
    {
      given: 'not recorded, and found to be none',
      facts: abroad(undefined, { aggravatedFelony: false }),
      holds: false,
    },
    { given: 'long ago, but the court is domestic', facts: abroad('1990', { foreign: false }), holds: true },
    {
      given: 'long ago, and the court not recorded, which is domestic',
      facts: convicted({ ...final, aggravatedFelony: true, termCompletedOn: '1990' }),
      holds: true,
    },
    { given: 'long ago, but with the gang element', facts: abroad('1990', { gangElement: true }), holds: true },
    {
      given: 'on 29 February 2008, fifteen years being complete on 1 March 2023',
      facts: { ...abroad('2008-02-29'), backgroundCheckedOn: '2023-02-01' },
      asOf: '2023-03-01',
      holds: true,
    },
    {
      given: 'on 29 February 2008, a day later',
      facts: { ...abroad('2008-02-29'), backgroundCheckedOn: '2023-02-01' },
      asOf: '2023-03-02',
      holds: false,
    },
  ])('completed $given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('the gang element', () => {
  const noFelony = { aggravatedFelony: false } as const;
  const inGang: Facts = { gang: { from: '2019-01-01', intentional: false } };
  it.each<RuleRow>([
    { given: 'found', facts: convicted({ ...final, ...noFelony, gangElement: true }), holds: true },
    { given: 'found not to be one', facts: convicted({ ...final, ...noFelony, gangElement: false }), holds: false },
    { given: 'no finding and nothing that raises it', facts: convicted({ ...final, ...noFelony }), holds: false },
    {
      given: 'no finding, participation recorded',
      facts: convicted({ ...final, ...noFelony }, inGang),
      holds: 'unknown',
      missing: ['convictions.c1.gangElement'],
    },
    {
      given: 'found not to be one, participation recorded',
      facts: convicted({ ...final, ...noFelony, gangElement: false }, inGang),
      holds: false,
    },
    {
      given: 'no finding, only a gang database',
      facts: convicted({ ...final, ...noFelony }, { gang: { databaseOnly: true } }),
      holds: false,
    },
    {
      given: 'no finding, sentence enhanced',
      facts: convicted({ ...final, ...noFelony, gangEnhancement: true }),
      holds: 'unknown',
      missing: ['readings.gang-enhancement'],
    },
    {
      given: 'no finding, sentence not enhanced',
      facts: convicted({ ...final, ...noFelony, gangEnhancement: false }),
      holds: false,
    },
    {
      given: 'enhanced, and read as an element',
      facts: convicted(
        { ...final, ...noFelony, gangEnhancement: true },
        { readings: { 'gang-enhancement': 'element' } },
      ),
      holds: true,
    },
    {
      given: 'enhanced, and read as no element',
      facts: convicted(
        { ...final, ...noFelony, gangEnhancement: true },
        { readings: { 'gang-enhancement': 'not-element' } },
      ),
      holds: false,
    },
    {
      given: 'enhanced, but found not to be an element',
      facts: convicted({ ...final, ...noFelony, gangEnhancement: true, gangElement: false }),
      holds: false,
    },
    {
      given: 'enhanced, participation recorded: the question comes first',
      facts: convicted({ ...final, ...noFelony, gangEnhancement: true }, inGang),
      holds: 'unknown',
      missing: ['readings.gang-enhancement'],
    },
    {
      given: 'found, on direct appeal',
      facts: convicted({ ...noFelony, disposition: 'on-direct-appeal', gangElement: true }),
      holds: 'unknown',
      missing: ['convictions.c1.disposition'],
    },
    {
      given: 'found, expunged',
      facts: convicted({ ...noFelony, disposition: 'expunged', gangElement: true }),
      holds: true,
    },
    {
      given: 'found, and nothing found of an aggravated felony',
      facts: convicted({ ...final, gangElement: true }),
      holds: true,
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('a juvenile finding with, or perhaps with, the gang element', () => {
  it.each<RuleRow>([
    {
      given: 'the element found',
      facts: convicted({ ...juvenile, gangElement: true }),
      holds: 'unknown',
      missing: ['readings.juvenile-finding'],
    },
    {
      given: 'the element found, read as counting',
      facts: convicted({ ...juvenile, gangElement: true }, { readings: { 'juvenile-finding': 'counts' } }),
      holds: true,
    },
    {
      given: 'the element found, read as not counting',
      facts: convicted({ ...juvenile, gangElement: true }, { readings: { 'juvenile-finding': 'does-not-count' } }),
      holds: false,
    },
    { given: 'found not to have it', facts: convicted({ ...juvenile, gangElement: false }), holds: false },
    { given: 'nothing that raises the element', facts: convicted(juvenile), holds: false },
    {
      given: 'enhanced: both questions stand, in this order',
      facts: convicted({ ...juvenile, gangEnhancement: true }),
      holds: 'unknown',
      missing: ['readings.juvenile-finding', 'readings.gang-enhancement'],
    },
    {
      given: 'enhanced, read as counting: the other question stands',
      facts: convicted({ ...juvenile, gangEnhancement: true }, { readings: { 'juvenile-finding': 'counts' } }),
      holds: 'unknown',
      missing: ['readings.gang-enhancement'],
    },
    {
      given: 'enhanced, read as not counting',
      facts: convicted({ ...juvenile, gangEnhancement: true }, { readings: { 'juvenile-finding': 'does-not-count' } }),
      holds: false,
    },
    {
      given: 'participation recorded, no finding',
      facts: convicted(juvenile, { gang: { to: '2019', intentional: false } }),
      holds: 'unknown',
      missing: ['readings.juvenile-finding', 'convictions.c1.gangElement'],
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});
