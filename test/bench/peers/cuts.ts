/**
 * What a comparison of a partial date comes to as a comparison of texts, for engines that know no partial dates: ISO
 * dates order as text, and only a date that is the beginning of the day compared with can be either side of it.
 */
import { type CalendarDate, daysInMonth } from '../../../events/dates.ts';

/** A date lies before the day when its text is less than `below`, and may or may not when it is in `vague`. */
export interface Cut {
  below: string;
  vague: readonly string[];
}

export function cutBefore(day: CalendarDate): Cut {
  const [year, month] = [day.slice(0, 4), day.slice(0, 7)];
  if (day.endsWith('-01-01')) return { below: year, vague: [] };
  return day.endsWith('-01') ? { below: month, vague: [year] } : { below: day, vague: [year, month] };
}

const two = (number: number): string => String(number).padStart(2, '0');

export function dayAfter(day: CalendarDate): CalendarDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (date < daysInMonth(year, month)) return `${day.slice(0, 8)}${two(date + 1)}`;
  return month < 12 ? `${day.slice(0, 5)}${two(month + 1)}-01` : `${year + 1}-01-01`;
}

/** Years back from a day that is neither in February nor the first of March, so that no leap day is in the way. */
export function yearsBefore(day: CalendarDate, years: number): CalendarDate {
  if (day.slice(5, 7) === '02' || day.endsWith('-03-01')) throw new RangeError('measure on another day');
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
}
