/** Naive calendar arithmetic for the reference: dates are ISO text, a partial date is the span of days it may mean. */
import type { CalendarDate, PartialDate } from '../../events/dates.ts';
import type { Truth } from '../../shared/policy/classification.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function lastDayOf(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function firstPossible(date: PartialDate): CalendarDate {
  if (date.length === 4) return `${date}-01-01`;
  if (date.length === 7) return `${date}-01`;
  return date;
}

export function lastPossible(date: PartialDate): CalendarDate {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7) return `${date}-${lastDayOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}`;
  return date;
}

/** The anniversary; that of 29 February is 1 March in a common year. */
function yearsLater(date: CalendarDate, years: number): CalendarDate {
  const year = Number(date.slice(0, 4)) + years;
  const monthAndDay = date.slice(4) === '-02-29' && !isLeap(year) ? '-03-01' : date.slice(4);
  return `${pad(year, 4)}${monthAndDay}`;
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysFrom(first: CalendarDate, second: CalendarDate): number {
  return (Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS;
}

/** Whether a day surely, surely not, or only possibly lies before another; each side is a span of possible days. */
export function spanBefore(
  left: { from: CalendarDate; to: CalendarDate },
  right: { from: CalendarDate; to: CalendarDate },
): Truth {
  if (left.to < right.from) return true;
  if (left.from >= right.to) return false;
  return 'unknown';
}

export function before(date: PartialDate, day: CalendarDate): Truth {
  return spanBefore({ from: firstPossible(date), to: lastPossible(date) }, { from: day, to: day });
}

/** The span in which the anniversary of a partial date falls. */
export function anniversary(date: PartialDate, years: number): { from: CalendarDate; to: CalendarDate } {
  return { from: yearsLater(firstPossible(date), years), to: yearsLater(lastPossible(date), years) };
}

/** Whether the years are full on the day: the anniversary is that day or earlier. */
export function yearsFull(date: PartialDate, years: number, on: CalendarDate): Truth {
  const span = anniversary(date, years);
  if (span.to <= on) return true;
  return span.from > on ? false : 'unknown';
}
