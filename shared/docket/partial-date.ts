/**
 * Arithmetic of calendar dates whose day, or month and day, may be missing. A comparison that the missing part could
 * turn either way is unknown. Days are counted as integers, so that no clock or time zone can enter.
 */
import { daysInMonth, type PartialDate } from '../../events/dates.ts';
import type { Truth } from '../truth.ts';

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export type DayNumber = number;

/** The days a partial date may stand for, first and last included. */
export interface DaySpan {
  first: DayNumber;
  last: DayNumber;
}

/** Howard Hinnant's days_from_civil: https://howardhinnant.github.io/date_algorithms.html */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

interface CivilSpan {
  firstYear: number;
  firstMonth: number;
  firstDay: number;
  lastMonth: number;
  lastDay: number;
}

const ZERO = 48;

/** Two digits of a date; every case is compared by dates, so this is arithmetic on codes and not on substrings. */
function twoDigits(date: PartialDate, at: number): number {
  return (date.charCodeAt(at) - ZERO) * 10 + date.charCodeAt(at + 1) - ZERO;
}

function civilSpan(date: PartialDate): CivilSpan {
  const firstYear = twoDigits(date, 0) * 100 + twoDigits(date, 2);
  if (date.length === 4) return { firstYear, firstMonth: 1, firstDay: 1, lastMonth: 12, lastDay: 31 };
  const month = twoDigits(date, 5);
  if (date.length === 7) {
    return { firstYear, firstMonth: month, firstDay: 1, lastMonth: month, lastDay: daysInMonth(firstYear, month) };
  }
  const day = twoDigits(date, 8);
  return { firstYear, firstMonth: month, firstDay: day, lastMonth: month, lastDay: day };
}

export function spanOf(date: PartialDate): DaySpan {
  const { firstYear, firstMonth, firstDay, lastMonth, lastDay } = civilSpan(date);
  const first = dayNumber(firstYear, firstMonth, firstDay);
  return { first, last: date.length === 10 ? first : dayNumber(firstYear, lastMonth, lastDay) };
}

/** The anniversary of one day; that of 29 February falls on 1 March of a common year. Product's choice. */
function anniversaryOf(year: number, month: number, day: number, years: number): DayNumber {
  const isMissing = day > daysInMonth(year + years, month);
  return isMissing ? dayNumber(year + years, month + 1, 1) : dayNumber(year + years, month, day);
}

/** The days on which so many full years since the date may be complete. */
export function anniversarySpan(date: PartialDate, years: number): DaySpan {
  const { firstYear, firstMonth, firstDay, lastMonth, lastDay } = civilSpan(date);
  const first = anniversaryOf(firstYear, firstMonth, firstDay, years);
  return { first, last: date.length === 10 ? first : anniversaryOf(firstYear, lastMonth, lastDay, years) };
}

/** Whether `a` lies before `b`, whichever days of their spans they are. */
export function isBefore(a: DaySpan, b: DaySpan): Truth {
  if (a.last < b.first) return true;
  return a.first >= b.last ? false : 'unknown';
}

/** Whether `a` is `b` or earlier, whichever days of their spans they are. */
export function isOnOrBefore(a: DaySpan, b: DaySpan): Truth {
  if (a.last <= b.first) return true;
  return a.first > b.last ? false : 'unknown';
}
