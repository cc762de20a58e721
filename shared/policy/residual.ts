/** What is left of a rule once the recorded facts are in: a formula over the comparisons that met an unknown. */
import type { EntriesName } from './proposition.ts';

/** One comparison that met an unknown. Settling it takes yes or no. */
export interface Atom {
  op: 'atom';
  /** Same key, same comparison, wherever it is met. */
  key: string;
  /** Path of the missing fact; several comparisons may wait on one fact. */
  path: string;
  /** False for what only arises once another unknown is settled. */
  stands: boolean;
  /** Where the rule meets it. */
  order: AtomOrder;
  /** The entry of a map that it reads; none where it reads the facts of the case. */
  entry?: { map: EntriesName; id: string };
}

/** Order of comparisons in a rule: by place in the tree; below a quantifier by its place, the entry, then the leaf. */
export interface AtomOrder {
  place: number;
  entry: string;
  leaf: number;
}

export type Residual =
  | Atom
  | { op: 'constant'; holds: boolean }
  | ({ op: 'not'; of: Residual } & Counted)
  | ({ op: 'and' | 'or'; of: readonly Residual[] } & Counted)
  | ({ op: 'if'; given: Residual; met: Residual; unmet: Residual } & Counted);

/** What is known of a formula, worked out the first time somebody asks: every missing fact asks again. */
interface Counted {
  counted?: Comparisons;
  /** The values it can take at all: bit 0 for no, bit 1 for yes. */
  reach?: number;
  /** Its parts in groups, no two of which share a comparison. */
  clusters?: readonly Cluster[];
}

export interface Cluster {
  parts: readonly Residual[];
  /** The comparisons that more than one of the parts waits on. */
  shared: readonly Atom[];
  /** What each part can be, by the keys of shared comparisons settled yes. */
  reachGiven: Map<string, readonly number[]>;
}

interface Comparisons {
  /** Each once, in the order of the rule. */
  atoms: readonly Atom[];
  /** Whether two of the formula's parts share one, so that they cannot be settled apart. */
  isTangled: boolean;
}

const NONE: Comparisons = { atoms: [], isTangled: false };

export function partsOf(residual: Residual): readonly Residual[] {
  switch (residual.op) {
    case 'constant':
    case 'atom':
      return [];
    case 'not':
      return [residual.of];
    case 'if':
      return [residual.given, residual.met, residual.unmet];
    default:
      return residual.of;
  }
}

export function comparisonsIn(residual: Residual): Comparisons {
  if (residual.op === 'constant') return NONE;
  if (residual.op === 'atom') return { atoms: [residual], isTangled: false };
  residual.counted ??= comparisonsOf(partsOf(residual));
  return residual.counted;
}

/** The comparisons of several parts; a comparison stands when it does in one of them. */
function comparisonsOf(parts: readonly Residual[]): Comparisons {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return { atoms: comparisonsIn(only).atoms, isTangled: false };
  const atoms = new Map<string, Atom>();
  let isTangled = false;
  for (const part of parts) {
    for (const atom of comparisonsIn(part).atoms) {
      const known = atoms.get(atom.key);
      if (known !== undefined) isTangled = true;
      if (known === undefined || (!known.stands && atom.stands)) atoms.set(atom.key, atom);
    }
  }
  return { atoms: [...atoms.values()], isTangled };
}

/** Whether a comparison stands in more than one of the parts. */
export function sharesAtoms(parts: readonly Residual[]): boolean {
  return comparisonsOf(parts.filter(({ op }) => op !== 'constant')).isTangled;
}

/** Whether settling the fact at the path can matter to the formula at all. */
export function waitsOn(residual: Residual, path: string): boolean {
  return comparisonsIn(residual).atoms.some((atom) => atom.path === path);
}

/** The comparisons that stand now, in the order in which the rule meets them. */
export function standingAtoms(residual: Residual): Atom[] {
  if (residual.op === 'atom') return residual.stands ? [residual] : [];
  return partsOf(residual).flatMap(standingAtoms);
}

/** The formula's value when just the comparisons in `settledYes` are settled yes and all others no. */
export function holdsWhen(residual: Residual, settledYes: ReadonlySet<string>): boolean {
  switch (residual.op) {
    case 'constant':
      return residual.holds;
    case 'atom':
      return settledYes.has(residual.key);
    case 'not':
      return !holdsWhen(residual.of, settledYes);
    case 'and':
      return residual.of.every((part) => holdsWhen(part, settledYes));
    case 'or':
      return residual.of.some((part) => holdsWhen(part, settledYes));
    case 'if':
      return holdsWhen(holdsWhen(residual.given, settledYes) ? residual.met : residual.unmet, settledYes);
  }
}
