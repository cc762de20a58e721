/**
 * What is left of a rule once the recorded facts are in: a formula over the comparisons that met an unknown. It answers
 * which of them decide: contract, section 3, `needs`.
 */

/** One comparison that met an unknown. Settling it takes yes or no. */
export interface Atom {
  op: 'atom';
  /** Same key, same comparison, wherever it is met. */
  key: string;
  /** Path of the missing fact; several comparisons may wait on one fact. */
  path: string;
  /** False for what only arises once another unknown is settled. */
  stands: boolean;
}

export type Residual =
  | Atom
  | { op: 'constant'; holds: boolean }
  | { op: 'not'; of: Residual }
  | { op: 'and' | 'or'; of: readonly Residual[] }
  | { op: 'if'; given: Residual; met: Residual; unmet: Residual };

/**
 * How a formula can respond while one fact is settled one way and the other, everything else held fixed: a set of
 * responses, as bits. A response is the set of values met: only no, only yes, or both.
 */
export type Behaviour = number;
const ONLY_NO = 0b001;
const ONLY_YES = 0b010;
const BOTH = 0b100;
const FREE = ONLY_NO | ONLY_YES;

/** A response as the set of values in it: bit 0 for no, bit 1 for yes. */
const RESPONSES = [
  { bit: ONLY_NO, values: 0b01 },
  { bit: ONLY_YES, values: 0b10 },
  { bit: BOTH, values: 0b11 },
] as const;

function bitOf(values: number): Behaviour {
  return values === 0b01 ? ONLY_NO : values === 0b10 ? ONLY_YES : BOTH;
}

/** The responses in a behaviour, each as its set of values (1 no, 2 yes, 3 both). */
export function responsesIn(behaviour: Behaviour): number[] {
  return RESPONSES.filter(({ bit }) => (behaviour & bit) !== 0).map(({ values }) => values);
}

/** The values a formula can take at all: bit 0 for no, bit 1 for yes. */
export function reachableValues(residual: Residual): number {
  return behaviourOf(residual, undefined) & FREE;
}

function combine(a: Behaviour, b: Behaviour, join: (x: boolean, y: boolean) => boolean): Behaviour {
  let result = 0;
  for (const x of responsesIn(a)) {
    for (const y of responsesIn(b)) {
      let values = 0;
      for (const left of [false, true]) {
        for (const right of [false, true]) {
          const isMet = (x & (left ? 2 : 1)) !== 0 && (y & (right ? 2 : 1)) !== 0;
          if (isMet) values |= join(left, right) ? 2 : 1;
        }
      }
      result |= bitOf(values);
    }
  }
  return result;
}

/** `[and/or][a][b]`: all that `combine` can be asked, worked out once. */
const TABLE = [(x: boolean, y: boolean) => x && y, (x: boolean, y: boolean) => x || y].map((join) =>
  Array.from({ length: 8 }, (_, a) => Uint8Array.from({ length: 8 }, (__, b) => combine(a, b, join))),
);

function chooseBehaviour(given: Behaviour, met: Behaviour, unmet: Behaviour): Behaviour {
  let result = 0;
  if ((given & ONLY_YES) !== 0) result |= met;
  if ((given & ONLY_NO) !== 0) result |= unmet;
  if ((given & BOTH) !== 0) {
    for (const x of responsesIn(met)) for (const y of responsesIn(unmet)) result |= bitOf(x | y);
  }
  return result;
}

/**
 * How the formula can respond to settling the fact at `path` alone.
 *
 * Exact: parts that share no comparison are combined, since they can be settled apart; parts that do are enumerated.
 */
