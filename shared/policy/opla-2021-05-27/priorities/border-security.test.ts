/** Border security: arrest at the border (a), or no presence before 1 November 2020 (b). Contract, section 2. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../events/facts.ts';
import { type RuleRow, ruleNamed, said } from '../../../../test/rules/table.ts';

const answerTo = ruleNamed('border-security');

type Apprehension = NonNullable<Facts['apprehension']>;

/** Arrested at the border while attempting to enter unlawfully, save what is named. */
const arrest = (differing: Partial<Apprehension> = {}): Facts => ({
  apprehension: { place: 'border', on: '2020-11-01', attemptingUnlawfulEntry: true, ...differing },
});
/** Arrested inland long before, so that neither prong has anything of it but presence. */
const inlandBefore = arrest({ place: 'interior', on: '2019-03-14', attemptingUnlawfulEntry: false });
/** Arrested inland since, so that prong (a) fails and nothing is proved of presence before. */
const inlandSince = arrest({ place: 'interior', on: '2021-02-01', attemptingUnlawfulEntry: false });
const here = (firstPresence: string): Facts => ({ firstPresence });
const entered = (on: string, manner?: 'admitted' | 'paroled' | 'without-inspection'): Facts => ({
  lastEntry: { on, ...(manner && { manner }) },
});

