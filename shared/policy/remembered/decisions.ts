/**
 * Remembers decisions. A case is looked up by all that rules and lanes can tell of it and, where that is new, by what each
 * rule found. What is remembered is what would be found again: it changes the time an answer takes and nothing else.
 */
import type { CalendarDate } from '../../../events/dates.ts';
import { spanOf } from '../../docket/partial-date.ts';
import type { StandingFacts } from '../../docket/record.ts';
import { type Decision, decideAnew } from '../decide-anew.ts';
import { checkDaysOf } from '../findings.ts';
import type { Instrument } from '../instrument.ts';
import type { EntriesName } from '../proposition.ts';
import { askedByLanes, askedByRules } from './asked.ts';
import { type ListedCase, listCase } from './fact-list.ts';
import { keptBy } from './kept.ts';
import { outcomesUnder } from './outcomes.ts';
import { nameNeeds, type PlacedNeed, placeNeeds } from './placed.ts';
import { makeSpots } from './spots.ts';

/** How much is remembered; when there is more, all is forgotten. */
export interface Bounds {
  /** Cases that differ in something a rule or lane can tell, at some 200 bytes each. */
  cases: number;
  /** Decisions that differ, at some 500 bytes. */
  decisions: number;
  /** Values of facts that are compared, at some 50 bytes. */
  values: number;
  /** Cases of other days in a row after which the last of these days is the one that is remembered. */
  strangers: number;
}

/** Some 20 MB in all. */
export const BOUNDS: Bounds = { cases: 32_768, decisions: 16_384, values: 65_536, strangers: 256 };

/** A decision with its needs, which are kept apart where one of them is about an entry: ids are of one case. */
interface Known {
  decision: Decision;
  needs: readonly PlacedNeed[] | undefined;
}

export type Decide = (standing: StandingFacts, asOf: CalendarDate) => Decision;

/** Decides as `decideAnew` does, one day's cases from memory. */
export function rememberingDecide(instrument: Instrument, bounds: Bounds = BOUNDS): Decide {
  const trees = [...instrument.priorities, ...instrument.grounds].map(({ holds }) => holds);
  const asked = askedByRules(trees, checkDaysOf(instrument));
  const maps: readonly EntriesName[] = [...asked.maps.keys()];
  const cases = keptBy<Known>(askedByLanes(asked));
  const decisions = makeSpots<Known>();
  const outcomes = outcomesUnder(instrument);
  let day: CalendarDate | undefined;
  let daySpan = spanOf('0001-01-01');
  let strangers = 0;

  function forget(): void {
    cases.clear();
    decisions.clear();
    outcomes.clear();
  }

  function isFull(): boolean {
    return cases.size() > bounds.cases || decisions.size() > bounds.decisions || cases.values() > bounds.values;
  }

  /** What is known of the cases on which every rule found the same. */
  function knownByOutcomes(listed: ListedCase): Known {
    const numbers = outcomes.read(listed);
    const spot = decisions.at(numbers, numbers.length);
    if (spot.found !== undefined) return spot.found;
    const { standing, asOf } = listed;
    const decision = decideAnew(instrument, standing, asOf);
    const needs = placeNeeds(decision.needs, standing, maps);
    spot.found = needs === undefined ? { decision, needs } : { decision: { ...decision, needs: [] }, needs };
    return spot.found;
  }

  /** Whether cases of the day are remembered, that of the first case or of many in a row. */
  function isRemembered(asOf: CalendarDate): boolean {
    if (asOf === day) {
      strangers = 0;
      return true;
    }
    strangers += 1;
    if (day !== undefined && strangers < bounds.strangers) return false;
    forget();
    [day, daySpan, strangers] = [asOf, spanOf(asOf), 0];
    return true;
  }

  return (standing, asOf) => {
    if (!isRemembered(asOf)) return decideAnew(instrument, standing, asOf);
    const listed = listCase(standing, asOf, daySpan);
    const spot = cases.spotOf(listed);
    if (spot === undefined) return decideAnew(instrument, standing, asOf);
    if (spot.found === undefined) {
      if (isFull()) forget();
      spot.found = knownByOutcomes(listed);
    }
    const { decision, needs } = spot.found;
    return needs === undefined ? decision : { ...decision, needs: nameNeeds(needs, standing) };
  };
}
