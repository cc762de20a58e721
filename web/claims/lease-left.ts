/** How long a claim still lasts, counted down in words. */
import { timeInWords } from '../ui/days.ts';

export interface LeaseLeft {
  readonly text: string;
  /** About to end, or ended: the words say it, and the type is stronger. */
  readonly isShort: boolean;
}

const SHORT_S = 300;
const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

function leftText(seconds: number): string {
  // Rounded to what a look at the screen can use: seconds only in the last minute.
  if (seconds < 60) return counted(seconds, 'second');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return counted(minutes, 'minute');
  const rest = minutes % 60;
  return `${counted(Math.floor(minutes / 60), 'hour')}${rest === 0 ? '' : ` and ${counted(rest, 'minute')}`}`;
}

/** Both instants are ISO 8601 in UTC. */
export function leaseLeft(now: string, expiresAt: string): LeaseLeft {
  const seconds = Math.ceil((Date.parse(expiresAt) - Date.parse(now)) / 1000);
  if (seconds <= 0) return { text: 'Your claim has ended: the case is free for others.', isShort: true };
  return {
    text: `Yours for another ${leftText(seconds)}, until ${timeInWords(expiresAt)}.`,
    isShort: seconds <= SHORT_S,
  };
}
