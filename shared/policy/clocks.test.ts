/** What moves by itself: the days on which a comparison turns, the rules that have one, and the days of the law. */
import { describe, expect, it } from 'vitest';
import type { PartialDate } from '../../events/dates.ts';
import { withOneRule } from '../../test/rules/one-rule.ts';
import { dayOf, days, years } from '../../test/rules/parts.ts';
import { clocksOf } from './clocks.ts';
import { dateOf } from './explanation/turning-days.ts';
import { opla20210527 } from './opla-2021-05-27/instrument.ts';
import { opla20220403 } from './opla-2022-04-03/instrument.ts';
import { all, fact, not, type Proposition, question, some, unseen } from './proposition.ts';

const [ten, ninety, day] = [years(10), days(90), dayOf('2020-11-01')];

/** The days on which the last clock of an instrument with this rule turns for a date, and what it reads. */
function clockOf(tree: Proposition, date: PartialDate) {
  const clock = clocksOf(withOneRule(tree)).clocks.at(-1);
  return { map: clock?.map, turns: clock?.turns(date).map(dateOf) };
}

describe('a comparison turns', () => {
  it.each<[what: string, tree: Proposition, date: PartialDate, turns: string[]]>([
    ['on the anniversary', fact.yearsComplete('birthDate', ten, 'no'), '2011-06-15', ['2021-06-15', '2021-06-15']],
    ['on the day after it', fact.yearsExceeded('birthDate', ten, 'no'), '2011-06-15', ['2021-06-16', '2021-06-16']],
    ['on both ends of a month', fact.yearsComplete('birthDate', ten, 'no'), '2011-06', ['2021-06-01', '2021-06-30']],
    ['and the day after each', fact.yearsExceeded('birthDate', ten, 'no'), '2011-06', ['2021-06-02', '2021-07-01']],
    [
      'on its first day, its last, and when it is too old',
      fact.fresh('humanitarian.pregnantAsOf', ninety),
      '2021-01',
      ['2021-01-01', '2021-01-31', '2021-04-02'],
    ],
  ])('%s', (_what, tree, date, turns) => {
    expect(clockOf(tree, date)).toEqual({ map: undefined, turns });
  });

  it('on the date of an entry, or of the case below a quantifier', () => {
    const ofEntry = some('convictions', ({ yearsComplete }) => yearsComplete('on', ten, 'no'));
    expect(clockOf(ofEntry, '2011-06-15').map).toBe('convictions');
    const ofCase = some('convictions', () => fact.yearsComplete('birthDate', ten, 'no'));
    expect(clockOf(ofCase, '2011-06-15').map).toBeUndefined();
    const freshEntry = some('convictions', ({ fresh }) => fresh('on', ninety));
    expect(clockOf(freshEntry, '2011-06-15').map).toBe('convictions');
    const freshCase = some('convictions', () => fact.fresh('birthDate', ninety));
    expect(clockOf(freshCase, '2011-06-15').map).toBeUndefined();
  });

  it('when a background check is too old, whatever the rules compare', () => {
    const { clocks } = clocksOf(withOneRule(fact.is('detained', [true], 'no')));
    expect(clocks.map(({ turns }) => turns('2021-01-01').map(dateOf))).toEqual([
      ['2021-01-01', '2021-01-01', '2022-01-02'],
    ]);
    expect(clocks[0]?.read({ backgroundCheckedOn: '2021-01-01' })).toBe('2021-01-01');
  });
});

describe('a rule can turn by the day', () => {
  it.each<[what: string, tree: Proposition, can: boolean]>([
    ['full years', fact.yearsComplete('birthDate', ten, 'no'), true],
    ['more than so many years', fact.yearsExceeded('birthDate', ten, 'no'), true],
    ['a record that grows old', fact.fresh('birthDate', ninety), true],
    ['nothing on file under a check', unseen, true],
    ['silence under a check', fact.is('detained', [true], 'background-check'), true],
    ['silence that is no', fact.is('detained', [true], 'no'), false],
    ['a day of its own', fact.before('lastEntry.on', day, 'no'), false],
    ['a reading', question('gang-age', { y: true }), false],
    ['however deep', all(fact.is('detained', [true], 'no'), not(fact.fresh('birthDate', ninety))), true],
  ])('%s: %s', (_what, tree, can) => {
    expect(clocksOf(withOneRule(tree)).rules).toHaveLength(can ? 1 : 0);
  });
});

describe('the days of the law', () => {
  const daysOf = (instrument: typeof opla20210527) => [...clocksOf(instrument).days].map(dateOf);

  it.each([opla20210527, opla20220403])('are those of the history and of every parameter: $id', (instrument) => {
    const { history, parameters } = instrument;
    const values = Object.values(parameters);
    const expected = [
      ...history.map(({ from }) => from),
      ...values.map(({ from }) => from),
      ...values.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
    ];
    expect(daysOf(instrument)).toEqual(expect.arrayContaining(expected));
  });

  it('are of the instrument alone where it says so', () => {
    const own = { ...opla20210527, history: [], parameters: { ...opla20210527.parameters }, turnsOn: ['2030-01-01'] };
    const dated = Object.values(own.parameters).flatMap(({ from, value }) => [
      from,
      ...(typeof value === 'string' ? [value] : []),
    ]);
    expect(new Set(daysOf(own))).toEqual(new Set(['2030-01-01', ...dated]));
  });
});
