/** Whether an hour is one in which docket systems are expected to send: a feed that is silent at night says nothing. */
import { isFederalHoliday } from './federal-holidays.ts';

export interface WorkingHours {
  /** Name in the IANA data base, such as America/New_York. */
  readonly timeZone: string;
  /** First hour of the working day, 0 to 23. */
  readonly from: number;
  /** Hour that the working day ends with, 1 to 24. */
  readonly until: number;
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** @param now instant, ISO 8601 in UTC */
export function isWorkingHour(now: string, { timeZone, from, until }: WorkingHours): boolean {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  const parts = new Map(format.formatToParts(Date.parse(now)).map(({ type, value }) => [type, value]));
  const day = [parts.get('year'), parts.get('month'), parts.get('day')].join('-');
  const hour = Number(parts.get('hour'));
  const weekday = new Date(day).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  return hour >= from && hour < until && !isWeekend && !isFederalHoliday(day);
}
