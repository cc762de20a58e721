/** The days on which a case answers otherwise by itself, each against a case that only that day can move. */
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../events/dates.ts';
import { assertedFacts, type Facts } from '../../events/facts.ts';
import type { StandingFacts } from '../docket/record.ts';
import { type Instrument, makeInstrument } from './instrument.ts';
import { UNKNOWN } from './leaf.ts';
import { nextChange } from './next-change.ts';
import { opla20210527 } from './opla-2021-05-27/instrument.ts';
import { opla20220403 } from './opla-2022-04-03/instrument.ts';
import { all, fact, type Parameter, type Proposition, when } from './proposition.ts';
import type { Rule } from './rule.ts';

const source = { text: '', cite: '', title: '', confidence: 'unverified' } as const;
const years = (value: number): Parameter<number> => ({
  name: 'years',
  value,
  unit: 'years',
  basis: 'product',
  source: '',
  from: '2021-01-01',
});

/** An instrument of one rule, which sends to a supervisor what waits on a finding of threat alone. */
function ofOneRule(kind: 'priority' | 'ground', holds: Proposition): Instrument {
  const rule: Rule = { ...source, id: 'one', kind, holds };
  return makeInstrument({
    id: 'one-rule',
    title: '',
    issuedBy: '',
    issuedOn: '2021-01-01',
    history: [{ from: '2021-01-01', status: 'in-force', why: '' }],
    priorities: kind === 'priority' ? [rule] : [],
    grounds: kind === 'ground' ? [rule] : [],
    groupOf: () => (kind === 'priority' ? 'priority' : 'discretion'),
    parameters: {},
    revision: 1,
    lane: ({ priority, waitsOnThreatFindingAlone }) =>
      priority === UNKNOWN && waitsOnThreatFindingAlone() ? 'supervisor' : 'triage',
    suggest: () => ({ actions: [], notices: [] }),
  });
}

/** After the last day on which the law or the instrument's status turned. */
const LATER = '2025-06-01';

/** A removal case without a clock of its own: long here, arrested inland, nothing of crime or security open. */
const still: Facts = {
  circuit: '9',
  proceeding: 'removal',
  stage: 'pending',
  detained: false,
  respondentPosition: 'consents',
  firstPresence: '2010-05-01',
  apprehension: { place: 'interior', on: '2019-03-14', attemptingUnlawfulEntry: false },
  nationalSecurity: { terrorismOrEspionage: 'none', otherwiseNecessary: false },
  threatFinding: { poses: false, on: '2021-06-01' },
};

function told(facts: Facts, asOf: CalendarDate, instrument: Instrument = opla20210527): CalendarDate | undefined {
  // A row that no update could assert would prove nothing.
  assertedFacts.parse(facts);
  return nextChange(instrument, { facts: { ...still, ...facts }, prohibitedAsserted: false }, asOf);
}

