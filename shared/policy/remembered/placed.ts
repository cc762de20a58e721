/**
 * Entries of a map by their place among the ids, in code-point order, in the place of the id: two cases whose entries
 * stand alike by place are decided alike, and one's needs are named by the other's ids.
 */
import type { StandingFacts } from '../../docket/record.ts';
import { idsIn } from '../compile.ts';
import type { ReadFinding } from '../findings.ts';
import { toTruth, UNKNOWN } from '../leaf.ts';
import type { EntriesName } from '../proposition.ts';
import { partsOf, type Residual } from '../residual.ts';

/** The ids of a map in their order; whatever is on file is also in what prohibited sources say beside it. */
function idsAt({ facts, withProhibited }: StandingFacts, map: EntriesName): string[] {
  return idsIn((withProhibited ?? facts)[map] ?? {});
}

/** A path, or what is missing in an entry of a map. */
export type PlacedNeed = string | { map: EntriesName; place: number; member: string };

function placed(need: string, standing: StandingFacts, maps: readonly EntriesName[]): PlacedNeed {
  // `convictions.c1.disposition`; an id may have dots of its own, what an entry is made of has none.
  const [first, last] = [need.indexOf('.'), need.lastIndexOf('.')];
  const map = maps.find((name) => name === need.slice(0, first));
  if (map === undefined || first === last) return need;
  return { map, place: idsAt(standing, map).indexOf(need.slice(first + 1, last)), member: need.slice(last + 1) };
}

/** Undefined where no need is about an entry. */
export function placeNeeds(
  needs: readonly string[],
  standing: StandingFacts,
  maps: readonly EntriesName[],
): readonly PlacedNeed[] | undefined {
  const all = needs.map((need) => placed(need, standing, maps));
  return all.every((need) => typeof need === 'string') ? undefined : all;
}

/** The needs in the names of a case whose entries have the same places. */
export function nameNeeds(needs: readonly PlacedNeed[], standing: StandingFacts): string[] {
  return needs.map((need) => {
    if (typeof need === 'string') return need;
    return `${need.map}.${idsAt(standing, need.map)[need.place]}.${need.member}`;
  });
}

/** One text for what is left of a rule, with entries by place. */
function textOf(residual: Residual, standing: StandingFacts): string {
  if (residual.op === 'constant') return String(residual.holds);
  if (residual.op !== 'atom') {
    return `${residual.op}(${partsOf(residual)
      .map((part) => textOf(part, standing))
      .join()})`;
  }
  const { key, path, entry, stands } = residual;
  const mark = stands ? '!' : '';
  if (entry === undefined) return `${key} ${path}${mark}`;
  const number = key.slice(0, key.length - entry.id.length);
  const member = path.startsWith(`${entry.map}.${entry.id}.`)
    ? path.slice(entry.map.length + entry.id.length + 2)
    : `/${path}`;
  return `${number}${idsAt(standing, entry.map).indexOf(entry.id)} ${member}${mark}`;
}

/** All that a decision reads of a finding, as one text. */
export function outcomeText(finding: ReadFinding, isSettledByThreatFinding: boolean, standing: StandingFacts): string {
  const { value, residual } = finding;
  if (value !== UNKNOWN || residual === undefined) return String(toTruth(value));
  return `${textOf(residual, standing)}${isSettledByThreatFinding ? ' threat' : ''}`;
}
