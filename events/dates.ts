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
  const year = digits(text, 0) * 100 + digits(text, 2);
  if (year === 0) return false;
  if (text.length === 4) return true;
  const month = digits(text, 5);
  if (month < 1 || month > 12) return false;
  if (text.length === 7) return true;
  const day = digits(text, 8);
  return day >= 1 && day <= daysInMonth(year, month);
}

/** The number that two digits make; this runs for every date of every update. */
function digits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * 0x30;
}

const noSuchDate = { error: 'no such date', params: { fault: 'no-such-date' } };

export const calendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true })
  .refine(existsOnCalendar, noSuchDate)
  .meta({
    id: 'CalendarDate',
    format: 'date',
    description: 'A calendar date without a time zone, YYYY-MM-DD, years 0001 to 9999; the day must exist.',
  });

export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { abort: true })
  .refine(existsOnCalendar, noSuchDate)
  .meta({
    id: 'PartialDate',
    description:
      'A calendar date whose day, or month and day, may be missing: YYYY, YYYY-MM or YYYY-MM-DD, ' +
      'years 0001 to 9999; what is given must exist.',
  });

/** RFC 3339, as CloudEvents asks; a leap second may be written. */
const RFC_3339 =
  /^\d{4}-\d{2}-\d{2}[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export const timestamp = z
  .string()
  .regex(RFC_3339, { abort: true })
  .refine((text) => existsOnCalendar(text.slice(0, 10)), noSuchDate)
  .meta({
    id: 'Timestamp',
    format: 'date-time',
    description: 'A point in time with its offset from UTC, RFC 3339; the day must exist.',
  });

/** `YYYY-MM-DD`; the day exists. */
export type CalendarDate = z.infer<typeof calendarDate>;
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; what is given exists. */
export type PartialDate = z.infer<typeof partialDate>;
