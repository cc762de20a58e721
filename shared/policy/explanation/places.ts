/** Places of facts: which fact a path of a rule or of a need lies in, and what is asserted to change it. */
import { type AssertedFacts, assertedFacts, type Facts } from '../../../events/facts.ts';
import { joinPath, splitPath } from '../../docket/fact-tree.ts';
import { compareCodePoints } from '../../docket/stamp.ts';
import { type FactValue, factSchema, type SchemaNode } from './fact-values.ts';

export interface Place {
  /** Names on the way to the fact, outermost first; the last may be the id of an entry. */
  names: readonly string[];
  /** Part of a fact that is an object. */
  member?: string;
}

/** The path as the contract writes it: `convictions.c1.disposition`. */
export function pathOf({ names, member }: Place): string {
  return [...names, ...(member === undefined ? [] : [member])].join('.');
}

/** The fact's key in the record of a case. */
export function recordKey({ names }: Pick<Place, 'names'>): string {
  return names.reduce(joinPath, '');
}

export function placeOfKey(key: string): Place {
  return { names: splitPath(key) };
}

/** An entry's part and its id, where ids may contain points: the part, which has none, is what follows the last. */
function inEntries(map: readonly string[], entry: FactValue, rest: string): Place {
  const cut = rest.lastIndexOf('.');
  if (entry.kind !== 'whole' || cut === -1) return { names: [...map, rest] };
  return { names: [...map, rest.slice(0, cut)], member: rest.slice(cut + 1) };
}

/** The place that a path of the contract names. */
export function placeAt(path: string): Place {
  const names: string[] = [];
  let members: ReadonlyMap<string, SchemaNode> | undefined = factSchema;
  let rest = path;
  while (rest !== '') {
    const cut = rest.indexOf('.');
    const name = cut === -1 ? rest : rest.slice(0, cut);
    rest = cut === -1 ? '' : rest.slice(cut + 1);
    const node: SchemaNode | undefined = members?.get(name);
    names.push(name);
    if (node?.kind === 'entries' && rest !== '') return inEntries(names, node.entry, rest);
    if (node?.kind === 'fact' && rest !== '') return { names, member: rest };
    members = node?.kind === 'group' ? node.members : undefined;
  }
  return { names };
}

/** What stands in the schema at the fact; undefined for a group, a map, or a name that is none. */
function factValueAt(names: readonly string[]): FactValue | undefined {
  let members: ReadonlyMap<string, SchemaNode> | undefined = factSchema;
  for (const [i, name] of names.entries()) {
    const node: SchemaNode | undefined = members?.get(name);
    if (node?.kind === 'entries') return i === names.length - 2 ? node.entry : undefined;
    if (node?.kind === 'fact') return i === names.length - 1 ? node.value : undefined;
    members = node?.members;
  }
  return undefined;
}

/** What can be said at the place. */
export function valueKindAt({ names, member }: Place): FactValue | undefined {
  const value = factValueAt(names);
  if (member === undefined) return value;
  return value?.kind === 'whole' ? value.members.get(member)?.value : undefined;
}

type Members = { readonly [name: string]: unknown };

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

function memberOf(value: unknown, name: string): unknown {
  return isMembers(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** What stands at the place; undefined when nothing does. */
export function valueAt(facts: Facts, { names, member }: Place): unknown {
  const fact = names.reduce<unknown>(memberOf, facts);
  return member === undefined ? fact : memberOf(fact, member);
}

/**
 * What an update asserts to set the place: its fact, and with it what else stands in that fact.
 *
 * @param value null retracts; undefined leaves a part of a fact out
 * @param facts what the rest of an object is taken from
 */
export function assertionOf(place: Place, value: unknown, facts: Facts): AssertedFacts {
  let asserted = value;
  if (place.member !== undefined) {
    const standing = valueAt(facts, { names: place.names });
    const { [place.member]: _, ...rest } = isMembers(standing) ? standing : {};
    asserted = value === undefined || value === null ? rest : { ...rest, [place.member]: value };
  }
  return assertedFacts.parse(
    place.names.reduceRight<unknown>((inner, name) => Object.fromEntries([[name, inner]]), asserted),
  );
}

/** Keys of the record in the order in which the event schema lists facts, entries by id. */
export function inSchemaOrder(keys: Iterable<string>): string[] {
  const order = (key: string) => {
    const places: number[] = [];
    let members: ReadonlyMap<string, SchemaNode> | undefined = factSchema;
    for (const name of splitPath(key)) {
      if (members === undefined) break;
      places.push([...members.keys()].indexOf(name));
      const node: SchemaNode | undefined = members.get(name);
      members = node?.kind === 'group' ? node.members : undefined;
    }
    return places;
  };
  return [...keys]
    .map((key) => ({ key, order: order(key) }))
    .sort((one, other) => compareLists(one.order, other.order) || compareCodePoints(one.key, other.key))
    .map(({ key }) => key);
}

function compareLists(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((place, i) => place !== other[i]);
  return at === -1 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1);
}
