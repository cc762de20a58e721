/** What is kept by the signature of a case, or of that part of it that one rule can tell. */
import type { Asked } from './asked.ts';
import type { ListedCase } from './fact-list.ts';
import { signatureReader } from './signature.ts';
import { makeSpots, type Spot } from './spots.ts';

export interface Kept<T> {
  /** None for a case too large to have a signature. */
  spotOf: (listed: ListedCase) => Spot<T> | undefined;
  /** Signatures that are kept. */
  size: () => number;
  /** Values of facts that are kept. */
  values: () => number;
  clear: () => void;
}

export function keptBy<T>(asked: Asked): Kept<T> {
  const reader = signatureReader(asked);
  const spots = makeSpots<T>();
  return {
    spotOf(listed) {
      const length = reader.read(listed);
      return length === undefined ? undefined : spots.at(reader.numbers, length);
    },
    size: spots.size,
    values: reader.size,
    clear() {
      reader.forget();
      spots.clear();
    },
  };
}
