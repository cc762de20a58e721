/**
 * Looks at every answer to a person: nothing of a case that was not theirs to see at any moment of the request, the same
 * bytes for what is not theirs and what is not there, no protected case without a reason on record.
 */

import type { Standing } from './seen-case.ts';
import type { Violations } from './violations.ts';
import type { WatchedWrites } from './watch-writes.ts';

export interface Person {
  readonly id: string;
  readonly role: string;
  readonly offices: readonly string[];
  readonly protectedAccess: boolean;
}

export interface Exchange {
  readonly person: Person;
  readonly method: string;
  readonly path: string;
  /** The case in the path, where there is one. */
  readonly caseKey: string | undefined;
  /** Lists come from indexes, which lag: what they may show is older than the request. */
  readonly isList: boolean;
  /** Steps from which on and until which what is stored may have been read. */
  readonly from: number;
  readonly until: number;
  /** The clock of whoever answered, as the request began. */
  readonly now: string;
  readonly status: number;
  readonly text: string;
}

interface Watching {
  readonly violations: Violations;
  readonly cases: WatchedWrites['cases'];
  readonly caseKeyOf: (caseId: string) => string;
  readonly caseIds: readonly string[];
  /** Words that no one without access to protected cases may ever see. */
  readonly secrets: ReadonlySet<string>;
  readonly leaseMillis: number;
  /** Acts of access to a case: by whom and when. */
  readonly accessTo: (caseKey: string) => readonly { by: string; at: string }[];
}

function maySee({ offices, protectedAccess }: Person, { office, restricted }: Standing): boolean {
  return (offices.includes('*') || offices.includes(office)) && (protectedAccess || !restricted);
}

/** How a case stood at any moment between two steps. */
export function stoodBetween(standings: readonly Standing[], from: number, until: number): Standing[] {
  return standings.filter((standing, i) => standing.from <= until && (standings[i + 1]?.from ?? Infinity) >= from);
}

export function watchAnswers(watching: Watching) {
  const { violations, cases, caseKeyOf, caseIds, secrets, leaseMillis, accessTo } = watching;
  const { check } = violations;
  const notThere = new Set<string>();

  function checkOneCase({ person, caseKey = '', from, until, status, text, now, path }: Exchange): void {
    const standings = cases.get(caseKey)?.standings ?? [];
    const stood = stoodBetween(standings, from, until);
    const isThereAllAlong = stood.length > 0 && (standings[0]?.from ?? Infinity) <= from;
    const isSeen = stood.some((standing) => maySee(person, standing));
    if (status === 200 || status === 409 || status === 403) {
      check(isSeen, 'nobody reads outside office and need', () => `${person.id} ${status} ${path}`);
    }
    if (status === 404 && !path.endsWith('/blind-review')) {
      const isAlwaysSeen = isThereAllAlong && stood.every((standing) => maySee(person, standing));
      check(!isAlwaysSeen, 'what is theirs is there', () => `${person.id} ${path}`);
    }
    if (status !== 200 || text === '') return;
    const isAlwaysRestricted = isSeen && stood.every(({ restricted }) => restricted);
    if (!isAlwaysRestricted) return;
    const earliest = new Date(Date.parse(now) - leaseMillis).toISOString();
    const hasReason = accessTo(caseKey).some(({ by, at }) => by === person.id && at >= earliest);
    check(hasReason, 'a protected case opens for a reason on record', () => `${person.id} ${path}`);
  }

  function checkDisclosure({ person, path, from, until, text }: Exchange): void {
    if (!person.protectedAccess) {
      for (const secret of secrets) {
        check(!text.includes(secret), 'what is protected is never shown without access', () => `${person.id} ${path}`);
      }
    }
    for (const caseId of caseIds) {
      const caseKey = caseKeyOf(caseId);
      if (!text.includes(caseId) && !text.includes(caseKey)) continue;
      const stood = stoodBetween(cases.get(caseKey)?.standings ?? [], from, until);
      const isSeen = stood.some((standing) => maySee(person, standing));
      check(isSeen, 'no list, count or error names a case that is not theirs', () => `${person.id} ${path}`);
    }
  }

  /** Whoever may see everything is shown every update that the head contains. */
  function checkWhole({ person, status, text, path }: Exchange): void {
    if (status !== 200 || !person.protectedAccess || !text.includes('"timeline"')) return;
    const { timeline, seen } = JSON.parse(text) as { timeline: { kind: string }[]; seen: { updates: number } };
    const shown = timeline.filter(({ kind }) => kind === 'update').length;
    check(shown === seen.updates, 'a case is shown whole', () => `${shown} of ${seen.updates}, ${path}`);
  }

  return {
    answered(exchange: Exchange): void {
      const { status, text, caseKey } = exchange;
      if (caseKey !== undefined) checkOneCase(exchange);
      if (text !== '') checkDisclosure(exchange);
      checkWhole(exchange);
      if (status !== 404) return;
      notThere.add(text);
      check(notThere.size === 1, 'not yours and not there are the same bytes', () => text);
    },
  };
}
