/** The stand's clock: runs like a real one from a day of the sample on, and goes forward when a test says so. */
import { SAMPLE_DAY } from '../../../cli/sample/case-file.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  readonly millis: () => number;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
  readonly forward: (seconds: number) => void;
}

export function standClock(from = `${SAMPLE_DAY}T14:00:00.000Z`): Clock {
  let offset = Date.parse(from) - Date.now();
  const millis = () => Date.now() + offset;
  return {
    millis,
    now: () => new Date(millis()).toISOString(),
    forward(seconds) {
      offset += seconds * 1_000;
    },
  };
}