describe('prong (a), arrest while attempting to enter unlawfully', () => {
  const longHere = here('2010');
  it.each<RuleRow>([
    { given: 'at the border, on the day of the cut-off', facts: { ...longHere, ...arrest() }, holds: true },
    { given: 'at the border, the day before', facts: { ...longHere, ...arrest({ on: '2020-10-31' }) }, holds: false },
    { given: 'at a port of entry', facts: { ...longHere, ...arrest({ place: 'port-of-entry' }) }, holds: true },
    { given: 'inland', facts: { ...longHere, ...arrest({ place: 'interior' }) }, holds: false },
    {
      given: 'at the border, not attempting to enter unlawfully',
      facts: { ...longHere, ...arrest({ attemptingUnlawfulEntry: false }) },
      holds: false,
    },
    {
      given: 'at the border, and nothing said of an attempt',
      facts: { ...longHere, apprehension: { place: 'border', on: '2020-11-01' } },
      holds: 'unknown',
      missing: ['apprehension.attemptingUnlawfulEntry'],
    },
    {
      given: 'inland, and nothing said of an attempt',
      facts: { ...longHere, apprehension: { place: 'interior', on: '2021-02-01' } },
      holds: false,
    },
    {
      given: 'at the border before the cut-off, and nothing said of an attempt',
      facts: { ...longHere, apprehension: { place: 'border', on: '2020-10-31' } },
      holds: false,
    },
    { given: 'at the border in November 2020', facts: { ...longHere, ...arrest({ on: '2020-11' }) }, holds: true },
    { given: 'at the border in October 2020', facts: { ...longHere, ...arrest({ on: '2020-10' }) }, holds: false },
    {
      given: 'at the border some day of 2020',
      facts: { ...longHere, ...arrest({ on: '2020' }) },
      holds: 'unknown',
      missing: ['apprehension.on'],
    },
    {
      given: 'at the border some day of 2020, and nothing said of an attempt',
      facts: { ...longHere, apprehension: { place: 'border', on: '2020' } },
      holds: 'unknown',
      missing: ['apprehension.on', 'apprehension.attemptingUnlawfulEntry'],
    },
    {
      given: 'inland some day of 2020',
      facts: { ...longHere, ...arrest({ on: '2020', place: 'interior' }) },
      holds: false,
    },
  ])('arrested $given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('silence about the arrest', () => {
  it.each<RuleRow>([
    { given: 'presence before proved and no entry since', facts: here('2020-10-31'), holds: false },
    {
      given: 'presence before proved by the last entry',
      facts: entered('2019-05', 'without-inspection'),
      holds: false,
    },
    {
      given: 'presence before proved, admitted since',
      facts: { ...here('2010'), ...entered('2021-01-05', 'admitted') },
      holds: false,
    },
    {
      given: 'presence before proved, entered since without inspection, and only that entry is not read',
      facts: {
        ...here('2010'),
        ...entered('2021-01-05', 'without-inspection'),
        readings: { 'border-re-entry': 'any-earlier-presence' },
      },
      holds: 'unknown',
      missing: ['apprehension'],
    },
    { given: 'no presence recorded', facts: {}, holds: 'unknown', missing: ['apprehension', 'firstPresence'] },
    { given: 'first here since, which is prong (b) whatever the arrest', facts: here('2020-11-01'), holds: true },
    {
      given: 'admitted since and first here since, read as reaching unlawful entry only',
      facts: {
        ...here('2021-01-05'),
        ...entered('2021-01-05', 'admitted'),
        readings: { 'border-admitted': 'unlawful-entry-only' },
      },
      holds: 'unknown',
      missing: ['apprehension'],
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('prong (b), no presence before the cut-off', () => {
  it.each<RuleRow>([
    { given: 'first here on 1 November 2020', facts: { ...here('2020-11-01'), ...inlandSince }, holds: true },
    { given: 'first here on 31 October 2020', facts: { ...here('2020-10-31'), ...inlandSince }, holds: false },
    { given: 'first here in November 2020', facts: { ...here('2020-11'), ...inlandSince }, holds: true },
    { given: 'first here in October 2020', facts: { ...here('2020-10'), ...inlandSince }, holds: false },
    { given: 'first here in 2021', facts: { ...here('2021'), ...inlandSince }, holds: true },
    {
      given: 'first here some day of 2020',
      facts: { ...here('2020'), ...inlandSince },
      holds: 'unknown',
      missing: ['firstPresence'],
    },
    { given: 'first presence not recorded', facts: inlandSince, holds: 'unknown', missing: ['firstPresence'] },
    { given: 'first presence not recorded, arrested here before', facts: inlandBefore, holds: false },
    {
      given: 'first presence not recorded, entered before',
      facts: { ...inlandSince, ...entered('2020-10-31', 'without-inspection') },
      holds: false,
    },
    {
      given: 'first presence not recorded, entered since',
      facts: { ...inlandSince, ...entered('2020-11-01', 'without-inspection') },
      holds: 'unknown',
      missing: ['firstPresence'],
    },
    {
      given: 'first presence not recorded, arrested here some day of 2020: that day is asked for before it',
      facts: arrest({ place: 'interior', on: '2020', attemptingUnlawfulEntry: false }),
      holds: 'unknown',
      missing: ['apprehension.on'],
    },
    {
      given: 'first presence recorded since, arrested here some day of 2020',
      facts: { ...here('2020-12-01'), ...arrest({ place: 'interior', on: '2020' }) },
      holds: 'unknown',
      missing: ['apprehension.on'],
    },
    {
      given: 'neither arrest nor first presence recorded, entered some day of 2020',
      facts: entered('2020', 'without-inspection'),
      holds: 'unknown',
      missing: ['apprehension', 'lastEntry.on'],
    },
    {
      given: 'first presence recorded since, but arrested here before',
      facts: { ...here('2020-12-01'), ...inlandBefore },
      holds: false,
    },
    {
      given: 'first presence recorded since, but entered before',
      facts: { ...here('2020-12-01'), ...inlandSince, ...entered('2018', 'admitted') },
      holds: false,
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('the question of re-entry', () => {
  const longHere: Facts = { ...here('2010'), ...inlandBefore };
  it.each<RuleRow>([
    {
      given: 'came back without inspection on the day of the cut-off',
      facts: { ...longHere, ...entered('2020-11-01', 'without-inspection') },
      holds: 'unknown',
      missing: ['readings.border-re-entry'],
    },
    {
      given: 'came back on parole',
      facts: { ...longHere, ...entered('2020-11-01', 'paroled') },
      holds: 'unknown',
      missing: ['readings.border-re-entry'],
    },
    {
      given: 'came back in a manner not recorded',
      facts: { ...longHere, ...entered('2020-11-01') },
      holds: 'unknown',
      missing: ['readings.border-re-entry'],
    },
    { given: 'came back by admission', facts: { ...longHere, ...entered('2020-11-01', 'admitted') }, holds: false },
    { given: 'came back the day before', facts: { ...longHere, ...entered('2020-10-31', 'paroled') }, holds: false },
    { given: 'no re-entry recorded', facts: longHere, holds: false },
    {
      given: 'read as: any earlier presence defeats the prong',
      facts: {
        ...longHere,
        ...entered('2021-02-01', 'paroled'),
        readings: { 'border-re-entry': 'any-earlier-presence' },
      },
      holds: false,
    },
    {
      given: 'read as: the present stay counts',
      facts: { ...longHere, ...entered('2021-02-01', 'paroled'), readings: { 'border-re-entry': 'present-stay' } },
      holds: true,
    },
    {
      given: 'answered in words the question does not know',
      facts: { ...longHere, ...entered('2021-02-01', 'paroled'), readings: { 'border-re-entry': 'perhaps' } },
      holds: 'unknown',
      missing: ['readings.border-re-entry'],
    },
    {
      given: 'came back some day of 2020, which does not raise the question yet',
      facts: { ...longHere, ...entered('2020', 'paroled') },
      holds: 'unknown',
      missing: ['lastEntry.on'],
    },
    {
      given: 'admitted some day of 2020',
      facts: { ...longHere, ...entered('2020', 'admitted') },
      holds: false,
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('the question of admission', () => {
  const newlyHere: Facts = { ...here('2020-11-01'), ...inlandSince };
  it.each<RuleRow>([
    {
      given: 'first came by admission since the cut-off',
      facts: { ...newlyHere, ...entered('2020-11-01', 'admitted') },
      holds: 'unknown',
      missing: ['readings.border-admitted'],
    },
    { given: 'first came on parole since', facts: { ...newlyHere, ...entered('2020-11-01', 'paroled') }, holds: true },
    {
      given: 'first came without inspection since',
      facts: { ...newlyHere, ...entered('2020-11-01', 'without-inspection') },
      holds: true,
    },
    { given: 'manner of entry not recorded', facts: { ...newlyHere, ...entered('2020-11-01') }, holds: true },
    {
      given: 'read literally',
      facts: { ...newlyHere, ...entered('2021-01-01', 'admitted'), readings: { 'border-admitted': 'literal' } },
      holds: true,
    },
    {
      given: 'read as reaching unlawful entry only',
      facts: {
        ...newlyHere,
        ...entered('2021-01-01', 'admitted'),
        readings: { 'border-admitted': 'unlawful-entry-only' },
      },
      holds: false,
    },
    {
      given: 'admitted since, but first presence not recorded, so the question is not raised yet',
      facts: { ...inlandSince, ...entered('2020-11-01', 'admitted') },
      holds: 'unknown',
      missing: ['firstPresence'],
    },
    {
      given: 'arrest and admission both open, in this order',
      facts: { ...here('2020-11-01'), ...entered('2020-11-01', 'admitted') },
      holds: 'unknown',
      missing: ['apprehension', 'readings.border-admitted'],
    },
    {
      given: 'arrest and re-entry both open, in this order',
      facts: { ...here('2010'), ...entered('2020-11-01', 'paroled') },
      holds: 'unknown',
      missing: ['apprehension', 'readings.border-re-entry'],
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});
