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
  /** Where the rule meets it. */
  order: AtomOrder;
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

/** Values are sets (bit 0 no, bit 1 yes); a conjunction is no when either is, and yes when both are. */
function joinValues(op: 'and' | 'or', a: number, b: number): number {
  const both = a & b;
  const some = a | b;
  return op === 'and' ? (some & 1) | (both & 2) : (both & 1) | (some & 2);
}

function combine(op: 'and' | 'or', a: Behaviour, b: Behaviour): Behaviour {
  let result = 0;
  for (const x of responsesIn(a)) for (const y of responsesIn(b)) result |= bitOf(joinValues(op, x, y));
  return result;
}

/** `[a][b]`: all that `combine` can be asked, worked out once. */
function tableOf(op: 'and' | 'or'): readonly Uint8Array[] {
  return Array.from({ length: 8 }, (_, a) => Uint8Array.from({ length: 8 }, (__, b) => combine(op, a, b)));
}

const TABLES = { and: tableOf('and'), or: tableOf('or') };

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
  const table = TABLES[op];
  let joined: Behaviour = op === 'and' ? ONLY_YES : ONLY_NO;
  for (const cluster of clustersOf(of)) {
    const [only] = cluster;
    const part = cluster.length === 1 && only ? behaviourOf(only, path) : entangled(op, cluster, path);
    joined = table[joined]?.[part] ?? joined;
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

/** The comparisons that stand now, in the order in which the rule meets them. */
export function standingAtoms(residual: Residual): Atom[] {
  switch (residual.op) {
    case 'constant':
      return [];
    case 'atom':
      return residual.stands ? [residual] : [];
    case 'not':
      return standingAtoms(residual.of);
    case 'if':
      return [residual.given, residual.met, residual.unmet].flatMap(standingAtoms);
    default:
      return residual.of.flatMap(standingAtoms);
  }
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

/** Most comparisons settled in every way at once: 2^20 evaluations. What rules share, and one part of a rule, is a handful. */
const MAX_ENUMERATED = 20;

/** Every subset of the comparisons, as the keys settled yes. */
function* waysToSettle(atoms: readonly Atom[]): Generator<string[]> {
  if (atoms.length > MAX_ENUMERATED) {
    throw new RangeError(`${atoms.length} comparisons are entangled; at most ${MAX_ENUMERATED} are settled together`);
  }
  for (let bits = 0; bits < 2 ** atoms.length; bits++) {
    yield atoms.filter((_, bit) => ((bits >> bit) & 1) === 1).map(({ key }) => key);
  }
}

function atomsOf(residual: Residual): Atom[] {
  return [...collectAtoms(residual, new Map()).values()];
}

function enumerate(residual: Residual, path: string | undefined): Behaviour {
  const atoms = atomsOf(residual);
  const own = [...waysToSettle(atoms.filter((atom) => atom.path === path))];
  let behaviour = 0;
  for (const others of waysToSettle(atoms.filter((atom) => atom.path !== path))) {
    behaviour |= bitOf(valuesOver(residual, others, own));
  }
  return behaviour;
}

/** The values met (bit 0 no, bit 1 yes) while the fact's own comparisons are settled in each of the ways. */
function valuesOver(residual: Residual, others: readonly string[], own: readonly string[][]): number {
  let values = 0;
  for (const settled of own) values |= holdsWhen(residual, new Set([...others, ...settled])) ? 2 : 1;
  return values;
}

/**
 * A conjunction or disjunction of parts that share comparisons, such as entries of a map that wait on one open question.
 * Shared comparisons are settled in every way; given those, the parts can be settled apart, so that a hundred entries
 * cost a hundred times one.
 */
function entangled(op: 'and' | 'or', parts: readonly Residual[], path: string | undefined): Behaviour {
  const count = new Map<string, number>();
  for (const part of parts) for (const { key } of atomsOf(part)) count.set(key, (count.get(key) ?? 0) + 1);
  const shared = atomsOf({ op, of: parts }).filter(({ key }) => (count.get(key) ?? 0) > 1);
  const ownShared = [...waysToSettle(shared.filter((atom) => atom.path === path))];
  let behaviour = 0;
  for (const others of waysToSettle(shared.filter((atom) => atom.path !== path))) {
    // For each way of settling the fact's own shared comparisons, the values met; all combinations the parts allow.
    let rows: number[][] = [ownShared.map(() => (op === 'and' ? 2 : 1))];
    for (const part of parts) rows = joinRows(op, rows, rowsOf(part, path, shared, others, ownShared));
    for (const row of rows) behaviour |= bitOf(row.reduce((all, values) => all | values, 0));
  }
  return behaviour;
}

/** The rows one part allows: its own comparisons settled freely, those of the fact over all their ways. */
function rowsOf(
  part: Residual,
  path: string | undefined,
  shared: readonly Atom[],
  others: readonly string[],
  ownShared: readonly string[][],
): number[][] {
  const alone = atomsOf(part).filter(({ key }) => shared.every((atom) => atom.key !== key));
  const own = [...waysToSettle(alone.filter((atom) => atom.path === path))];
  const rows = new Map<string, number[]>();
  for (const local of waysToSettle(alone.filter((atom) => atom.path !== path))) {
    const row = ownShared.map((settled) => valuesOver(part, [...others, ...settled, ...local], own));
    rows.set(row.join(), row);
  }
  return [...rows.values()];
}

function joinRows(op: 'and' | 'or', left: readonly number[][], right: readonly number[][]): number[][] {
  const joined = new Map<string, number[]>();
  for (const a of left) {
    for (const b of right) {
      const row = a.map((values, i) => joinValues(op, values, b[i] ?? 0));
      joined.set(row.join(), row);
    }
  }
  return [...joined.values()];
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
