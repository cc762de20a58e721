/** Days on which federal offices are closed: 5 U.S.C. 6103(a) and (b), and Executive Order 11582 for Sundays. */
import type { CalendarDate } from '../../events/dates.ts';

const DAY_MILLIS = 86_400_000;
const MONDAY = 1;
const THURSDAY = 4;
const FRIDAY = 5;

/** New Year's Day, Juneteenth, Independence Day, Veterans Day, Christmas Day. */
const FIXED = ['01-01', '06-19', '07-04', '11-11', '12-25'];

/** The weekday of a month, counted from its beginning; `last` for the one that is followed by none. */
const FLOATING: readonly { month: number; weekday: number; nth: number | 'last' }[] = [
  // Birthday of Martin Luther King, Jr.; Washington's Birthday; Memorial Day.
  { month: 1, weekday: MONDAY, nth: 3 },
  { month: 2, weekday: MONDAY, nth: 3 },
  { month: 5, weekday: MONDAY, nth: 'last' },
  // Labor Day; Columbus Day; Thanksgiving Day.
  { month: 9, weekday: MONDAY, nth: 1 },
  { month: 10, weekday: MONDAY, nth: 2 },
  { month: 11, weekday: THURSDAY, nth: 4 },
];

function dayAfter(day: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(day) + days * DAY_MILLIS).toISOString().slice(0, 10);
}

function isFixed(day: CalendarDate): boolean {
  return FIXED.includes(day.slice(5));
}

/** Whether the day itself is kept, which a holiday on a weekend is on the nearest working day. */
export function isFederalHoliday(day: CalendarDate): boolean {
  const weekday = new Date(day).getUTCDay();
  if (isFixed(day)) return true;
  if (weekday === FRIDAY && isFixed(dayAfter(day, 1))) return true;
  if (weekday === MONDAY && isFixed(dayAfter(day, -1))) return true;
  const month = Number(day.slice(5, 7));
  const nth = Math.ceil(Number(day.slice(8)) / 7);
  const isLast = Number(dayAfter(day, 7).slice(5, 7)) !== month;
  return FLOATING.some(
    (one) => one.month === month && one.weekday === weekday && (one.nth === 'last' ? isLast : one.nth === nth),
  );
}
