/**
 * Compiles a rule's tree once into functions, so that no case pays for interpretation: its value in three-valued logic
 * (Kleene's strong logic), and what is left of it when it is unknown.
 */
import { anniversarySpan, isBefore, isOnOrBefore, spanOf } from '../docket/partial-date.ts';
import { compareCodePoints } from '../docket/stamp.ts';
import { compileLeaf, type Entry, type Given, NO, readerAt, UNKNOWN, type Value, YES } from './leaf.ts';
import type { EntriesName, Proposition } from './proposition.ts';
import { type Atom, type AtomOrder, type Residual, standingAtoms } from './residual.ts';

export interface CompiledNode {
  proposition: Proposition;
  /** Parts in the order they are written. */
  parts: readonly CompiledNode[];
  value: (given: Given, entry: Entry | undefined) => Value;
  /** What is left when the value is unknown; asked for nothing else. `stands` marks its comparisons. */
  residual: (given: Given, entry: Entry | undefined, stands: boolean) => Residual;
}

export const holds: Residual = { op: 'constant', holds: true };
export const fails: Residual = { op: 'constant', holds: false };

/**
 * A disjunction without a part twice, and without a conjunction that asks for more than a part already there: `a, or a
 * and b` is `a`. One part alone is itself.
 */
export function orOf(parts: readonly Residual[]): Residual {
  const flat = parts.flatMap((part) => (part.op === 'or' ? part.of : [part]));
  const unique = new Map(flat.map((part) => [part.op === 'atom' ? part.key : JSON.stringify(part), part]));
  const isAbsorbed = (part: Residual) =>
    part.op === 'and' && part.of.some((member) => member.op === 'atom' && unique.has(member.key));
  const left = [...unique.values()].filter((part) => !isAbsorbed(part));
  const [first] = left;
  return left.length === 1 && first ? first : { op: 'or', of: left };
}

/** What two readings of one rule leave open: either may hold. Parts stand in the order of the rule, not of the readings. */
export function eitherReading(parts: readonly Residual[]): Residual {
  const joined = orOf(parts);
  if (joined.op !== 'or') return joined;
  const placed = joined.of.map((part) => ({ part, order: standingAtoms(part)[0]?.order ?? LAST }));
  return { op: 'or', of: placed.sort((a, b) => compareOrder(a.order, b.order)).map(({ part }) => part) };
}

const LAST: AtomOrder = { place: Number.MAX_SAFE_INTEGER, entry: '', leaf: 0 };

function compareOrder(a: AtomOrder, b: AtomOrder): number {
  return a.place - b.place || compareCodePoints(a.entry, b.entry) || a.leaf - b.leaf;
}

/** The entries of a map, by id in code-point order, as the contract lists needs. */
export function entriesIn(facts: Given['facts'], name: EntriesName): Entry[] {
  const map = facts[name];
  if (map === undefined) return [];
  const entries: Entry[] = Object.entries(map).map(([id, value]) => ({ id, value }));
  return entries.length < 2 ? entries : entries.sort((a, b) => compareCodePoints(a.id, b.id));
}

/** The part as it stands: a constant once it is known. */
function residualOrConstant(node: CompiledNode, given: Given, entry: Entry | undefined, stands: boolean): Residual {
  const value = node.value(given, entry);
  return value === UNKNOWN ? node.residual(given, entry, stands) : value === YES ? holds : fails;
}

function join(op: 'all' | 'any', proposition: Proposition, parts: CompiledNode[]): CompiledNode {
  const absorbing = op === 'all' ? NO : YES;
  const neutral = op === 'all' ? YES : NO;
  return {
    proposition,
    parts,
    value: (given, entry) => {
      let result: Value = neutral;
      for (const part of parts) {
        const value = part.value(given, entry);
        if (value === absorbing) return absorbing;
        if (value === UNKNOWN) result = UNKNOWN;
      }
      return result;
    },
    residual: (given, entry, stands) => {
      const open = parts.filter((part) => part.value(given, entry) === UNKNOWN);
      const left = open.map((part) => part.residual(given, entry, stands));
      const [first] = left;
      if (left.length === 1 && first) return first;
      return op === 'any' ? orOf(left) : { op: 'and', of: left };
    },
  };
}

function negate(proposition: Proposition, part: CompiledNode): CompiledNode {
  return {
    proposition,
    parts: [part],
    value: (given, entry) => {
      const value = part.value(given, entry);
      return value === UNKNOWN ? UNKNOWN : value === YES ? NO : YES;
    },
    residual: (given, entry, stands) => ({ op: 'not', of: part.residual(given, entry, stands) }),
  };
}

function choose(
  proposition: Proposition,
  condition: CompiledNode,
  met: CompiledNode,
  unmet: CompiledNode,
): CompiledNode {
  return {
    proposition,
    parts: [condition, met, unmet],
    value: (given, entry) => {
      const value = condition.value(given, entry);
      if (value !== UNKNOWN) return (value === YES ? met : unmet).value(given, entry);
      const either = met.value(given, entry);
      return either === unmet.value(given, entry) ? either : UNKNOWN;
    },
    residual: (given, entry, stands) => {
      const value = condition.value(given, entry);
      if (value !== UNKNOWN) return (value === YES ? met : unmet).residual(given, entry, stands);
      return {
        op: 'if',
        given: condition.residual(given, entry, stands),
        met: residualOrConstant(met, given, entry, false),
        unmet: residualOrConstant(unmet, given, entry, false),
      };
    },
  };
}

