/**
 * Parts of a rule that are defined once, under a name, like the terms of a contract: those the instrument names, and
 * those a rule repeats.
 */
import { type EntriesName, type Proposition, some } from '../proposition.ts';
import { isSaidWhole, placesOfParts, type Within } from './describe.ts';
import { everyNode, partsOf } from './parts.ts';

export interface Term {
  /** Reads as a condition: "present before". */
  name: string;
  of: Proposition;
  /** The map whose entries it is said of. */
  map?: EntriesName;
}

/** A term where the rule has it. */
export interface Definition {
  name: string;
  of: Proposition;
  /** What holds at every place where the rule has it. */
  within: Within;
}

export interface Terms {
  listed: readonly Definition[];
  /** The name under which a part is defined. */
  nameOf: (proposition: Proposition, map: EntriesName | undefined) => string | undefined;
}

/** A term that is said of the entries of a map. */
export function entryTerm<N extends EntriesName>(name: string, map: N, build: Parameters<typeof some<N>>[1]): Term {
  const quantified = some(map, build);
  return quantified.op === 'some' ? { name, of: quantified.entry, map } : { name, of: quantified };
}

interface Seen extends Omit<Definition, 'name'> {
  times: number;
}

/** What is written out at more than one place counts as one thing when it reads the same facts. */
function keyOf(proposition: Proposition, map: EntriesName | undefined): string {
  const ofEntry = everyNode(proposition).some((node) => 'scope' in node && node.scope === 'entry');
  return `${ofEntry && map !== undefined ? map : ''}:${JSON.stringify(proposition)}`;
}

/** Counts what needs more than a line, and what has a name. */
function count(
  proposition: Proposition,
  within: Within,
  seen: Map<string, Seen>,
  isNamed: (key: string) => boolean,
): void {
  const key = keyOf(proposition, within.map);
  if (isSaidWhole(proposition) && !isNamed(key)) return;
  const found = seen.get(key);
  if (found !== undefined) {
    found.times += 1;
    found.within = within.map === undefined ? {} : { map: within.map };
    return;
  }
  seen.set(key, { of: proposition, within, times: 1 });
  const places = placesOfParts(proposition, within);
  for (const [i, part] of partsOf(proposition).entries()) count(part, places[i] ?? within, seen, isNamed);
}

/** The terms of a rule in the order in which it first comes to them; a repeated part without a name is numbered. */
export function termsOf(rule: Proposition, known: readonly Term[]): Terms {
  const given = new Map(known.map(({ name, of, map }) => [keyOf(of, map), name]));
  const seen = new Map<string, Seen>();
  count(rule, {}, seen, (key) => given.has(key));
  const defined = [...seen].filter(([key, { times }]) => times > 1 || given.has(key));
  const named = new Map(
    defined.map(([key, { of, within }], i) => [key, { name: given.get(key) ?? `part ${i + 1}`, of, within }]),
  );
  return {
    listed: [...named.values()],
    nameOf: (proposition, map) => named.get(keyOf(proposition, map))?.name,
  };
}