describe('the next date of change', () => {
  it('is none where no day to come can move the case', () => {
    expect(told({}, LATER)).toBeUndefined();
    expect(told({ birthDate: '1950-01-01', humanitarian: { elderly: false } }, LATER)).toBeUndefined();
  });

  it.each<[string, Facts, CalendarDate, CalendarDate | undefined]>([
    ['the 18th birthday ends minority', { birthDate: '2010-03-05' }, LATER, '2028-03-05'],
    ['who was born on 29 February comes of age on 1 March', { birthDate: '2008-02-29' }, LATER, '2026-03-01'],
    ['a year of birth: from the first day on which it may be', { birthDate: '2008' }, LATER, '2026-01-01'],
    ['and again on the last, when it must be', { birthDate: '2008' }, '2026-01-01', '2026-12-31'],
    ['at 60 a reviewer is asked for old age', { birthDate: '1970-09-09' }, LATER, '2030-09-09'],
    [
      'at 60 nothing is asked where a reviewer has found',
      { birthDate: '1970-09-09', humanitarian: { elderly: true } },
      LATER,
      undefined,
    ],
    ['ten full years of residence', { lawfulStatus: { kind: 'lpr', since: '2016-04-01' } }, LATER, '2026-04-01'],
    [
      'ten years in another status are nothing',
      { lawfulStatus: { kind: 'tps', since: '2016-04-01' } },
      LATER,
      undefined,
    ],
    [
      'a record of pregnancy is old after 280 days',
      { humanitarian: { pregnantAsOf: '2025-05-01' } },
      LATER,
      '2026-02-06',
    ],
    ['one dated ahead counts from its day', { humanitarian: { pregnantAsOf: '2025-07-01' } }, LATER, '2025-07-01'],
  ])('%s', (_what, facts, asOf, day) => {
    expect(told(facts, asOf)).toBe(day);
  });

  it.each<[string, Facts, CalendarDate, CalendarDate | undefined]>([
    ['a background check is stale on the 366th day', { backgroundCheckedOn: '2025-05-01' }, LATER, '2026-05-02'],
    ['a check of some day of a month', { backgroundCheckedOn: '2025-05' }, LATER, '2026-05-02'],
    ['a check dated ahead is valid from its day', { backgroundCheckedOn: '2025-07-01' }, LATER, '2025-07-01'],
    ['a check of some day of this year is valid at its end', { backgroundCheckedOn: '2025' }, LATER, '2025-12-31'],
    ['a stale check stays stale', { backgroundCheckedOn: '2021' }, LATER, undefined],
  ])('where silence rests on it, %s', (_what, facts, asOf, day) => {
    const { nationalSecurity: _, ...silent } = still;
    const standing: StandingFacts = { facts: { ...silent, ...facts }, prohibitedAsserted: false };
    expect(nextChange(opla20210527, standing, asOf)).toBe(day);
  });

  it('is the day after fifteen years for a foreign conviction, of the entry that comes first', () => {
    const conviction = { offense: 'x', aggravatedFelony: true, disposition: 'final', foreign: true } as const;
    const convictions = {
      first: { ...conviction, termCompletedOn: '2012-08-01' },
      second: { ...conviction, termCompletedOn: '2011-02-03' },
    };
    const threatFinding = { poses: true, on: '2021-06-01' } as const;
    expect(told({ convictions: { first: convictions.first }, threatFinding }, LATER)).toBe('2027-08-02');
    // While another stands beside it the priority holds, but on less.
    expect(told({ convictions, threatFinding }, LATER)).toBe('2026-02-04');
  });

  it('is the 16th birthday for who is on record with a gang', () => {
    const gang = { from: '2024-01-01', intentional: true, furtheredIllegalActivity: true };
    const threatFinding = { poses: true, on: '2021-06-01' } as const;
    expect(told({ gang, threatFinding, birthDate: '2010-01-02' }, LATER)).toBe('2026-01-02');
  });

  it('hears what only a prohibited source says, of grounds', () => {
    const standing = {
      facts: still,
      withProhibited: { ...still, birthDate: '2010-03-05' },
      prohibitedAsserted: true,
    };
    expect(nextChange(opla20210527, standing, LATER)).toBe('2028-03-05');
  });

  it.each<[CalendarDate, CalendarDate | undefined, string]>([
    ['2021-06-15', '2021-07-15', 'closure comes back to the 9th Circuit'],
    ['2021-07-15', '2021-08-20', 'reliance is suspended'],
    ['2021-08-20', '2022-04-25', 'superseded'],
    ['2022-04-25', '2025-01-21', 'dismissal exposes to expedited removal'],
    ['2025-01-21', undefined, 'nothing more'],
  ])('on %s it is %s: %s', (asOf, day) => {
    // A ground that holds, so that motions are suggested.
    expect(
      told({ militaryService: { m: { who: 'self', service: 'current' } }, backgroundCheckedOn: '2020' }, asOf),
    ).toBe(day);
  });

  it('passes over a period of history that changes no status', () => {
    const { history } = opla20220403;
    expect(history.map(({ from }) => from)).toContain('2023-07-28');
    expect(told({}, '2022-07-01', opla20220403)).toBe('2023-07-28');
    const flat: Instrument = { ...opla20220403, statusOn: () => 'in-force' };
    expect(told({ stage: 'ended' }, '2022-07-01', flat)).toBeUndefined();
  });

  it('is a day that an instrument names for its own suggestions', () => {
    const instrument: Instrument = {
      ...opla20210527,
      turnsOn: ['2026-02-02'],
      suggest: ({ asOf }) => ({ actions: asOf >= '2026-02-02' ? ['dismiss'] : [], notices: [] }),
    };
    expect(told({}, LATER, instrument)).toBe('2026-02-02');
    expect(told({}, '2026-02-02', instrument)).toBeUndefined();
  });

  it('is the first day of a partial date that is asked for as recent', () => {
    const recent = ofOneRule('ground', fact.fresh('firstPresence', { ...years(10), unit: 'days' }));
    expect(told({ firstPresence: '2026' }, LATER, recent)).toBe('2026-01-01');
    expect(told({ firstPresence: '2026-03' }, LATER, recent)).toBe('2026-03-01');
  });

  it('hears what either finding of threat would come to, where a lane asks for it', () => {
    const ofAge = fact.yearsComplete('birthDate', years(18), 'unknown');
    const instrument = ofOneRule('priority', when(fact.recorded('threatFinding'), ofAge, fact.ask('threatFinding')));
    const facts: Facts = { birthDate: '2010' };
    const standing = { facts, prohibitedAsserted: false };
    // All of 2028 the finding would leave the age open.
    expect(nextChange(instrument, standing, LATER)).toBe('2028-01-01');
    expect(nextChange(instrument, standing, '2028-01-01')).toBe('2028-12-31');
    expect(nextChange(instrument, standing, '2028-12-31')).toBeUndefined();
  });

  it('is none where a ground that does not hold comes to fail on something else', () => {
    const ofAge = fact.yearsComplete('birthDate', years(18), 'no');
    const both = all(ofAge, fact.is('detained', [true], 'no'));
    const facts: Facts = { detained: false, birthDate: '2010-03-05' };
    expect(told(facts, LATER, ofOneRule('ground', both))).toBeUndefined();
    // Of a priority it is told on what it fails.
    expect(told(facts, LATER, ofOneRule('priority', both))).toBe('2028-03-05');
  });

  it('is early rather than costly for a case of very many dates, and never late', () => {
    const conviction = { offense: 'x', aggravatedFelony: false, disposition: 'final', foreign: true } as const;
    const convictions = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `c${i}`,
        { ...conviction, termCompletedOn: `${2011 + (i % 20)}-02-${10 + (i % 18)}` },
      ]),
    );
    const day = told({ convictions, birthDate: '2024-06-01' }, LATER);
    expect(day !== undefined && day > LATER && day < '2042-06-01').toBe(true);
  });
});
