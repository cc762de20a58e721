/**
 * Whether a fact that a rule reads can be absent where it is read. What an absent fact says is worth a remark only
 * there: an entry of a map always has its required parts, and under "if `lastEntry` is recorded" the entry has its day.
 */
import { assertedFacts } from '../../../events/facts.ts';
import type { EntriesName, Proposition, Scope } from '../proposition.ts';
import { entrySchema, isRequired, memberOf } from './schema.ts';

/** Where in a rule a line stands. */
export interface Within {
  /** The map whose entry the line reads, under a quantifier. */
  map?: EntriesName;
  /** What is known to be recorded there, as `scope:path`. */
  recorded?: ReadonlySet<string>;
}

export function mayBeAbsent(scope: Scope, path: string, { map, recorded }: Within): boolean {
  if (recorded?.has(`${scope}:${path}`)) return false;
  if (scope === 'entry') return map === undefined || !isRequired(memberOf(entrySchema(map), path));
  const names = path.split('.');
  const parent = names.slice(0, -1).join('.');
  if (parent === '' || !recorded?.has(`case:${parent}`)) return true;
  return !isRequired(names.reduce(memberOf, assertedFacts));
}

/** What is recorded wherever the proposition holds, as far as it says so itself. */
export function recordedWhere(proposition: Proposition): string[] {
  if (proposition.op === 'all') return proposition.of.flatMap(recordedWhere);
  if (proposition.op !== 'recorded' || proposition.paths.length !== 1) return [];
  return proposition.paths.map((path) => `${proposition.scope}:${path}`);
}

/** The place of a part that is read only where the proposition holds. */
export function whereHolds(proposition: Proposition, within: Within): Within {
  const more = recordedWhere(proposition);
  return more.length === 0 ? within : { ...within, recorded: new Set([...(within.recorded ?? []), ...more]) };
}
