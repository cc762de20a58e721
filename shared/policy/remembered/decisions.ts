/**
 * Remembers decisions and their reasons. A case is looked up by all that rules and lanes can tell of it and, where that is
 * new, by what each rule found. What is remembered is what would be found again: it changes the time an answer takes and
 * nothing else.
 */
import type { CalendarDate } from '../../../events/dates.ts';
import { canonicalText } from '../../docket/content-hash.ts';
import { spanOf } from '../../docket/partial-date.ts';
import type { StandingFacts } from '../../docket/record.ts';
import type { Because } from '../classification.ts';
import { clocksOf } from '../clocks.ts';
import { type Decision, decideAnew } from '../decide-anew.ts';
import { checkDaysOf, findingsOn, viewsFor, viewsOf } from '../findings.ts';
import type { Instrument } from '../instrument.ts';
import type { EntriesName } from '../proposition.ts';
import { becauseOf, isTold } from '../reasons.ts';
import { askedBy, askerAt } from './asked.ts';
import { type ListedCase, listCase } from './fact-list.ts';
import { type Outcome, outcomeMemory } from './outcomes.ts';
import { namePaths, type PlacedPath, placePaths } from './placed.ts';
import { signatureReader } from './signature.ts';
import { makeSpots } from './spots.ts';
import { type Turning, turnMemory } from './turns.ts';

/** How much is remembered; when there is more, all is forgotten. */
export interface Bounds {
  /** Cases that differ in something a rule or lane can tell, at some 200 bytes each. */
  cases: number;
  /** Decisions that differ, at some 500 bytes. */
  decisions: number;
  /** Values of facts that are compared, at some 50 bytes. */
  values: number;
  /** Pairs of what dated rules can tell on two days, at some 200 bytes. */
  turns: number;
  /** Cases of other days in a row after which the last of these days is the one that is remembered. */
  strangers: number;
}

/** Some 20 MB in all. */
export const BOUNDS: Bounds = { cases: 32_768, decisions: 16_384, values: 65_536, turns: 16_384, strangers: 256 };

/** A decision with its needs, which are kept apart where one of them is in an entry: ids are of one case. */
interface Known {
  decision: Decision;
  needs: readonly PlacedPath[] | undefined;
}

/** What is known of the cases that no rule and no lane can tell apart. */
interface KnownCase extends Known {
  outcomes: readonly Outcome[];
  /** The reasons as canonical JSON, once they were asked for, where they name no entry. */
  canonical: string | undefined;
}

/** Why rules have their answers, and the same as canonical JSON. */
interface Reasons {
  because: Because[];
  canonical: string;
}

export interface Reasoned extends Reasons {
  decision: Decision;
}

export interface Remembering {
  decide: (standing: StandingFacts, asOf: CalendarDate) => Decision;
  /** The decision with its reasons. */
  reasoned: (standing: StandingFacts, asOf: CalendarDate) => Reasoned;
  /** Tells whether the rules that the day alone can turn find otherwise later; undefined where the day is not remembered. */
  turning: (standing: StandingFacts, asOf: CalendarDate) => Turning | undefined;
}

function reasonsAnew(instrument: Instrument, standing: StandingFacts, asOf: CalendarDate): Reasons {
  const views = viewsOf(instrument, standing, asOf);
  const told = findingsOn(instrument, standing, asOf).filter(isTold);
  const because = told.map((finding) => becauseOf(finding, viewsFor(finding.rule, views)));
  return { because, canonical: canonicalText(because) };
}

function reasonsFrom(known: KnownCase, standing: StandingFacts): Reasons {
  const told = known.outcomes.filter(isTold);
  const because = told.map(({ because: { rule, holds, cite, facts, text }, facts: placed }): Because => {
    return { rule, holds, cite, facts: placed === undefined ? [...facts] : namePaths(placed, standing), text };
  });
  if (told.some(({ facts }) => facts !== undefined)) return { because, canonical: canonicalText(because) };
  known.canonical ??= `[${told.map((each) => each.canonical).join()}]`;
  return { because, canonical: known.canonical };
}

