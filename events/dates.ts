/** Calendar dates as they cross the border: text without a time zone, refused unless the day exists. */
import * as z from 'zod';

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days in a month of the proleptic Gregorian calendar; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** True for `YYYY`, `YYYY-MM` or `YYYY-MM-DD` naming a time that exists; years run from 0001 to 9999. */
function existsOnCalendar(text: string): boolean {
  const year = Number(text.slice(0, 4));
  if (year === 0) return false;
  if (text.length === 4) return true;
  const month = Number(text.slice(5, 7));
  if (month < 1 || month > 12) return false;
  if (text.length === 7) return true;
  const day = Number(text.slice(8, 10));
  return day >= 1 && day <= daysInMonth(year, month);
}

export const calendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(existsOnCalendar, { error: 'no such day', params: { fault: 'no-such-date' } })
  .meta({ format: 'date', description: 'A calendar date without a time zone, YYYY-MM-DD; the day must exist.' });

export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .refine(existsOnCalendar, { error: 'no such date', params: { fault: 'no-such-date' } })
  .describe('A calendar date whose day, or month and day, may be missing: YYYY, YYYY-MM or YYYY-MM-DD.');

/** `YYYY-MM-DD`; the day exists. */
export type CalendarDate = z.infer<typeof calendarDate>;
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; what is given exists. */
export type PartialDate = z.infer<typeof partialDate>;