function forSome(proposition: Proposition, name: EntriesName, part: CompiledNode): CompiledNode {
  return {
    proposition,
    parts: [part],
    value: (given) => {
      const map = given.facts[name];
      let result: Value = NO;
      if (map === undefined) return result;
      for (const id of Object.keys(map)) {
        const found = part.value(given, { id, value: map[id] });
        if (found === YES) return YES;
        if (found === UNKNOWN) result = UNKNOWN;
      }
      return result;
    },
    residual: (given, _, stands) =>
      orOf(
        entriesIn(given.facts, name)
          .filter((entry) => part.value(given, entry) === UNKNOWN)
          .map((entry) => part.residual(given, entry, stands)),
      ),
  };
}

type AskUnless = Extract<Proposition, { op: 'ask-unless' }>;

function askUnless(proposition: AskUnless, proved: CompiledNode, makeAtom: MakeAtom): CompiledNode {
  return {
    proposition,
    parts: [proved],
    value: (given, entry) => (proved.value(given, entry) === YES ? NO : UNKNOWN),
    residual: (given, entry, stands) => {
      const missing = makeAtom(proposition.path, entry, stands);
      if (proved.value(given, entry) === NO) return missing;
      return { op: 'and', of: [{ op: 'not', of: proved.residual(given, entry, false) }, missing] };
    },
  };
}

type TookPart = Extract<Proposition, { op: 'took-part-at-age' }>;

function tookPart(proposition: TookPart, endedBefore: CompiledNode, makeAtom: MakeAtom): CompiledNode {
  const { birth, from, to, age } = proposition;
  const dateAt = (path: string) => {
    const read = readerAt(path);
    return ({ facts }: Given) => {
      const date = read(facts);
      return typeof date === 'string' ? date : undefined;
    };
  };
  const [bornOn, beganOn, endedOn] = [dateAt(birth), dateAt(from), dateAt(to)];

  const answer = (given: Given): 'met' | 'ended-before' | 'unknown' => {
    const born = bornOn(given);
    if (born === undefined) return 'unknown';
    const birthday = anniversarySpan(born, age.value);
    const began = beganOn(given);
    const ended = endedOn(given);
    if (began !== undefined && isOnOrBefore(birthday, spanOf(began)) === true) return 'met';
    if (ended !== undefined && isOnOrBefore(birthday, spanOf(ended)) === true) return 'met';
    return ended !== undefined && isBefore(spanOf(ended), birthday) === true ? 'ended-before' : 'unknown';
  };
  return {
    proposition,
    parts: [endedBefore],
    value: (given, entry) => {
      const found = answer(given);
      if (found === 'ended-before') return endedBefore.value(given, entry);
      return found === 'met' ? YES : UNKNOWN;
    },
    residual: (given, entry, stands) => {
      if (answer(given) === 'ended-before') return endedBefore.residual(given, entry, stands);
      const path = bornOn(given) === undefined ? birth : beganOn(given) === undefined ? from : to;
      return makeAtom(path, entry, stands);
    },
  };
}

/** What the rules of one instrument share when they are compiled. */
export interface Compilation {
  /**
   * Numbers comparisons by what they say: leaves that say the same are one comparison, settled once, wherever a rule
   * meets it.
   */
  numbers: Map<string, number>;
  /** Leaves and quantifiers met so far, in the order of the rules. */
  places: number;
}

export function startCompilation(): Compilation {
  return { numbers: new Map(), places: 0 };
}

/** The quantifier that a part stands under. */
interface Quantifier {
  name: EntriesName;
  place: number;
}

/** Compiles a tree, its quantifier given for what stands under one. */
export function compile(proposition: Proposition, compilation: Compilation, quantifier?: Quantifier): CompiledNode {
  const inner = (part: Proposition) => compile(part, compilation, quantifier);
  switch (proposition.op) {
    case 'all':
    case 'any':
      return join(proposition.op, proposition, proposition.of.map(inner));
    case 'not':
      return negate(proposition, inner(proposition.of));
    case 'when':
      return choose(proposition, inner(proposition.given), inner(proposition.met), inner(proposition.unmet));
    case 'some': {
      const own: Quantifier = { name: proposition.in, place: compilation.places++ };
      return forSome(proposition, proposition.in, compile(proposition.entry, compilation, own));
    }
    case 'ask-unless':
      return askUnless(proposition, inner(proposition.proved), atomMaker(proposition, compilation, quantifier));
    case 'took-part-at-age':
      return tookPart(proposition, inner(proposition.endedBefore), atomMaker(proposition, compilation, quantifier));
    default: {
      const leaf = compileLeaf(proposition, quantifier?.name);
      const makeAtom = atomMaker(proposition, compilation, quantifier);
      return {
        proposition,
        parts: [],
        value: leaf.value,
        residual: (given, entry, stands) => makeAtom(leaf.missing(given, entry), entry, stands),
      };
    }
  }
}

type MakeAtom = (path: string, entry: Entry | undefined, stands: boolean) => Atom;

/** Makes the comparison of one place in the tree. What reads the facts of the case is the same for every entry. */
function atomMaker(proposition: Proposition, compilation: Compilation, quantifier: Quantifier | undefined): MakeAtom {
  const { numbers } = compilation;
  const readsEntry = 'scope' in proposition && proposition.scope === 'entry';
  const text = `${readsEntry ? quantifier?.name : ''}:${JSON.stringify(proposition)}`;
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  const leaf = compilation.places++;
  const place = quantifier?.place ?? leaf;
  return (path, entry, stands) => ({
    op: 'atom',
    key: readsEntry && entry !== undefined ? `${number}:${entry.id}` : String(number),
    path,
    stands,
    order: { place, entry: entry?.id ?? '', leaf },
  });
}
