/**
 * What every rule found on a case, and its circumstances, as one number each: all that a decision is made of. Few cases are
 * new to any one rule, so that most of the numbers are known from other cases.
 */
import { checkDaysOf, find, isSettledByThreatFinding, viewsFor, viewsOf } from '../findings.ts';
import type { CompiledRule, Instrument } from '../instrument.ts';
import { askedByLanes, askedByRules } from './asked.ts';
import type { ListedCase } from './fact-list.ts';
import { type Kept, keptBy } from './kept.ts';
import { outcomeText } from './placed.ts';

export interface Outcomes {
  /** The numbers of a case, good until the next is read. */
  read: (listed: ListedCase) => Int32Array;
  clear: () => void;
}

export function outcomesUnder(instrument: Instrument): Outcomes {
  const checkDays = checkDaysOf(instrument);
  const circumstances = keptBy<number>(askedByLanes());
  const rules = [...instrument.priorities, ...instrument.grounds].map((rule) => ({
    rule,
    kept: keptBy<number>(askedByRules([rule.holds], checkDays)),
  }));
  const numbers = new Int32Array(rules.length + 1);
  const byText = new Map<string, number>();
  let next = 0;

  /** A rule that found the same on two cases has one number on both, whatever it found it on. */
  function numberFor(rule: CompiledRule, { standing, asOf }: ListedCase): number {
    const finding = find(rule, viewsFor(rule, viewsOf(instrument, standing, asOf)));
    const isSettled = isSettledByThreatFinding(finding, asOf);
    const text = outcomeText(finding, isSettled, standing);
    const number = byText.get(text) ?? next++;
    byText.set(text, number);
    return number;
  }

  function numberIn(kept: Kept<number>, listed: ListedCase, work: () => number): number {
    const spot = kept.spotOf(listed);
    if (spot === undefined) return work();
    spot.found ??= work();
    return spot.found;
  }

  return {
    read(listed) {
      numbers[0] = numberIn(circumstances, listed, () => next++);
      for (const [i, { rule, kept }] of rules.entries()) {
        numbers[i + 1] = numberIn(kept, listed, () => numberFor(rule, listed));
      }
      return numbers;
    },
    clear() {
      for (const { kept } of rules) kept.clear();
      circumstances.clear();
      byText.clear();
    },
  };
}
