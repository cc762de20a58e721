/** Disjunctions of what is left of rules, kept flat and without repetition. */
import { compareCodePoints } from '../docket/stamp.ts';
import { type AtomOrder, partsOf, type Residual, standingAtoms } from './residual.ts';

export const holds: Residual = { op: 'constant', holds: true };
export const fails: Residual = { op: 'constant', holds: false };

/** A disjunction, flat and without a comparison twice; one part alone is itself. */
export function orOf(parts: readonly Residual[]): Residual {
  const keys = new Set<string>();
  const left: Residual[] = [];
  for (const part of parts) {
    for (const member of part.op === 'or' ? part.of : [part]) {
      if (member.op === 'atom') {
        if (keys.has(member.key)) continue;
        keys.add(member.key);
      }
      left.push(member);
    }
  }
  const [first] = left;
  return left.length === 1 && first ? first : { op: 'or', of: left };
}

/**
 * What two readings of one rule leave open: either may hold. Most of it is the same in both and is taken once, and a
 * conjunction that asks for more than a part already there is left out: `a, or a and b` is `a`. Parts stand in the order
 * of the rule, not of the readings.
 */
export function eitherReading(parts: readonly Residual[]): Residual {
  const joined = orOf(parts);
  if (joined.op !== 'or') return joined;
  const unique = new Map(joined.of.map((part) => [textOf(part), part]));
  const isAbsorbed = (part: Residual) =>
    part.op === 'and' && part.of.some((member) => member.op === 'atom' && unique.has(member.key));
  const left = [...unique.values()].filter((part) => !isAbsorbed(part));
  const placed = left.map((part) => ({ part, order: standingAtoms(part)[0]?.order ?? LAST }));
  return orOf(placed.sort((a, b) => compareOrder(a.order, b.order)).map(({ part }) => part));
}

/** One text for one formula. */
function textOf(residual: Residual): string {
  if (residual.op === 'atom') return residual.key;
  return residual.op === 'constant'
    ? String(residual.holds)
    : `${residual.op}(${partsOf(residual).map(textOf).join(',')})`;
}

const LAST: AtomOrder = { place: Number.MAX_SAFE_INTEGER, entry: '', leaf: 0 };

function compareOrder(a: AtomOrder, b: AtomOrder): number {
  return a.place - b.place || compareCodePoints(a.entry, b.entry) || a.leaf - b.leaf;
}
