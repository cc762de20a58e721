/** Things kept by a list of numbers, such as the signature of a case: one spot for one list. */

export interface Spot<T> {
  found: T | undefined;
}

interface KeptSpot<T> extends Spot<T> {
  numbers: Int32Array;
  /** The spot of another list that has the same hash. */
  next: KeptSpot<T> | undefined;
}

export interface Spots<T> {
  /** The spot of the first so many of the numbers, which are copied; an empty one where the list is new. */
  at: (numbers: Int32Array, length: number) => Spot<T>;
  size: () => number;
  clear: () => void;
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

export function makeSpots<T>(): Spots<T> {
  const byHash = new Map<number, KeptSpot<T>>();
  let size = 0;
  return {
    at(numbers, length) {
      const hash = hashOf(numbers, length);
      const first = byHash.get(hash);
      for (let spot = first; spot !== undefined; spot = spot.next) {
        if (isSame(spot.numbers, numbers, length)) return spot;
      }
      const fresh: KeptSpot<T> = { found: undefined, numbers: numbers.slice(0, length), next: first };
      byHash.set(hash, fresh);
      size += 1;
      return fresh;
    },
    size: () => size,
    clear() {
      byHash.clear();
      size = 0;
    },
  };
}
