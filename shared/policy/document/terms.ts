/**
 * Parts of a rule that are defined once, under a name, like the terms of a contract: those the instrument names, and
 * those a rule repeats.
 */
import { type EntriesName, type Proposition, some } from '../proposition.ts';
import { isSaidWhole } from './describe.ts';
import { partsOf } from './parts.ts';

export interface Term {
  /** Reads as a condition: "present before". */
  name: string;
  of: Proposition;
  /** The map whose entries it is said of. */
  map?: EntriesName;
}

export interface Terms {
  listed: readonly Term[];
  /** The name under which a part is defined. */
  nameOf: (proposition: Proposition, map: EntriesName | undefined) => string | undefined;
}

/** A term that is said of the entries of a map. */
export function entryTerm<N extends EntriesName>(name: string, map: N, build: Parameters<typeof some<N>>[1]): Term {
  const quantified = some(map, build);
  return quantified.op === 'some' ? { name, of: quantified.entry, map } : { name, of: quantified };
}

interface Seen {
  term: Omit<Term, 'name'>;
  times: number;
}

/** What is written out at more than one place counts as one thing when it reads the same facts. */
const keyOf = (proposition: Proposition, map: EntriesName | undefined): string =>
  `${map ?? ''}:${JSON.stringify(proposition)}`;

function count(proposition: Proposition, map: EntriesName | undefined, seen: Map<string, Seen>): void {
  if (isSaidWhole(proposition)) return;
  const key = keyOf(proposition, map);
  const found = seen.get(key);
  if (found !== undefined) {
    found.times += 1;
    return;
  }
  seen.set(key, { term: { of: proposition, ...(map && { map }) }, times: 1 });
  const inner = proposition.op === 'some' ? proposition.in : map;
  for (const part of partsOf(proposition)) count(part, inner, seen);
}

/** The terms of a rule in the order in which it first comes to them; a repeated part without a name is numbered. */
export function termsOf(rule: Proposition, known: readonly Term[]): Terms {
  const seen = new Map<string, Seen>();
  count(rule, undefined, seen);
  const given = new Map(known.map(({ name, of, map }) => [keyOf(of, map), name]));
  const defined = [...seen].filter(([key, { times }]) => times > 1 || given.has(key));
  const named = new Map(
    defined.map(([key, { term }], i) => [key, { name: given.get(key) ?? `part ${i + 1}`, ...term }]),
  );
  return {
    listed: [...named.values()],
    nameOf: (proposition, map) => named.get(keyOf(proposition, map))?.name,
  };
}
