/**
 * Keeps an invocation within its time: no request is begun that might not end before it does, for a batch that is cut off comes
 * back whole, what it has proved with the rest.
 */
import { OutOfTime } from './fault.ts';

/** What one request may take at the most, made twice under `clientSettings` with the pause between, and the answer to the queue. */
export const RESERVE_MILLIS = 6_000;

/**
 * @param place as a log names it
 * @returns the same call, which throws `OutOfTime` where there is no time for it
 */
export function inTime<Args extends unknown[], Answer>(
  timeLeftMillis: () => number,
  place: string,
  call: (...args: Args) => Promise<Answer>,
): (...args: Args) => Promise<Answer> {
  return async (...args) => {
    if (timeLeftMillis() < RESERVE_MILLIS) throw new OutOfTime(place);
    return call(...args);
  };
}
