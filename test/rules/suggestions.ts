/** The form of the tables of actions and notices: an ordinary case, what differs, and whether one is listed. */
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../events/dates.ts';
import { assertedFacts, type Facts } from '../../events/facts.ts';
import { circumstancesOf } from '../../shared/policy/circumstances.ts';
import type { Lane, PolicyStatus, Truth } from '../../shared/policy/classification.ts';
import type { Suggestions } from '../../shared/policy/instrument.ts';
import { NO, UNKNOWN, type Value, YES } from '../../shared/policy/leaf.ts';
import { suggest } from '../../shared/policy/opla-2021-05-27/actions.ts';

/** A case that can be closed as well as dismissed: pending removal, at liberty, consenting, in the 9th Circuit. */
const ordinary: Facts = {
  circuit: '9',
  proceeding: 'removal',
  stage: 'pending',
  detained: false,
  respondentPosition: 'consents',
};

/** What differs from an ordinary case in the lane own-motion, on a ground, on a day when closure is open everywhere. */
export interface Differing {
  facts?: Facts;
  /** Facts of the ordinary case that nothing is known of. */
  without?: (keyof Facts)[];
  asOf?: CalendarDate;
  lane?: Lane;
  insufficiency?: Truth;
  priority?: Truth;
  interest?: Truth;
  /** Any ground at all. */
  ground?: Truth;
  prohibitedAsserted?: boolean;
  status?: PolicyStatus;
}

export type Row = [given: string, differing: Differing, listed: boolean];

const settled = (truth: Truth): Value => (truth === 'unknown' ? UNKNOWN : truth ? YES : NO);

export function suggestionsFor(differing: Differing): Suggestions {
  const facts: Facts = { ...ordinary, ...differing.facts };
  for (const name of differing.without ?? []) delete facts[name];
  assertedFacts.parse(facts);
  return suggest({
    facts,
    circumstances: circumstancesOf(facts),
    asOf: differing.asOf ?? '2021-07-20',
    lane: differing.lane ?? 'own-motion',
    insufficiency: settled(differing.insufficiency ?? false),
    priority: settled(differing.priority ?? false),
    interest: settled(differing.interest ?? false),
    ground: settled(differing.ground ?? true),
    prohibitedAsserted: differing.prohibitedAsserted ?? false,
    status: differing.status ?? 'in-force',
  });
}

/** One action or notice over its rows. */
export function holdsOver(kind: 'actions' | 'notices', name: string, rows: Row[]): void {
  describe(`${name} is listed`, () => {
    it.each(rows.map(([given, differing, listed]) => [given, listed, differing] as const))(
      '%s: %s',
      (_, listed, differing) => {
        expect(suggestionsFor(differing)[kind].includes(name)).toBe(listed);
      },
    );
  });
}

const LANES_WITHOUT_FLAG: Lane[] = ['needs-facts', 'triage', 'none'];
const NOT_DISMISSIBLE = ['withholding-only', 'asylum-only', 'fear-review'] as const;

/** Rows in which nothing is listed, since the lane is no flag for a motion. */
export function unflagged(facts: Facts = {}): Row[] {
  return LANES_WITHOUT_FLAG.map((lane) => [`lane ${lane}`, { facts, lane }, false]);
}

/** Rows in which nothing is listed, since 8 CFR 239.2(c) does not reach the proceeding. */
export function notDismissible(facts: Facts = {}): Row[] {
  return NOT_DISMISSIBLE.map((proceeding) => [proceeding, { facts: { ...facts, proceeding } }, false]);
}

type Request = NonNullable<NonNullable<Facts['relief']>[string]>;

export function asking(kind: Request['kind'], status: Request['status'], more: Partial<Request> = {}): Facts {
  return { relief: { r1: { kind, status, ...more } } };
}

export const opposes: Facts = { respondentPosition: 'opposes' };
export const unfiled: Facts = { stage: 'nta-unfiled' };
export const detained: Facts = { detained: true };
