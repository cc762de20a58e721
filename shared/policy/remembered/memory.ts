/**
 * Remembers what was found on a case for all cases of the same signature, within bounds and for one day at a time. What is
 * remembered is what would be found again: memory changes the time an answer takes and nothing else.
 */
import type { CalendarDate } from '../../../events/dates.ts';
import { spanOf } from '../../docket/partial-date.ts';
import type { StandingFacts } from '../../docket/record.ts';
import type { SignatureReader } from './signature.ts';

/** Most signatures kept, at a kilobyte or two each, and most values that have a number; past either all is forgotten. */
export const SPOTS_MAX = 8_192;
export const VALUES_MAX = 65_536;

/** Where what is found on the cases of one signature is kept. */
export interface Spot<T> {
  found: T | undefined;
}

interface KeptSpot<T> extends Spot<T> {
  numbers: Int32Array;
  /** Another signature of the same hash. */
  next: KeptSpot<T> | undefined;
}

export interface Memory<T> {
  /**
   * The spot of a case. None on the first case of another day, so that asking for a day in passing costs nothing; and none
   * for a case too large to have a signature.
   */
  spotOf: (standing: StandingFacts, asOf: CalendarDate) => Spot<T> | undefined;
}

function hashOf(numbers: Int32Array, length: number): number {
  let hash = length;
  for (let i = 0; i < length; i++) {
    hash = Math.imul(hash ^ (numbers[i] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  // Within what the engine keeps as a small integer.
  return hash & 0x3fff_ffff;
}

function isSame(kept: Int32Array, numbers: Int32Array, length: number): boolean {
  if (kept.length !== length) return false;
  for (let i = 0; i < length; i++) if (kept[i] !== numbers[i]) return false;
  return true;
}

export function startMemory<T>(reader: SignatureReader): Memory<T> {
  const { numbers } = reader;
  const spots = new Map<number, KeptSpot<T>>();
  let count = 0;
  let day: CalendarDate | undefined;
  let asOfDay = spanOf('0001-01-01');

  function forget(): void {
    reader.forget();
    spots.clear();
    count = 0;
  }

  return {
    spotOf(standing, asOf) {
      if (asOf !== day) {
        if (reader.size() > 0) forget();
        day = asOf;
        asOfDay = spanOf(asOf);
        return undefined;
      }
      if (count >= SPOTS_MAX || reader.size() >= VALUES_MAX) forget();
      const length = reader.read(standing, asOfDay);
      if (length === undefined) return undefined;
      const hash = hashOf(numbers, length);
      const first = spots.get(hash);
      for (let spot = first; spot !== undefined; spot = spot.next) {
        if (isSame(spot.numbers, numbers, length)) return spot;
      }
      const fresh: KeptSpot<T> = { found: undefined, numbers: numbers.slice(0, length), next: first };
      spots.set(hash, fresh);
      count += 1;
      return fresh;
    },
  };
}
