import { describe, expect, test } from 'vitest';
import { calendarDate, daysInMonth, partialDate, timestamp } from './dates.ts';

describe('calendar dates', () => {
  test.each([
    ['2021-06-15', true],
    ['2020-02-29', true],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2021-02-29', false],
    ['2021-02-30', false],
    ['2021-04-31', false],
    ['2021-12-31', true],
    ['2021-13-01', false],
    ['2021-00-01', false],
    ['2021-01-00', false],
    ['0000-01-01', false],
    ['0001-01-01', true],
    ['9999-12-31', true],
    ['10000-01-01', false],
    ['-2021-01-01', false],
    ['2021-6-15', false],
    ['2021-06-15 ', false],
    ['2021-06-15\n', false],
    ['\n2021-06-15', false],
    ['2021-06-15T00:00:00Z', false],
    ['2021-06-15+14:00', false],
    ['20210615', false],
    ['２０２１-06-15', false],
    ['2021-06', false],
    ['', false],
  ])('%j exists: %s', (text, exists) => {
    expect(calendarDate.safeParse(text).success).toBe(exists);
  });
});

describe('partial dates', () => {
  test.each([
    ['1979', true],
    ['1979-06', true],
    ['1979-06-30', true],
    ['1979-06-31', false],
    ['1979-00', false],
    ['1979-13', false],
    ['0000', false],
    ['0001', true],
    ['197', false],
    ['1979-', false],
    ['1979-6', false],
  ])('%j exists: %s', (text, exists) => {
    expect(partialDate.safeParse(text).success).toBe(exists);
  });
});

describe('timestamps, RFC 3339', () => {
  test.each([
    ['2021-06-15T14:03:00Z', true],
    ['2021-06-15t14:03:00z', true],
    ['2021-06-15T14:03:00.123456789-07:00', true],
    ['2021-06-15T14:03:00+14:00', true],
    ['2016-12-31T23:59:60Z', true],
    ['2021-06-15T24:00:00Z', false],
    ['2021-06-15T14:03Z', false],
    ['2021-06-15T14:03:00', false],
    ['2021-06-15 14:03:00Z', false],
    ['2021-02-30T14:03:00Z', false],
    ['2021-06-15T14:03:00+24:00', false],
  ])('%j exists: %s', (text, exists) => {
    expect(timestamp.safeParse(text).success).toBe(exists);
  });
});

test('months have the days that the Gregorian calendar gives them', () => {
  expect([2021, 2020, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
  expect([1, 4, 12].map((month) => daysInMonth(2021, month))).toEqual([31, 30, 31]);
  expect([0, 13].map((month) => daysInMonth(2021, month))).toEqual([0, 0]);
});
