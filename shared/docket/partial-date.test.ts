/** Partial dates: day numbers against the platform's calendar, and comparisons against every day a date may mean. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PartialDate, partialDate } from '../../events/dates.ts';
import { randomRuns } from '../../test/mutation/random-runs.ts';
import type { Truth } from '../truth.ts';
import { anniversarySpan, dayNumber, isBefore, isOnOrBefore, spanOf } from './partial-date.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The reference: the platform's own proleptic Gregorian calendar. */
const utcDay = (year: number, month: number, day: number) => new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS;
const isoOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;

describe('the number of a day', () => {
  it('is that of the platform for every day from 1600 to 2400', () => {
    const wrong: string[] = [];
    const [first, last] = [utcDay(1600, 1, 1), utcDay(2400, 12, 31)];
    for (let day = first; day <= last; day++) {
      const date = new Date(day * DAY_MS);
      const found = dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
      if (found !== day) wrong.push(isoOf(day));
    }
    expect(wrong).toEqual([]);
    expect(last - first).toBe(292_559);
  });

  it.each([
    ['1970-01-01', 0],
    ['0001-01-01', -719_162],
    ['2020-11-01', 18_567],
    ['9999-12-31', 2_932_896],
  ])('of %s is %i', (iso, day) => {
    expect(spanOf(iso)).toEqual({ first: day, last: day });
    expect(dayOf(iso)).toBe(day);
  });
});

describe('the days a partial date may mean', () => {
  it.each([
    ['2021-06-15', '2021-06-15', '2021-06-15'],
    ['2021-06', '2021-06-01', '2021-06-30'],
    ['2021-02', '2021-02-01', '2021-02-28'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['2021-12', '2021-12-01', '2021-12-31'],
    ['2021', '2021-01-01', '2021-12-31'],
    ['0001', '0001-01-01', '0001-12-31'],
  ])('of %s run from %s to %s', (date, first, last) => {
    expect(spanOf(date)).toEqual({ first: dayOf(first), last: dayOf(last) });
  });
});

describe('so many full years since a date', () => {
  it.each([
    ['2004-02-29', 16, '2020-02-29', '2020-02-29'],
    ['2004-02-29', 18, '2022-03-01', '2022-03-01'],
    ['2004-02-28', 18, '2022-02-28', '2022-02-28'],
    ['2004-03-01', 18, '2022-03-01', '2022-03-01'],
    ['1884-02-29', 16, '1900-03-01', '1900-03-01'],
    ['1984-02-29', 16, '2000-02-29', '2000-02-29'],
    ['2008-02-29', 0, '2008-02-29', '2008-02-29'],
    ['2004-02', 18, '2022-02-01', '2022-03-01'],
    ['2004-02', 16, '2020-02-01', '2020-02-29'],
    ['2003-02', 17, '2020-02-01', '2020-02-28'],
    ['2003-06', 18, '2021-06-01', '2021-06-30'],
    ['2003', 18, '2021-01-01', '2021-12-31'],
    ['2011-06-15', 10, '2021-06-15', '2021-06-15'],
  ])('%s and %i years: complete from %s to %s', (date, years, first, last) => {
    expect(anniversarySpan(date, years)).toEqual({ first: dayOf(first), last: dayOf(last) });
  });

  it('are complete on the anniversary of each day the date may mean, and on no day outside', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: 0, max: 70 }), (date, years) => {
        const anniversaries = daysOf(date).map((iso) => anniversaryOf(iso, years));
        expect(anniversarySpan(date, years)).toEqual({
          first: Math.min(...anniversaries),
          last: Math.max(...anniversaries),
        });
      }),
      { numRuns: randomRuns(500) },
    );
  });
});

/** Anniversary by the platform, which carries the 29th of a common February over to 1 March. */
function anniversaryOf(iso: string, years: number): number {
  return utcDay(Number(iso.slice(0, 4)) + years, Number(iso.slice(5, 7)), Number(iso.slice(8)));
}

/** Every day a date may mean, by the platform. */
function daysOf(date: PartialDate): string[] {
  const [year = 0, month, day] = date.split('-').map(Number);
  const first = utcDay(year, month ?? 1, day ?? 1);
  const days: string[] = [];
  for (let at = first; isoOf(at).startsWith(date); at++) days.push(isoOf(at));
  return days;
}

/** Dates of a few years, so that any two of them meet, touch and contain each other often. */
const someDate: fc.Arbitrary<PartialDate> = fc
  .tuple(
    fc.integer({ min: dayOf('2018-12-01'), max: dayOf('2021-02-28') }),
    fc.constantFrom<number>(4, 7, 7, 10, 10, 10),
  )
  .map(([day, length]) => isoOf(day).slice(0, length));

/** What every completion of both says, when they all say the same. */
function agreed(p: PartialDate, q: PartialDate, holds: (a: string, b: string) => boolean): Truth {
  const [left, right] = [daysOf(p), daysOf(q)];
  const found = new Set<boolean>();
  for (const a of left) for (const b of right) found.add(holds(a, b));
  return found.size === 2 ? 'unknown' : found.has(true);
}

describe('a comparison of partial dates', () => {
  it.each<[string, string, Truth, Truth]>([
    ['2020-10-31', '2020-11-01', true, true],
    ['2020-11-01', '2020-11-01', false, true],
    ['2020-11-02', '2020-11-01', false, false],
    ['2020-10', '2020-11-01', true, true],
    ['2020-11', '2020-11-01', false, 'unknown'],
    ['2020', '2020-11-01', 'unknown', 'unknown'],
    ['2020', '2020', 'unknown', 'unknown'],
    ['2019', '2020', true, true],
    ['2020', '2019', false, false],
    ['2020-11-01', '2020-11', 'unknown', true],
    ['2020-11-30', '2020-11', false, 'unknown'],
  ])('%s before %s: %s, on or before: %s', (p, q, before, onOrBefore) => {
    expect(isBefore(spanOf(p), spanOf(q))).toBe(before);
    expect(isOnOrBefore(spanOf(p), spanOf(q))).toBe(onOrBefore);
  });

  it('is known just when every day the two may mean gives the same answer', () => {
    fc.assert(
      fc.property(someDate, someDate, (p, q) => {
        expect(isBefore(spanOf(p), spanOf(q))).toBe(agreed(p, q, (a, b) => a < b));
        expect(isOnOrBefore(spanOf(p), spanOf(q))).toBe(agreed(p, q, (a, b) => a <= b));
      }),
      { numRuns: randomRuns(600) },
    );
  });

  it('is over dates as an update may write them', () => {
    for (const date of fc.sample(someDate, 100)) expect(partialDate.parse(date)).toBe(date);
  });
});
