/** What a leaf of a rule says of the facts: no, yes or unknown, and which fact is missing when it is unknown. */
import type { PartialDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import { type FactNode, factTree } from '../docket/fact-tree.ts';
import { anniversarySpan, type DaySpan, isBefore, isOnOrBefore, spanOf } from '../docket/partial-date.ts';
import type { Truth } from './classification.ts';
import type { Leaf, Parameter, Scope, Silence } from './proposition.ts';

/** Truth inside the engine: an index is cheaper to combine than a word. */
export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;
export type Value = typeof NO | typeof YES | typeof UNKNOWN;

/** What one case is decided on. */
export interface Given {
  facts: Facts;
  asOf: DaySpan;
  /** A valid background check is on file, so that silence about crime, gangs and security means no. */
  isChecked: boolean;
}

/** The entry of a map a leaf is read on; `undefined` for the facts of the case themselves. */
export interface Entry {
  id: string;
  value: unknown;
}

export const BACKGROUND_CHECK = 'backgroundCheckedOn';

export function toTruth(value: Value): Truth {
  return value === UNKNOWN ? 'unknown' : value === YES;
}

function fromTruth(truth: Truth): Value {
  return truth === 'unknown' ? UNKNOWN : truth ? YES : NO;
}

/** Whether the check is certainly dated within so many days up to the day of the answer. */
export function isCheckValid(checkedOn: PartialDate | undefined, asOf: DaySpan, days: number): boolean {
  if (checkedOn === undefined) return false;
  const { first, last } = spanOf(checkedOn);
  return last <= asOf.first && first >= asOf.first - days;
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

/** Reads what a dotted path names; undefined when any part of the way is absent. */
export function readerAt(path: string): (from: unknown) => unknown {
  const [first = '', second, ...rest] = path.split('.');
  if (second === undefined) return (from) => (isObject(from) ? from[first] : undefined);
  const next = readerAt([second, ...rest].join('.'));
  return (from) => (isObject(from) ? next(from[first]) : undefined);
}

type Evaluate = (given: Given, entry: Entry | undefined) => Value;
type Missing = (given: Given, entry: Entry | undefined) => string;

export interface CompiledLeaf {
  value: Evaluate;
  /** Path of the missing fact; asked only when the value is unknown. */
  missing: Missing;
}

function silenceOf(silence: Silence, given: Given): Value {
  if (silence === 'no') return NO;
  return silence === 'background-check' && given.isChecked ? NO : UNKNOWN;
}

type Read = (given: Given, entry: Entry | undefined) => unknown;

function readIn(scope: Scope, path: string): Read {
  const read = readerAt(path);
  return scope === 'case' ? ({ facts }) => read(facts) : (_, entry) => read(entry?.value);
}

/** The path as the contract writes it: an entry's part carries the map and the id. */
export function fullPath(scope: Scope, path: string, mapName: string | undefined, entry: Entry | undefined): string {
  return scope === 'case' || entry === undefined ? path : `${mapName}.${entry.id}.${path}`;
}

/** Path of the fact that a path lies in: `threatFinding` for `threatFinding.poses`, since that finding is one fact. */
function wholeFactAt(path: string): string {
  const names = path.split('.');
  let members: ReadonlyMap<string, FactNode> | undefined = factTree;
  for (const [i, name] of names.entries()) {
    const node: FactNode | undefined = members?.get(name);
    if (node?.kind !== 'group') return names.slice(0, i + 1).join('.');
    members = node.members;
  }
  return path;
}

/** What a value that stands at the path of a leaf makes of it. */
export type Compare = (found: unknown, asOf: DaySpan) => Value;

/** A leaf that compares what stands at one path, where absence has a meaning of its own. */
function comparison(
  { scope, path, silence }: { scope: Scope; path: string; silence: Silence },
  compare: Compare,
  mapName: string | undefined,
): CompiledLeaf {
  const read = readIn(scope, path);
  const whole = scope === 'case' ? wholeFactAt(path) : path;
  const readWhole = readIn(scope, whole);
  return {
    value: (given, entry) => {
      const found = read(given, entry);
      return found === undefined ? silenceOf(silence, given) : compare(found, given.asOf);
    },
    missing: (given, entry) => {
      const isSilent = read(given, entry) === undefined;
      if (isSilent && silence === 'background-check') return BACKGROUND_CHECK;
      return fullPath(scope, readWhole(given, entry) === undefined ? whole : path, mapName, entry);
    },
  };
}

const asDate = (found: unknown): PartialDate => (typeof found === 'string' ? found : '');

function compareYears(years: Parameter<number>, test: (anniversary: DaySpan, asOf: DaySpan) => Truth): Compare {
  return (found, asOf) => fromTruth(test(anniversarySpan(asDate(found), years.value), asOf));
}

/** Whether a charge stands under a section; `237(a)(4)(A)` covers `237(a)(4)(A)(i)` and not `237(a)(4)(AB)`. */
export function isUnder(sections: readonly string[]): (code: unknown) => boolean {
  const clauses = sections.map((section) => `${section}(`);
  return (code) =>
    typeof code === 'string' && (sections.includes(code) || clauses.some((clause) => code.startsWith(clause)));
}

/** Whether a recorded conviction names the charge, an entry, as the one that rests on it. */
export function isChargeNamed({ convictions }: Facts, charge: string | undefined): boolean {
  if (convictions === undefined) return false;
  return Object.values(convictions).some((conviction) => conviction?.charge === charge);
}

const never: Missing = () => {
  throw new Error('this leaf is never unknown');
};

function constant(value: (given: Given, entry: Entry | undefined) => boolean): CompiledLeaf {
  return { value: (given, entry) => (value(given, entry) ? YES : NO), missing: never };
}

/** Fresh while certainly within the days; older says nothing any more, later says no. */
function isFresh(found: unknown, asOf: DaySpan, days: number): Value {
  const { first, last } = spanOf(asDate(found));
  if (first > asOf.first) return NO;
  return last <= asOf.first && first >= asOf.first - days ? YES : UNKNOWN;
}

function isOneOf(values: readonly unknown[]): (found: unknown) => Value {
  const [only] = values;
  if (values.length === 1) return (found) => (found === only ? YES : NO);
  return (found) => (values.includes(found) ? YES : NO);
}

/** What a reading makes of a question; one that the question does not list leaves it open. */
export function answerTo({ answers }: Extract<Leaf, { op: 'question' }>, reading: unknown): Value {
  const holds = typeof reading === 'string' && Object.hasOwn(answers, reading) ? answers[reading] : undefined;
  return holds === undefined ? UNKNOWN : holds ? YES : NO;
}

type Comparing = Extract<Leaf, { op: 'is' | 'before' | 'years-complete' | 'years-exceeded' | 'fresh' }>;

/** How a leaf compares the value at its path. */
export function compareBy(leaf: Comparing): Compare {
  switch (leaf.op) {
    case 'is':
      return isOneOf(leaf.oneOf);
    case 'before': {
      const day = spanOf(leaf.day.value);
      return (found) => fromTruth(isBefore(spanOf(asDate(found)), day));
    }
    case 'years-complete':
      return compareYears(leaf.years, isOnOrBefore);
    case 'years-exceeded':
      return compareYears(leaf.years, isBefore);
    case 'fresh':
      return (found, asOf) => isFresh(found, asOf, leaf.days.value);
  }
}

/** Turns a leaf into functions. `mapName` is the map whose entries it reads, for leaves under a quantifier. */
export function compileLeaf(leaf: Leaf, mapName: string | undefined): CompiledLeaf {
  switch (leaf.op) {
    case 'is':
    case 'before':
    case 'years-complete':
    case 'years-exceeded':
      return comparison(leaf, compareBy(leaf), mapName);
    case 'fresh':
      return comparison({ scope: leaf.scope, path: leaf.path, silence: 'no' }, compareBy(leaf), mapName);
    case 'recorded': {
      const reads = leaf.paths.map((path) => readIn(leaf.scope, path));
      return constant((given, entry) => reads.some((read) => read(given, entry) !== undefined));
    }
    case 'charged-under': {
      const read = readIn(leaf.scope, leaf.path);
      const covers = isUnder(leaf.sections);
      return constant((given, entry) => covers(read(given, entry)));
    }
    case 'conviction-names-charge':
      return constant(({ facts }, entry) => isChargeNamed(facts, entry?.id));
    case 'always':
      return constant(() => leaf.holds);
    case 'unseen':
      return { value: (given) => (given.isChecked ? NO : UNKNOWN), missing: () => BACKGROUND_CHECK };
    case 'question':
      return {
        value: ({ facts }) => answerTo(leaf, facts.readings?.[leaf.id]),
        missing: () => `readings.${leaf.id}`,
      };
    case 'ask': {
      const reads = leaf.paths.map((path) => ({ path, read: readIn(leaf.scope, path) }));
      return {
        value: () => UNKNOWN,
        missing: (given, entry) => {
          const absent = reads.find(({ read }) => read(given, entry) === undefined) ?? reads.at(-1);
          return fullPath(leaf.scope, absent?.path ?? '', mapName, entry);
        },
      };
    }
  }
}
