/** A rule's tree on one case as an outline: each node in words, with its value and, at the leaves, the facts it read. */
import type { Facts } from '../../../events/facts.ts';
import { anniversarySpan, isBefore, spanOf } from '../../docket/partial-date.ts';
import { describe, isSaidWhole, placesOfParts, type Within } from '../document/describe.ts';
import type { ExplainedNode } from '../explain.ts';
import { BACKGROUND_CHECK } from '../leaf.ts';
import type { Proposition } from '../proposition.ts';
import type { FactRead, OutlineNode } from './case-explanation.ts';
import { type Evidence, factAt } from './evidence.ts';
import { nameOf, valueWords } from './fact-words.ts';
import { askedWords, foundWords } from './leaf-words.ts';
import { type Place, pathOf, placeAt, valueAt } from './places.ts';
import type { TermOf } from './rule-terms.ts';

/** How a rule is read: on these facts; a prohibited assertion may be told only where the reading has it. */
export interface Reading {
  evidence: Evidence;
  facts: Facts;
  /** The name of a part of the rule, where it has one. */
  termOf: TermOf;
}

/** Where in the tree a node stands. */
interface Spot {
  within: Within;
  /** Id of the entry that a quantifier above is at. */
  entry: string | undefined;
}

function placeRead(path: string, proposition: Proposition, { within, entry }: Spot): Place {
  const { map } = within;
  if (!('scope' in proposition) || proposition.scope === 'case' || map === undefined || entry === undefined) {
    return placeAt(path);
  }
  return { names: [map, entry], member: path.slice(map.length + entry.length + 2) };
}

/** Whether what stands here is the answer set for this run. A reading of the case, save a prohibited one, goes before it. */
function isSetAt(place: Place, evidence: Evidence): boolean {
  const [map, question] = place.names;
  if (map !== 'readings' || question === undefined || !Object.hasOwn(evidence.answers, question)) return false;
  return factAt(evidence, place)?.prohibitedOnly ?? true;
}

const HIDDEN = 'said only by a prohibited source';

function readOf(place: Place, { evidence, facts }: Reading): FactRead {
  const named = { path: pathOf(place), name: nameOf(place) };
  const fact = factAt(evidence, place);
  const value = valueAt(facts, place);
  const told = valueWords(place, value);
  if (isSetAt(place, evidence)) return { ...named, value, told, set: true };
  if (fact === undefined) return { ...named, told };
  if (value !== undefined) {
    const update = evidence.referenceOf(fact.stamp);
    return { ...named, value, told, update, ...(fact.prohibitedOnly && { prohibitedOnly: true }) };
  }
  const isHidden = valueAt(evidence.standing.withProhibited ?? facts, place) !== undefined;
  return isHidden ? { ...named, told: HIDDEN, prohibitedOnly: true } : { ...named, told };
}

/** Convictions that name a charge as the one that rests on them. */
function convictionsNaming(charge: string | undefined, { convictions }: Facts): Place[] {
  return Object.entries(convictions ?? {}).flatMap(([id, conviction]) =>
    conviction?.charge === charge && charge !== undefined ? [{ names: ['convictions', id], member: 'charge' }] : [],
  );
}

function placesRead({ proposition, reads }: ExplainedNode, spot: Spot, { facts }: Reading): Place[] {
  const places = reads.map((path) => placeRead(path, proposition, spot));
  if (proposition.op === 'conviction-names-charge') return convictionsNaming(spot.entry, facts);
  const isSilent = places.every((place) => valueAt(facts, place) === undefined);
  const asksCheck = proposition.op === 'is' && proposition.silence === 'background-check' && isSilent;
  return asksCheck ? [...places, placeAt(BACKGROUND_CHECK)] : places;
}

/** Whether participation certainly ended before the birthday, so that what stands for that case is the answer. */
function hasEndedBefore(
  { birth, from, to, age }: Extract<Proposition, { op: 'took-part-at-age' }>,
  facts: Facts,
): boolean {
  const [born, began, ended] = [birth, from, to].map((path) => valueAt(facts, placeAt(path)));
  if (typeof born !== 'string' || typeof ended !== 'string') return false;
  const birthday = anniversarySpan(born, age.value);
  const isBegunAtAge = typeof began === 'string' && isBefore(spanOf(began), birthday) === false;
  return !isBegunAtAge && isBefore(spanOf(ended), birthday) === true;
}

