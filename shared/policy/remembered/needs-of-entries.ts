/** Needs that name an entry of a map by its id: told by the place of the entry, so that another case's entry can be named. */
import type { Facts } from '../../../events/facts.ts';
import { idsIn } from '../compile.ts';
import type { EntriesName } from '../proposition.ts';

/** A path, or what is missing in an entry of a map: the place of its id in code-point order. */
export type PlacedNeed = string | { map: EntriesName; place: number; member: string };

const idsAt = (facts: Facts, map: EntriesName): string[] => idsIn(facts[map] ?? {});

function placed(need: string, facts: Facts, maps: readonly EntriesName[]): PlacedNeed {
  // `convictions.c1.disposition`; an id may have dots of its own, what an entry is made of has none.
  const [first, last] = [need.indexOf('.'), need.lastIndexOf('.')];
  const map = maps.find((name) => name === need.slice(0, first));
  if (map === undefined || first === last) return need;
  return { map, place: idsAt(facts, map).indexOf(need.slice(first + 1, last)), member: need.slice(last + 1) };
}

/** Undefined where no need is about an entry. */
export function placeNeeds(
  needs: readonly string[],
  facts: Facts,
  maps: readonly EntriesName[],
): readonly PlacedNeed[] | undefined {
  const all = needs.map((need) => placed(need, facts, maps));
  return all.every((need) => typeof need === 'string') ? undefined : all;
}

/** The needs in the names of a case whose entries have the same places. */
export function nameNeeds(needs: readonly PlacedNeed[], facts: Facts): string[] {
  return needs.map((need) => {
    if (typeof need === 'string') return need;
    return `${need.map}.${idsAt(facts, need.map)[need.place]}.${need.member}`;
  });
}
