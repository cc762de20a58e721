/** The order of assertions: by sequence, source, id and content hash, never by time of delivery. Contract, section 1. */
import type { Stamp } from './record.ts';

const SURROGATE = /[\uD800-\uDFFF]/;

/** Compares by code point, which differs from JavaScript's `<` only where surrogate pairs are involved. */
export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  if (!SURROGATE.test(a) && !SURROGATE.test(b)) return a < b ? -1 : 1;
  const left = Array.from(a, (char) => char.codePointAt(0) ?? 0);
  const right = Array.from(b, (char) => char.codePointAt(0) ?? 0);
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Negative when `a` ranks below `b`; zero only for assertions of one and the same update. */
export function compareStamps(a: Stamp, b: Stamp): number {
  if (a === b) return 0;
  return (
    a.sequence - b.sequence ||
    compareCodePoints(a.source, b.source) ||
    compareCodePoints(a.id, b.id) ||
    compareCodePoints(a.contentHash, b.contentHash)
  );
}

/** The higher of two stamps, where either may be missing. */
export function higher(a: Stamp | undefined, b: Stamp | undefined): Stamp | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareStamps(a, b) >= 0 ? a : b;
}
