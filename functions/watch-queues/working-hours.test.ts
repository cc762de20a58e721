/** The hours in which a silent feed means something. */
import { expect, test } from 'vitest';
import { isFederalHoliday } from './federal-holidays.ts';
import { isTimeZone, isWorkingHour } from './working-hours.ts';

const EASTERN = { timeZone: 'America/New_York', from: 8, until: 18 };

test.each([
  ['Wednesday, 8:00 in summer', '2026-07-08T12:00:00.000Z', true],
  ['Wednesday, 7:59 in summer', '2026-07-08T11:59:59.999Z', false],
  ['Wednesday, 8:00 in winter', '2026-12-09T13:00:00.000Z', true],
  ['Wednesday, 7:59 in winter', '2026-12-09T12:59:59.999Z', false],
  ['Friday, 17:59', '2026-07-10T21:59:59.999Z', true],
  ['Friday, 18:00', '2026-07-10T22:00:00.000Z', false],
  ['Saturday noon', '2026-07-11T16:00:00.000Z', false],
  ['Sunday noon', '2026-07-12T16:00:00.000Z', false],
  ['Monday morning here, though Sunday is not over elsewhere', '2026-07-13T12:30:00.000Z', true],
  ['Thanksgiving noon', '2026-11-26T17:00:00.000Z', false],
])('%s', (_when, now, expected) => {
  expect(isWorkingHour(now, EASTERN)).toBe(expected);
});

test('the day is that of the time zone, not of UTC', () => {
  const guam = { timeZone: 'Pacific/Guam', from: 8, until: 18 };
  expect(isWorkingHour('2026-07-12T22:30:00.000Z', guam)).toBe(true);
  expect(isWorkingHour('2026-07-10T22:30:00.000Z', guam)).toBe(false);
});

test('around the clock is every hour of a working day', () => {
  const always = { timeZone: 'America/New_York', from: 0, until: 24 };
  expect(isWorkingHour('2026-07-08T04:00:00.000Z', always)).toBe(true);
  expect(isWorkingHour('2026-07-09T03:59:00.000Z', always)).toBe(true);
});

test.each([
  ['2026-01-01', true],
  ['2026-01-19', true],
  ['2026-01-12', false],
  ['2026-02-16', true],
  ['2026-05-25', true],
  ['2026-05-18', false],
  ['2027-05-31', true],
  ['2026-06-19', true],
  ['2026-07-03', true],
  ['2026-07-06', false],
  ['2026-09-07', true],
  ['2026-10-12', true],
  ['2026-11-11', true],
  ['2026-11-26', true],
  ['2026-11-27', false],
  ['2026-11-19', false],
  ['2026-12-25', true],
  ['2027-06-18', true],
  ['2027-07-05', true],
  ['2027-12-24', true],
  ['2027-12-31', true],
  ['2028-01-03', false],
])('%s is kept: %s', (day, expected) => {
  expect(isFederalHoliday(day)).toBe(expected);
});

test('each year keeps eleven holidays, but for those that slip into the year before or out of it', () => {
  const kept = (year: number) =>
    Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(year, 0, 1 + i)))
      .filter((day) => day.getUTCFullYear() === year && ![0, 6].includes(day.getUTCDay()))
      .filter((day) => isFederalHoliday(day.toISOString().slice(0, 10))).length;
  // New Year's Day of 2028 and of 2022 fell on a Saturday and were kept in the year before.
  expect([2021, 2022, 2026, 2027, 2028].map(kept)).toEqual([12, 10, 11, 12, 10]);
});

test.each([
  ['America/Los_Angeles', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['', false],
])('%j is a time zone: %s', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});