/** The parts that account for a node's value: for a true `any` those that are true, for a choice the branch taken. */
function accountable({ proposition, holds, parts }: ExplainedNode, facts: Facts): readonly ExplainedNode[] {
  switch (proposition.op) {
    case 'all':
      // While it is unknown no part fails, and each could.
      return holds === 'unknown' ? parts : parts.filter((part) => part.holds === holds);
    case 'any':
    case 'some':
      return parts.filter((part) => part.holds === holds);
    case 'when': {
      const [condition, met, unmet] = parts;
      const branches = condition?.holds === true ? [met] : condition?.holds === false ? [unmet] : [met, unmet];
      const isOpen = condition?.holds === 'unknown' && holds === 'unknown';
      // Where the condition is unknown and the branches agree, they are the answer.
      const both = isOpen ? [condition] : condition?.holds === 'unknown' ? branches : [condition, ...branches];
      return both.filter((part) => part !== undefined);
    }
    case 'took-part-at-age':
      return hasEndedBefore(proposition, facts) ? parts : [];
    default:
      return parts;
  }
}

function spotOfPart(part: ExplainedNode, i: number, proposition: Proposition, spot: Spot): Spot {
  const places = placesOfParts(proposition, spot.within);
  return { within: places[proposition.op === 'some' ? 0 : i] ?? spot.within, entry: part.entry ?? spot.entry };
}

/** What is on record here takes the remark on its absence out of the words. */
function withRecorded(within: Within, { proposition }: ExplainedNode, reads: readonly FactRead[]): Within {
  if (!('path' in proposition) || reads[0]?.value === undefined) return within;
  const scope = 'scope' in proposition ? proposition.scope : 'case';
  return { ...within, recorded: new Set([...(within.recorded ?? []), `${scope}:${proposition.path}`]) };
}

/** A negated leaf reads what the leaf does. */
function readingNode(node: ExplainedNode): ExplainedNode {
  const [inner] = node.parts;
  return node.proposition.op === 'not' && inner !== undefined && isSaidWhole(node.proposition)
    ? readingNode(inner)
    : node;
}

const DENIED: Readonly<Partial<Record<Proposition['op'], string>>> = { all: 'not all of these', any: 'none of these' };

/** A denial of several parts, whose words are those of what it denies; undefined for any other node. */
function denialWords({ proposition }: ExplainedNode, [denied]: readonly OutlineNode[]): string | undefined {
  if (proposition.op !== 'not' || isSaidWhole(proposition) || denied === undefined) return undefined;
  if (denied.asks !== undefined) return `not so: ${denied.asks}`;
  return DENIED[denied.op] ?? 'not so';
}

function outlined(node: ExplainedNode, spot: Spot, reading: Reading, decisive: boolean): OutlineNode {
  const { proposition, holds, parts, entry } = node;
  const places = placesRead(readingNode(node), spot, reading);
  const reads = places.map((place) => readOf(place, reading));
  const asked = { proposition, places, reads, within: spot.within, holds, entries: parts.length };
  const deciding = new Set(decisive ? accountable(node, reading.facts) : []);
  const outlines = parts.map((part, i) =>
    outlined(part, spotOfPart(part, i, proposition, spot), reading, deciding.has(part)),
  );
  const asks = askedWords(asked) ?? reading.termOf(proposition) ?? denialWords(node, outlines);
  const found = asks === undefined ? undefined : foundWords(asked);
  return {
    says: describe(proposition, withRecorded(spot.within, node, reads)),
    ...(asks !== undefined && { asks }),
    ...(found !== undefined && { found }),
    op: proposition.op,
    holds,
    decisive,
    ...(entry !== undefined && { entry }),
    reads,
    parts: outlines,
  };
}

export function outlineOf(node: ExplainedNode, reading: Reading): OutlineNode {
  return outlined(node, { within: {}, entry: undefined }, reading, true);
}

/** The facts, recorded or set for this run, that the answer rests on, in the order of the rule, each once. */
export function restingOn(outline: OutlineNode): FactRead[] {
  const found = new Map<string, FactRead>();
  const visit = ({ decisive, reads, parts }: OutlineNode) => {
    if (!decisive) return;
    for (const read of reads) if (read.value !== undefined) found.set(read.path, read);
    for (const part of parts) visit(part);
  };
  visit(outline);
  return [...found.values()];
}