export function behaviourOf(residual: Residual, path: string | undefined): Behaviour {
  switch (residual.op) {
    case 'constant':
      return residual.holds ? ONLY_YES : ONLY_NO;
    case 'atom':
      return residual.path === path ? BOTH : FREE;
    case 'not': {
      const inner = behaviourOf(residual.of, path);
      return ((inner & ONLY_NO) << 1) | ((inner & ONLY_YES) >> 1) | (inner & BOTH);
    }
    case 'if': {
      const parts = [residual.given, residual.met, residual.unmet];
      if (sharesAtoms(parts)) return enumerate(residual, path);
      return chooseBehaviour(
        behaviourOf(residual.given, path),
        behaviourOf(residual.met, path),
        behaviourOf(residual.unmet, path),
      );
    }
    default:
      return joinBehaviour(residual.op, residual.of, path);
  }
}

function joinBehaviour(op: 'and' | 'or', of: readonly Residual[], path: string | undefined): Behaviour {
  const table = TABLE[op === 'and' ? 0 : 1];
  let joined: Behaviour = op === 'and' ? ONLY_YES : ONLY_NO;
  for (const cluster of clustersOf(of)) {
    const [only] = cluster;
    const part = cluster.length === 1 && only ? behaviourOf(only, path) : enumerate({ op, of: cluster }, path);
    joined = table?.[joined]?.[part] ?? joined;
  }
  return joined;
}

/** Adds the comparisons in the formula, each once, in the order of the rule. */
export function collectAtoms(residual: Residual, atoms: Map<string, Atom>): Map<string, Atom> {
  switch (residual.op) {
    case 'constant':
      break;
    case 'atom': {
      const known = atoms.get(residual.key);
      if (known === undefined || (!known.stands && residual.stands)) atoms.set(residual.key, residual);
      break;
    }
    case 'not':
      collectAtoms(residual.of, atoms);
      break;
    case 'and':
    case 'or':
      for (const part of residual.of) collectAtoms(part, atoms);
      break;
    case 'if':
      collectAtoms(residual.given, atoms);
      collectAtoms(residual.met, atoms);
      collectAtoms(residual.unmet, atoms);
      break;
  }
  return atoms;
}

export function sharesAtoms(parts: readonly Residual[]): boolean {
  const seen = new Set<string>();
  for (const part of parts) {
    const keys = [...collectAtoms(part, new Map()).keys()];
    if (keys.some((key) => seen.has(key))) return true;
    for (const key of keys) seen.add(key);
  }
  return false;
}

/** Groups parts so that no two groups share a comparison. */
function clustersOf(parts: readonly Residual[]): Residual[][] {
  const clusters: { keys: Set<string>; parts: Residual[] }[] = [];
  for (const part of parts) {
    const merged = { keys: new Set(collectAtoms(part, new Map()).keys()), parts: [part] };
    for (let i = clusters.length - 1; i >= 0; i--) {
      const cluster = clusters[i];
      if (cluster === undefined || merged.keys.isDisjointFrom(cluster.keys)) continue;
      clusters.splice(i, 1);
      merged.parts.unshift(...cluster.parts);
      merged.keys = merged.keys.union(cluster.keys);
    }
    clusters.push(merged);
  }
  return clusters.map((cluster) => cluster.parts);
}

/** Most comparisons settled in every way at once: 2^20 evaluations. Rules that share comparisons have a handful. */
const MAX_ENUMERATED = 20;

function enumerate(residual: Residual, path: string | undefined): Behaviour {
  const atoms = [...collectAtoms(residual, new Map()).values()];
  if (atoms.length > MAX_ENUMERATED) {
    throw new RangeError(`${atoms.length} comparisons share a rule; at most ${MAX_ENUMERATED} are settled together`);
  }
  const own = atoms.filter((atom) => atom.path === path);
  const others = atoms.filter((atom) => atom.path !== path);
  let behaviour = 0;
  for (let i = 0; i < 2 ** others.length; i++) {
    const settled = new Set(others.filter((_, bit) => (i >> bit) & 1).map(({ key }) => key));
    let values = 0;
    for (let j = 0; j < 2 ** own.length; j++) {
      const all = new Set(settled);
      own.forEach(({ key }, bit) => {
        if ((j >> bit) & 1) all.add(key);
      });
      values |= holdsWhen(residual, all) ? 2 : 1;
    }
    behaviour |= bitOf(values);
  }
  return behaviour;
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
