/** What a node of a rule asks of one case, in words: "first known presence lies before November 1, 2020". */
import { describe, type Within } from '../document/describe.ts';
import { code, counted, listOr } from '../document/english.ts';
import type { Proposition } from '../proposition.ts';
import type { FactRead, OutlineNode } from './case-explanation.ts';
import { nameOf, valueWords } from './fact-words.ts';
import { type Place, placeAt, valueKindAt } from './places.ts';

/** A node with what it read on the case. */
export interface NodeReads {
  proposition: Proposition;
  places: readonly Place[];
  reads: readonly FactRead[];
  within: Within;
  holds: OutlineNode['holds'];
  /** Number of entries, for what holds for some entry of a map. */
  entries: number;
}

type Placed = Extract<Proposition, { path: string; scope: string }>;

/** The policy's own words, with the name of the fact in place of its path. */
function inPolicyWords(proposition: Proposition, { scope, path }: Placed, { places, within }: NodeReads): string {
  const [place] = places;
  const isHere = { ...within, recorded: new Set([...(within.recorded ?? []), `${scope}:${path}`]) };
  return describe(proposition, isHere)
    .replace(code(path), () => (place === undefined ? path : nameOf(place)))
    .replaceAll('`', '');
}

function comparedWords(
  { oneOf }: Extract<Proposition, { op: 'is' }>,
  { places, reads }: NodeReads,
  isNegated: boolean,
): string {
  const [place] = places;
  if (place === undefined) return '';
  const [only] = oneOf;
  if (oneOf.length === 1 && typeof only === 'boolean') {
    // That nobody has found otherwise does not say that anybody has found it.
    if (isNegated && !only && reads[0]?.value === undefined) return `nothing on record denies: ${nameOf(place)}`;
    return only === isNegated ? `not so: ${nameOf(place)}` : nameOf(place);
  }
  const values = oneOf.map((value) => valueWords(place, value));
  if (!isNegated) return `${nameOf(place)} is ${listOr(values)}`;
  return `${nameOf(place)} is ${values.length === 1 ? `not ${values[0]}` : `neither ${values.join(' nor ')}`}`;
}

/** The group that the facts lie in, where it has a name; else each of them. */
function recordedWords({ places }: NodeReads): string {
  const parents = new Set(places.map(({ names }) => names.slice(0, -1).join('.')));
  const [parent] = parents;
  const isGroup = places.length > 1 && parents.size === 1 && parent !== undefined && parent !== '';
  return isGroup ? nameOf(placeAt(parent)) : listOr(places.map(nameOf));
}

function onRecordWords(node: NodeReads, isNegated: boolean): string {
  const [only, ...others] = node.places;
  const onRecord = isNegated ? 'not on record' : 'on record';
  // "Found elderly on record" would be read as the finding, which may be that he or she is not.
  const isFinding = only !== undefined && others.length === 0 && valueKindAt(only)?.kind === 'flag';
  return isFinding ? `${onRecord} whether ${nameOf(only)}` : `${recordedWords(node)} ${onRecord}`;
}

/** The place that is asked for: the first of which nothing is recorded, else the last. */
function askedAt({ places, reads }: NodeReads): Place | undefined {
  return places[reads.findIndex(({ value }) => value === undefined)] ?? places.at(-1);
}

function saidOfLeaf(proposition: Proposition, node: NodeReads, isNegated: boolean): string | undefined {
  const { places, entries } = node;
  const asked = askedAt(node);
  switch (proposition.op) {
    case 'is':
      return comparedWords(proposition, node, isNegated);
    case 'before':
    case 'years-complete':
    case 'years-exceeded':
      return inPolicyWords(isNegated ? { op: 'not', of: proposition } : proposition, proposition, node);
    case 'fresh':
      return `${asked === undefined ? proposition.path : nameOf(asked)} ${isNegated ? 'not ' : ''}within ${counted(proposition.days.value, 'days')}`;
    case 'charged-under':
      return `${asked === undefined ? 'section' : nameOf(asked)} is ${isNegated ? 'not ' : ''}under INA ${listOr(proposition.sections)}`;
    case 'recorded':
      return onRecordWords(node, isNegated);
    case 'conviction-names-charge':
      return isNegated ? 'no recorded conviction rests on it' : 'a recorded conviction rests on it';
    case 'unseen':
      return 'something of this kind that is not on file';
    case 'question':
      return `open question ${proposition.id}`;
    case 'ask':
    case 'ask-unless':
      return asked === undefined ? undefined : nameOf(asked);
    case 'took-part-at-age':
      return `took part at ${proposition.age.value} or older`;
    case 'some':
      return entries === 0 ? nameOf(places[0] ?? placeAt(proposition.in)) : undefined;
    default:
      return undefined;
  }
}

/** The node on this case in words; undefined for what only joins its parts. */
export function askedWords(node: NodeReads): string | undefined {
  const { proposition } = node;
  if (proposition.op !== 'not') return saidOfLeaf(proposition, node, false);
  const { of } = proposition;
  return of.op === 'some' ? undefined : saidOfLeaf(of, node, true);
}

function checkWords({ reads, holds }: NodeReads): string {
  const check = reads.at(-1);
  if (check?.value === undefined) return 'no background check is on file';
  return `the background check of ${check.told} is ${holds === false ? 'valid' : 'not valid any more'}`;
}

function askedFor({ reads }: NodeReads): string | undefined {
  const missing = reads.find(({ value }) => value === undefined);
  const [only] = reads;
  if (missing !== undefined) return missing.told;
  return reads.length === 1 && only !== undefined
    ? `${only.told}, which does not settle it`
    : 'which does not settle it';
}

/** Whether the answer leaves no doubt which value was found. */
function isToldByAnswer(
  { oneOf }: Extract<Proposition, { op: 'is' }>,
  value: unknown,
  { proposition, holds }: NodeReads,
) {
  if (typeof value === 'boolean') return value === (holds === true);
  return oneOf.length === 1 && value === oneOf[0] && holds === (proposition.op === 'is');
}

/** What was found there: the value, that there is none and what silence rests on; undefined where the answer tells it. */
export function foundWords(node: NodeReads): string | undefined {
  const { proposition, reads, entries } = node;
  const [first] = reads;
  const isNegated = proposition.op === 'not';
  const leaf = isNegated ? proposition.of : proposition;
  switch (leaf.op) {
    case 'unseen':
      return checkWords(node);
    case 'is':
      if (first?.value === undefined && leaf.silence === 'background-check')
        return `${first?.told}; ${checkWords(node)}`;
      return isToldByAnswer(leaf, first?.value, node) ? undefined : first?.told;
    case 'recorded':
      return reads.find(({ value, prohibitedOnly }) => value === undefined && prohibitedOnly === true)?.told;
    case 'question':
      return first?.value === undefined ? 'not answered by an attorney' : `answered ${first.told}`;
    case 'ask':
      return askedFor(node);
    case 'ask-unless':
      return `${askedFor(node)}; ${node.holds === false ? 'it is no all the same, since this is proved' : 'it would be no all the same, were this proved'}`;
    case 'took-part-at-age':
      return reads.map(({ name, told }) => `${name}: ${told}`).join('; ');
    case 'some':
      return entries === 0 ? 'none on record' : undefined;
    case 'conviction-names-charge':
    case 'always':
      return undefined;
    default:
      return first?.told;
  }
}
