/**
 * Compiles a rule's tree once into functions, so that no case pays for interpretation: its value in three-valued logic
 * (Kleene's strong logic), and what is left of it when it is unknown.
 */
import { compareCodePoints } from '../docket/stamp.ts';
import { fails, holds, orOf } from './disjunction.ts';
import { compileLeaf, type Entry, type Given, NO, readerAt, UNKNOWN, type Value, YES } from './leaf.ts';
import type { EntriesName, Proposition } from './proposition.ts';
import type { Atom, Residual } from './residual.ts';
import { participationBy, type TookPart } from './took-part.ts';

export interface CompiledNode {
  proposition: Proposition;
  /** Parts in the order they are written. */
  parts: readonly CompiledNode[];
  value: (given: Given, entry: Entry | undefined) => Value;
  /** What is left of it: a constant once the value is known. `stands` marks its comparisons. */
  residual: (given: Given, entry: Entry | undefined, stands: boolean) => Residual;
}

/** The ids of a map in code-point order, as the contract lists needs. */
export function idsIn(map: object): string[] {
  const ids = Object.keys(map);
  return ids.length < 2 ? ids : ids.sort(compareCodePoints);
}

/** The entries of a map, in the order of their ids. */
export function entriesIn(facts: Given['facts'], name: EntriesName): Entry[] {
  const map = facts[name];
  return map === undefined ? [] : idsIn(map).map((id) => ({ id, value: map[id] }));
}

/** `value` is known. */
function constantOf(value: Value): Residual {
  return value === YES ? holds : fails;
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
      const left: Residual[] = [];
      for (const part of parts) {
        const found = part.residual(given, entry, stands);
        if (found.op !== 'constant') left.push(found);
        else if (found.holds === (op === 'any')) return found;
      }
      const [first, ...others] = left;
      if (first === undefined) return constantOf(neutral);
      if (others.length === 0) return first;
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
    residual: (given, entry, stands) => {
      const found = part.residual(given, entry, stands);
      return found.op === 'constant' ? (found.holds ? fails : holds) : { op: 'not', of: found };
    },
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
      const found = condition.residual(given, entry, stands);
      if (found.op === 'constant') return (found.holds ? met : unmet).residual(given, entry, stands);
      const [whenMet, whenUnmet] = [met.residual(given, entry, false), unmet.residual(given, entry, false)];
      const isSame = whenMet.op === 'constant' && whenUnmet.op === 'constant' && whenMet.holds === whenUnmet.holds;
      return isSame ? whenMet : { op: 'if', given: found, met: whenMet, unmet: whenUnmet };
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
    residual: (given, _, stands) => {
      const left: Residual[] = [];
      for (const entry of entriesIn(given.facts, name)) {
        const found = part.residual(given, entry, stands);
        if (found.op !== 'constant') left.push(found);
        else if (found.holds) return found;
      }
      return left.length === 0 ? fails : orOf(left);
    },
  };
}

type AskUnless = Extract<Proposition, { op: 'ask-unless' }>;

function askUnless(proposition: AskUnless, proved: CompiledNode, makeAtom: MakeAtom): CompiledNode {
  return {
    proposition,
    parts: [proved],
    value: (given, entry) => (proved.value(given, entry) === YES ? NO : UNKNOWN),
    residual: (given, entry, stands) => {
      const found = proved.residual(given, entry, false);
      if (found.op === 'constant' && found.holds) return fails;
      const missing = makeAtom(proposition.path, entry, stands);
      return found.op === 'constant' ? missing : { op: 'and', of: [{ op: 'not', of: found }, missing] };
    },
  };
}

function tookPart(proposition: TookPart, endedBefore: CompiledNode, makeAtom: MakeAtom): CompiledNode {
  const { birth, from, to } = proposition;
  const answer = participationBy(proposition);
  const [readBirth, readFrom] = [readerAt(birth), readerAt(from)];
  return {
    proposition,
    parts: [endedBefore],
    value: (given, entry) => {
      const found = answer(given.facts);
      if (found === 'ended-before') return endedBefore.value(given, entry);
      return found === 'met' ? YES : UNKNOWN;
    },
    residual: (given, entry, stands) => {
      const found = answer(given.facts);
      if (found === 'met') return holds;
      if (found === 'ended-before') return endedBefore.residual(given, entry, stands);
      const { facts } = given;
      const path = readBirth(facts) === undefined ? birth : readFrom(facts) === undefined ? from : to;
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
        residual: (given, entry, stands) => {
          const value = leaf.value(given, entry);
          return value === UNKNOWN ? makeAtom(leaf.missing(given, entry), entry, stands) : constantOf(value);
        },
      };
    }
  }
}

type MakeAtom = (path: string, entry: Entry | undefined, stands: boolean) => Atom;

/** Makes the comparison of one place in the tree. What reads the facts of the case is the same for every entry. */
function atomMaker(proposition: Proposition, compilation: Compilation, quantifier: Quantifier | undefined): MakeAtom {
  const { numbers } = compilation;
  const map = 'scope' in proposition && proposition.scope === 'entry' ? quantifier?.name : undefined;
  const text = `${map ?? ''}:${JSON.stringify(proposition)}`;
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  const leaf = compilation.places++;
  const place = quantifier?.place ?? leaf;
  return (path, entry, stands) => {
    const order = { place, entry: entry?.id ?? '', leaf };
    if (map === undefined || entry === undefined) return { op: 'atom', key: String(number), path, stands, order };
    const { id } = entry;
    return { op: 'atom', key: `${number}:${id}`, path, stands, order, entry: { map, id } };
  };
}
