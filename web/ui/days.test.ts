import { expect, test } from 'vitest';
import { dayAfter, daysBetween, isDay } from './days.ts';

test.each([
  { day: '2021-08-02', days: 1, after: '2021-08-03' },
  { day: '2021-12-31', days: 1, after: '2022-01-01' },
  { day: '2024-02-28', days: 1, after: '2024-02-29' },
  { day: '2021-03-13', days: 2, after: '2021-03-15' },
  { day: '2021-08-02', days: 365, after: '2022-08-02' },
])('$days days after $day is $after', ({ day, days, after }) => {
  expect(dayAfter(day, days)).toBe(after);
  expect(daysBetween(day, after)).toBe(days);
});

test.each([
  ['2024-02-29', true],
  ['2021-02-29', false],
  ['2021-02-30', false],
  ['2021-13-01', false],
  ['2021-2-3', false],
  ['', false],
])('%s is a day: %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});
