/**
 * Whether rules find otherwise on a later day, from memory: by what they can tell of the case on the one day and on the other.
 * Two cases that are alike on both days turn alike, whichever days these are.
 */
import type { DaySpan } from '../../docket/partial-date.ts';
import type { Askers } from './asked.ts';
import type { ListedCase } from './fact-list.ts';
import type { SignatureReader } from './signature.ts';
import { makeSpots } from './spots.ts';

/** Whether the case turns on a later day; it is worked out where that is not known. */
export type Turning = (on: DaySpan, workOut: () => boolean) => boolean;

export interface TurnMemory {
  /** What a case comes to today against later days; good until the next case is asked for. */
  from: (listed: ListedCase) => Turning;
  size: () => number;
  clear: () => void;
}

const UNREMEMBERED: Turning = (_, workOut) => workOut();

/** @param rules those of the instrument that the day alone can turn */
export function turnMemory(reader: SignatureReader, rules: Askers): TurnMemory {
  const spots = makeSpots<boolean>();
  /** What the rules ask for, today and then on the later day. */
  const both = new Int32Array(reader.numbers.length * 2);
  /** How often all was forgotten: numbers from before mean nothing any more. */
  let forgotten = 0;

  /** Writes what the rules ask for of the case just read, from a place on; where it ends. */
  function writePart(from: number, length: number): number {
    const { numbers, askers } = reader;
    let end = from;
    for (let i = 0; i < length; i++) {
      const number = numbers[i] ?? 0;
      if (((askers[number] ?? 0) & rules) !== 0) both[end++] = number;
    }
    return end;
  }

  /** Whether both days came to the same, of which each has so many numbers. */
  function isStill(each: number): boolean {
    for (let i = 0; i < each; i++) if (both[i] !== both[each + i]) return false;
    return true;
  }

  return {
    from(listed) {
      const length = reader.read(listed);
      if (length === undefined) return UNREMEMBERED;
      const today = writePart(0, length);
      const since = forgotten;
      return (on, workOut) => {
        if (forgotten !== since) return workOut();
        const end = writePart(today, reader.readOn(listed, on) ?? 0);
        if (isStill(today)) return false;
        const spot = spots.at(both, end);
        spot.found ??= workOut();
        return spot.found;
      };
    },
    size: spots.size,
    clear() {
      spots.clear();
      forgotten += 1;
    },
  };
}
