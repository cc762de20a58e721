/** Days back from a day, in UTC. */
import type { CalendarDate } from '../../events/dates.ts';

const DAY_MILLIS = 86_400_000;

export function daysBefore(day: CalendarDate, count: number): CalendarDate {
  return new Date(Date.parse(day) - count * DAY_MILLIS).toISOString().slice(0, 10);
}
