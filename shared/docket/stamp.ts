/** The order of assertions: by sequence, source, id and content hash, never by time of delivery. Contract, section 1. */
import type { Stamp } from './record.ts';

const FIRST_SURROGATE = 0xd800;

/** Compares by code point, which differs from JavaScript's `<` only where surrogate pairs are involved. */
export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const shared = Math.min(a.length, b.length);
  let i = 0;
  while (i < shared && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === shared) return a.length - b.length;
  const [unitA, unitB] = [a.charCodeAt(i), b.charCodeAt(i)];
  // Units order as code points do, unless both may be parts of pairs, or stand above them.
  if (unitA < FIRST_SURROGATE || unitB < FIRST_SURROGATE) return unitA - unitB;
  return compareDecoded(a, b);
}

function compareDecoded(a: string, b: string): number {
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
