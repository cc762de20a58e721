/** How long a claim still lasts, in words. Instants are ISO 8601 in UTC. */
import { timeInWords } from './days.ts';

const MS_PER_MINUTE = 60_000;
/** From here on a claim is about to end: the words say it, and the type is stronger. */
const SHORT_MINUTES = 5;

export interface LeaseLeft {
  readonly text: string;
  readonly isShort: boolean;
}

export function hasEnded(now: string, expiresAt: string): boolean {
  return Date.parse(expiresAt) <= Date.parse(now);
}

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

function minutesLeft(now: string, expiresAt: string): number {
  // Rounded down: nobody is promised time that is not there.
  return Math.floor((Date.parse(expiresAt) - Date.parse(now)) / MS_PER_MINUTE);
}

function inWords(minutes: number): string {
  if (minutes === 0) return 'less than a minute';
  if (minutes < 60) return counted(minutes, 'minute');
  const rest = minutes % 60;
  return `${counted(Math.floor(minutes / 60), 'hour')}${rest === 0 ? '' : ` and ${counted(rest, 'minute')}`}`;
}

/** Of anybody's claim, after its name: "ends in 20 minutes, at 2:30 PM". */
export function leaseInWords(now: string, expiresAt: string): string {
  const at = timeInWords(expiresAt);
  return hasEnded(now, expiresAt) ? `ended at ${at}` : `ends in ${inWords(minutesLeft(now, expiresAt))}, at ${at}`;
}

/** Of the reader's own claim, as a sentence. */
export function leaseLeft(now: string, expiresAt: string): LeaseLeft {
  if (hasEnded(now, expiresAt)) return { text: 'Your claim has ended: the case is free for others.', isShort: true };
  const minutes = minutesLeft(now, expiresAt);
  return {
    text: `Yours for another ${inWords(minutes)}, until ${timeInWords(expiresAt)}.`,
    isShort: minutes < SHORT_MINUTES,
  };
}