function decisionFrom({ decision, needs }: Known, standing: StandingFacts): Decision {
  return needs === undefined ? decision : { ...decision, needs: namePaths(needs, standing) };
}

/**
 * Decides as `decideAnew` does and gives the same reasons, one day's cases from memory.
 *
 * @param tell hears of each case that was not known: whether what its rules found was, or it was decided anew
 */
export function remembering(
  instrument: Instrument,
  bounds: Bounds = BOUNDS,
  tell: (unknownCase: 'known-by-rules' | 'decided-anew') => void = () => {},
): Remembering {
  const rules = [...instrument.priorities, ...instrument.grounds];
  const asked = askedBy(
    rules.map(({ holds }) => holds),
    checkDaysOf(instrument),
  );
  const dated = new Set(clocksOf(instrument).rules);
  const maps: readonly EntriesName[] = [...asked.maps.keys()];
  const reader = signatureReader(asked);
  const cases = makeSpots<KnownCase>();
  const outcomes = outcomeMemory(instrument, reader, maps);
  const decisions = makeSpots<Known>();
  const turns = turnMemory(
    reader,
    rules.reduce((askers, rule, i) => (dated.has(rule) ? askers | askerAt(i) : askers), 0),
  );
  let day: CalendarDate | undefined;
  let daySpan = spanOf('0001-01-01');
  let strangers = 0;

  function forget(): void {
    reader.forget();
    cases.clear();
    outcomes.clear();
    decisions.clear();
    turns.clear();
  }

  function isFull(): boolean {
    return (
      cases.size() > bounds.cases ||
      decisions.size() > bounds.decisions ||
      reader.size() > bounds.values ||
      turns.size() > bounds.turns
    );
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

  /** What is known of the cases on which every rule found what it found on the case just read. */
  function knownByOutcomes({ standing, asOf }: ListedCase): Known {
    const { numbers } = outcomes;
    const spot = decisions.at(numbers, numbers.length);
    tell(spot.found === undefined ? 'decided-anew' : 'known-by-rules');
    if (spot.found !== undefined) return spot.found;
    const decision = decideAnew(instrument, standing, asOf);
    const needs = placePaths(decision.needs, standing, maps);
    spot.found = { decision: needs === undefined ? decision : { ...decision, needs: [] }, needs };
    return spot.found;
  }

  /** The case with its facts listed, if its day is remembered. */
  function listedOn(standing: StandingFacts, asOf: CalendarDate): ListedCase | undefined {
    if (!isRemembered(asOf)) return undefined;
    // Before a case is read: its numbers are those of the values that are known.
    if (isFull()) forget();
    return listCase(standing, asOf, daySpan);
  }

  function caseOf(standing: StandingFacts, asOf: CalendarDate): KnownCase | undefined {
    const listed = listedOn(standing, asOf);
    if (listed === undefined) return undefined;
    const length = reader.read(listed);
    if (length === undefined) return undefined;
    const spot = cases.at(reader.numbers, length);
    if (spot.found !== undefined) return spot.found;
    const found = outcomes.read(length, listed);
    spot.found = { ...knownByOutcomes(listed), outcomes: found, canonical: undefined };
    return spot.found;
  }

  return {
    decide(standing, asOf) {
      const known = caseOf(standing, asOf);
      return known === undefined ? decideAnew(instrument, standing, asOf) : decisionFrom(known, standing);
    },
    reasoned(standing, asOf) {
      const known = caseOf(standing, asOf);
      if (known !== undefined) {
        return { decision: decisionFrom(known, standing), ...reasonsFrom(known, standing) };
      }
      const decision = decideAnew(instrument, standing, asOf);
      return { decision, ...reasonsAnew(instrument, standing, asOf) };
    },
    turning(standing, asOf) {
      const listed = listedOn(standing, asOf);
      return listed && turns.from(listed);
    },
  };
}
