/**
 * How what is left of a rule responds when one missing fact is settled and everything else is held fixed. From it
 * follows which missing facts decide: contract, section 3, `needs`.
 */
import { type Atom, type Cluster, comparisonsIn, holdsWhen, type Residual, waitsOn } from './residual.ts';

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

const RESPONSES_IN: readonly (readonly number[])[] = Array.from({ length: 8 }, (_, behaviour) =>
  RESPONSES.filter(({ bit }) => (behaviour & bit) !== 0).map(({ values }) => values),
);

/** The responses in a behaviour, each as its set of values (1 no, 2 yes, 3 both). */
export function responsesIn(behaviour: Behaviour): readonly number[] {
  return RESPONSES_IN[behaviour] ?? [];
}

/** The values a formula can take at all: bit 0 for no, bit 1 for yes. */
export function reachableValues(residual: Residual): number {
  if (residual.op === 'constant') return residual.holds ? ONLY_YES : ONLY_NO;
  if (residual.op === 'atom') return FREE;
  residual.reach ??= respond(residual, undefined);
  return residual.reach;
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
export function behaviourOf(residual: Residual, path: string): Behaviour {
  return waitsOn(residual, path) ? respond(residual, path) : reachableValues(residual);
}

/** As `behaviourOf` where some fact is settled; what the formula can be at all where none is. */
function respond(residual: Residual, path: string | undefined): Behaviour {
  const inPart = (part: Residual) => (path === undefined ? reachableValues(part) : behaviourOf(part, path));
  switch (residual.op) {
    case 'constant':
      return residual.holds ? ONLY_YES : ONLY_NO;
    case 'atom':
      return residual.path === path ? BOTH : FREE;
    case 'not': {
      const inner = inPart(residual.of);
      return ((inner & ONLY_NO) << 1) | ((inner & ONLY_YES) >> 1) | (inner & BOTH);
    }
    case 'if':
      if (comparisonsIn(residual).isTangled) return enumerate(residual, path);
      return chooseBehaviour(inPart(residual.given), inPart(residual.met), inPart(residual.unmet));
    default: {
      if (!comparisonsIn(residual).isTangled) return join(residual.op, residual.of.map(inPart));
      residual.clusters ??= clustersOf(residual.of);
      return join(
        residual.op,
        residual.clusters.map((cluster) => clusterBehaviour(residual.op, cluster, path)),
      );
    }
  }
}

function join(op: 'and' | 'or', parts: readonly Behaviour[]): Behaviour {
  const table = TABLES[op];
  let joined: Behaviour = op === 'and' ? ONLY_YES : ONLY_NO;
  for (const part of parts) joined = table[joined]?.[part] ?? joined;
  return joined;
}

/** Groups parts so that no two groups share a comparison. */
function clustersOf(parts: readonly Residual[]): Cluster[] {
  const groups: { keys: Set<string>; parts: Residual[] }[] = [];
  for (const part of parts) {
    const merged = { keys: new Set(comparisonsIn(part).atoms.map(({ key }) => key)), parts: [part] };
    for (let i = groups.length - 1; i >= 0; i--) {
      const group = groups[i];
      if (group === undefined || merged.keys.isDisjointFrom(group.keys)) continue;
      groups.splice(i, 1);
      merged.parts.unshift(...group.parts);
      for (const key of group.keys) merged.keys.add(key);
    }
    groups.push(merged);
  }
  return groups.map((group) => ({ parts: group.parts, shared: sharedIn(group.parts), reachGiven: new Map() }));
}

/** The comparisons that more than one of the parts waits on. */
function sharedIn(parts: readonly Residual[]): Atom[] {
  const met = new Map<string, { atom: Atom; count: number }>();
  for (const part of parts) {
    for (const atom of comparisonsIn(part).atoms)
      met.set(atom.key, { atom, count: (met.get(atom.key)?.count ?? 0) + 1 });
  }
  return [...met.values()].filter(({ count }) => count > 1).map(({ atom }) => atom);
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

function enumerate(residual: Residual, path: string | undefined): Behaviour {
  const { atoms } = comparisonsIn(residual);
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
function clusterBehaviour(op: 'and' | 'or', cluster: Cluster, path: string | undefined): Behaviour {
  const { parts, shared } = cluster;
  const ownShared = [...waysToSettle(shared.filter((atom) => atom.path === path))];
  const isShared = ownShared.length > 1;
  let behaviour = 0;
  for (const others of waysToSettle(shared.filter((atom) => atom.path !== path))) {
    behaviour |= isShared
      ? sharedBehaviour(op, parts, path, shared, others, ownShared)
      : join(op, partsGiven(cluster, path, others));
  }
  return behaviour;
}

/** How each part responds once the shared comparisons are settled; the same for every fact that a part does not wait on. */
function partsGiven({ parts, shared, reachGiven }: Cluster, path: string | undefined, others: string[]): Behaviour[] {
  const given = (part: Residual, at: string | undefined) =>
    rowsOf(part, at, shared, others, [[]]).reduce((bits, [values = 0]) => bits | bitOf(values), 0);
  const key = others.join();
  const reach = reachGiven.get(key) ?? parts.map((part) => given(part, undefined));
  reachGiven.set(key, reach);
  return parts.map((part, i) =>
    path !== undefined && waitsOn(part, path) ? given(part, path) : (reach[i] ?? given(part, undefined)),
  );
}

/** For a fact that the parts share: for each way of settling it, the values met; all combinations the parts allow. */
function sharedBehaviour(
  op: 'and' | 'or',
  parts: readonly Residual[],
  path: string | undefined,
  shared: readonly Atom[],
  others: readonly string[],
  ownShared: readonly string[][],
): Behaviour {
  let rows: number[][] = [ownShared.map(() => (op === 'and' ? 2 : 1))];
  for (const part of parts) rows = joinRows(op, rows, rowsOf(part, path, shared, others, ownShared));
  return rows.reduce((bits, row) => bits | bitOf(row.reduce((all, values) => all | values, 0)), 0);
}

/** The rows one part allows: its own comparisons settled freely, those of the fact over all their ways. */
function rowsOf(
  part: Residual,
  path: string | undefined,
  shared: readonly Atom[],
  others: readonly string[],
  ownShared: readonly string[][],
): number[][] {
  const alone = comparisonsIn(part).atoms.filter(({ key }) => shared.every((atom) => atom.key !== key));
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
