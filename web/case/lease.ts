/** How long a claim still lasts, in words, and the days a flag may rest. */
import { timeInWords } from '../ui/days.ts';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
/** From here on hours are told: minutes that far off press nobody. */
const TOLD_IN_HOURS_MINUTES = 120;

/** Instants are ISO 8601 in UTC. */
export function leaseInWords(now: string, expiresAt: string): string {
  if (hasEnded(now, expiresAt)) return `ended at ${timeInWords(expiresAt)}`;
  // Rounded down: nobody is promised time that is not there.
  const minutes = Math.floor((Date.parse(expiresAt) - Date.parse(now)) / MS_PER_MINUTE);
  const left =
    minutes === 0
      ? 'in less than a minute'
      : minutes < TOLD_IN_HOURS_MINUTES
        ? `in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
        : `in ${Math.floor(minutes / 60)} hours`;
  return `ends ${left}, at ${timeInWords(expiresAt)}`;
}

export function hasEnded(now: string, expiresAt: string): boolean {
  return Date.parse(expiresAt) <= Date.parse(now);
}

/** @param day YYYY-MM-DD */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}
