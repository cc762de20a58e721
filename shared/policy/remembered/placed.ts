/**
 * Entries of a map by their place among the ids, in code-point order, in the place of the id: two cases whose entries
 * stand alike by place are decided alike, and paths of one are named by the ids of the other.
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

/** A path, or one into an entry of a map. */
export type PlacedPath = string | { map: EntriesName; place: number; member: string };

function placed(path: string, standing: StandingFacts, maps: readonly EntriesName[]): PlacedPath {
  // `convictions.c1.disposition`; an id may have dots of its own, what an entry is made of has none.
  const [first, last] = [path.indexOf('.'), path.lastIndexOf('.')];
  const map = maps.find((name) => name === path.slice(0, first));
  if (map === undefined || first === last) return path;
  return { map, place: idsAt(standing, map).indexOf(path.slice(first + 1, last)), member: path.slice(last + 1) };
}

/** Undefined where no path leads into an entry. */
export function placePaths(
  paths: readonly string[],
  standing: StandingFacts,
  maps: readonly EntriesName[],
): readonly PlacedPath[] | undefined {
  const all = paths.map((path) => placed(path, standing, maps));
  return all.every((path) => typeof path === 'string') ? undefined : all;
}

/** The paths in the ids of a case whose entries have the same places. */
export function namePaths(paths: readonly PlacedPath[], standing: StandingFacts): string[] {
  let map: EntriesName | undefined;
  let ids: readonly string[] = [];
  return paths.map((path) => {
    if (typeof path === 'string') return path;
    // Paths into one map come one after the other.
    if (path.map !== map) ids = idsAt(standing, path.map);
    map = path.map;
    return `${map}.${ids[path.place]}.${path.member}`;
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
