/**
 * What every rule found on a case and why, and the circumstances of the case, from memory. Few cases are new to any one
 * rule, whatever else is new about them.
 */
import { canonicalText } from '../../docket/content-hash.ts';
import type { Because } from '../classification.ts';
import { checkDaysOf, find, isSettledByThreatFinding, viewsFor, viewsOf } from '../findings.ts';
import type { CompiledRule, Instrument } from '../instrument.ts';
import type { Value } from '../leaf.ts';
import type { EntriesName } from '../proposition.ts';
import { becauseOf } from '../reasons.ts';
import { askedByLanes, askedByRules } from './asked.ts';
import type { ListedCase } from './fact-list.ts';
import { type Kept, keptBy } from './kept.ts';
import { outcomeText, type PlacedPath, placePaths } from './placed.ts';

/** What one rule found. */
export interface Outcome {
  rule: CompiledRule;
  value: Value;
  /** The same where a decision reads the same of it, whatever it was found on. */
  number: number;
  /** Without its facts where one of them is in an entry: ids are of one case. */
  because: Readonly<Because>;
  /** `because` as canonical JSON. */
  canonical: string;
  facts: readonly PlacedPath[] | undefined;
}

/** All that a decision is made of. */
export interface Outcomes {
  /** In the order of the instrument. */
  byRule: readonly Outcome[];
  circumstances: number;
}

export interface OutcomeMemory {
  read: (listed: ListedCase) => Outcomes;
  clear: () => void;
}

function workedOut<T>(kept: Kept<T>, listed: ListedCase, work: () => T): T {
  const spot = kept.spotOf(listed);
  if (spot === undefined) return work();
  spot.found ??= work();
  return spot.found;
}

export function outcomeMemory(instrument: Instrument): OutcomeMemory {
  const checkDays = checkDaysOf(instrument);
  const circumstances = keptBy<number>(askedByLanes());
  const rules = [...instrument.priorities, ...instrument.grounds].map((rule) => {
    const asked = askedByRules([rule.holds], checkDays);
    return { rule, maps: [...asked.maps.keys()], kept: keptBy<Outcome>(asked) };
  });
  const numbers = new Map<string, number>();
  let next = 0;

  function outcomeOf(rule: CompiledRule, maps: readonly EntriesName[], { standing, asOf }: ListedCase): Outcome {
    const views = viewsFor(rule, viewsOf(instrument, standing, asOf));
    const finding = find(rule, views);
    const text = outcomeText(finding, isSettledByThreatFinding(finding, asOf), standing);
    const number = numbers.get(text) ?? next++;
    numbers.set(text, number);

    const why = becauseOf(finding, views);
    const facts = placePaths(why.facts, standing, maps);
    const because = facts === undefined ? why : { ...why, facts: [] };
    return { rule, value: finding.value, number, because, canonical: canonicalText(because), facts };
  }

  return {
    read: (listed) => ({
      byRule: rules.map(({ rule, maps, kept }) => workedOut(kept, listed, () => outcomeOf(rule, maps, listed))),
      circumstances: workedOut(circumstances, listed, () => next++),
    }),
    clear() {
      for (const { kept } of rules) kept.clear();
      circumstances.clear();
      numbers.clear();
    },
  };
}
