/** The days on which the answer of a rule turns: one day earlier it is another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../events/dates.ts';
import type { Facts } from '../../../events/facts.ts';
import { dayNumber, spanOf } from '../../docket/partial-date.ts';
import { givenOf } from '../findings.ts';
import { instruments } from '../instruments.ts';
import { compileLeaf, YES } from '../leaf.ts';
import { opla20210527 } from '../opla-2021-05-27/instrument.ts';
import { placeAt } from './places.ts';
import { dateOf, testsOf, turningDays } from './turning-days.ts';

function daysFor(path: string, facts: Facts, asOf: CalendarDate): string[] {
  return turningDays(opla20210527, placeAt(path), { facts, asOf }).map(({ day }) => dateOf(day));
}

describe('a day number', () => {
  it('is the date it was made from', () => {
    const days = fc.integer({ min: dayNumber(1, 1, 1), max: dayNumber(9999, 12, 31) });
    const isSame = fc.property(days, (day) => {
      expect(spanOf(dateOf(day))).toEqual({ first: day, last: day });
    });
    fc.assert(isSame);
  });
});

describe('the turning days of a date', () => {
  it.each([
    ['a cut-off', 'firstPresence', {}, '2021-06-15', ['2020-11-01']],
    ['no comparison', 'convictions.c1.on', {}, '2021-06-15', []],
    ['ages on the day of the answer', 'birthDate', {}, '2021-06-15', ['1961-06-16', '2003-06-16', '2005-06-16']],
    ['ages on 29 February', 'birthDate', {}, '2024-02-29', ['1964-03-01', '2006-03-01', '2008-03-01']],
    [
      'ages on 28 February: who was born on the 29th is not there yet',
      'birthDate',
      {},
      '2022-02-28',
      ['1962-03-01', '2004-02-29', '2006-03-01'],
    ],
    ['a background check', 'backgroundCheckedOn', {}, '2021-06-15', ['2020-06-15', '2021-06-16']],
    ['full years of residence', 'lawfulStatus.since', {}, '2021-06-15', ['2011-06-16']],
    ['more than fifteen years', 'convictions.c1.termCompletedOn', {}, '2021-06-15', ['2006-06-15']],
    [
      'participation, when the birthday is known',
      'gang.from',
      { birthDate: '2003-06-10' },
      '2021-06-15',
      ['2019-06-10'],
    ],
    [
      'participation, when only the month of birth is known',
      'gang.to',
      { birthDate: '2003-06' },
      '2021-06-15',
      ['2019-06-01', '2019-06-30'],
    ],
    ['participation, when no birth date is known', 'gang.from', {}, '2021-06-15', []],
  ])('%s', (_what, path, facts, asOf, days) => {
    expect(daysFor(path, facts, asOf)).toEqual(days);
  });

  it('of a birth date also lie sixteen years before participation', () => {
    const facts = { gang: { from: '2015-01-01', to: '2018' } };
    expect(daysFor('birthDate', facts, '2021-06-15')).toEqual([
      '1961-06-16',
      '1999-01-02',
      '2002-01-02',
      '2003-01-01',
      '2003-06-16',
      '2005-06-16',
    ]);
  });

  it('are where a leaf of a rule answers otherwise, for every instrument and day', () => {
    const asOf = fc.constantFrom('2021-06-15', '2022-02-28', '2022-03-01', '2024-02-29', '2025-01-21');
    const turning = fc.property(fc.constantFrom(...instruments), asOf, (instrument, day) => {
      for (const { test, map } of testsOf(instrument)) {
        if (test.op !== 'years-complete' && test.op !== 'years-exceeded' && test.op !== 'before') continue;
        const place = map === undefined ? placeAt(test.path) : placeAt(`${map}.x.${test.path}`);
        const leaf = compileLeaf({ ...test, scope: 'entry', path: 'date' }, 'convictions');
        const at = (date: string) => leaf.value(givenOf(instrument, {}, day), { id: 'x', value: { date } });
        const turns = turningDays(instrument, place, { facts: {}, asOf: day });
        const own = turns.filter((turn) => at(dateOf(turn.day - 1)) === YES && at(dateOf(turn.day)) !== YES);
        expect(own.length, `${test.path} on ${day}`).toBe(1);
      }
    });
    fc.assert(turning, { numRuns: 30 });
  });
});
