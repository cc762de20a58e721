/**
 * What accounts for a case that stands in different lanes under two policies. Differences are tried out: a finding of one
 * side is put in the place of the other's, and it accounts for the difference when the case then stands where the other
 * side has it. What no findings account for, the lane tables do.
 */
import type { Truth } from '../classification.ts';
import { UNKNOWN } from '../leaf.ts';
import { laneWith, type Reading, rowOf, truthOf } from './reading.ts';

export type Account =
  /** The two sides differ on a rule; null where a side has no such rule. */
  | { kind: 'rule'; rule: string; a: Truth | null; b: Truth | null }
  /** The lane tables differ; the row that decided on each side, in words. */
  | { kind: 'lanes'; a: string | null; b: string | null }
  /** What rules say of a restricted case is restricted. */
  | { kind: 'restricted' };

/** The rules that may tell the sides apart: other values, or unknown on both for want of other facts. */
function suspects(a: Reading, b: Reading): string[] {
  const rules = [...new Set([...a.findings().keys(), ...b.findings().keys()])];
  return rules.filter((rule) => {
    // A rule that one side does not have changes nothing while it does not hold on the other.
    if ((truthOf(a, rule) ?? false) !== (truthOf(b, rule) ?? false)) return true;
    return a.findings().get(rule)?.value === UNKNOWN;
  });
}

/** Whether either side would have the case where the other has it, if it took these findings from there. */
function suffice(a: Reading, b: Reading, rules: readonly string[]): boolean {
  const taken = new Set(rules);
  return laneWith(a, b, taken) === b.decision.lane || laneWith(b, a, taken) === a.decision.lane;
}

/** Whether some lane moves when these rules, which both sides have, are taken from the other side. */
function moves(a: Reading, b: Reading, rules: readonly string[]): boolean {
  const taken = new Set(rules);
  return laneWith(a, b, taken) !== a.decision.lane || laneWith(b, a, taken) !== b.decision.lane;
}

type Test = (rules: readonly string[]) => boolean;

/** The rules that each pass the test alone, else those that pass it together with none left that is not needed. */
function passing(rules: readonly string[], passes: Test): string[] {
  const alone = rules.filter((rule) => passes([rule]));
  if (alone.length > 0 || !passes(rules)) return alone;
  let needed = [...rules];
  for (const rule of rules.toReversed()) {
    const without = needed.filter((other) => other !== rule);
    if (passes(without)) needed = without;
  }
  return needed;
}

/**
 * Rules that each are enough; else the rules that together are; else the lane tables, with the rules that move the case
 * under one of them. For cases in different lanes. In the order of the rules of A, then of what only B has.
 */
export function accountsOf(a: Reading, b: Reading): Account[] {
  const asAccount = (rule: string): Account => ({ kind: 'rule', rule, a: truthOf(a, rule), b: truthOf(b, rule) });
  const rules = suspects(a, b);
  const enough = passing(rules, (taken) => suffice(a, b, taken));
  if (enough.length > 0) return enough.map(asAccount);
  const shared = rules.filter((rule) => a.findings().has(rule) && b.findings().has(rule));
  const moving = passing(shared, (taken) => moves(a, b, taken));
  return [...moving.map(asAccount), { kind: 'lanes', a: rowOf(a), b: rowOf(b) }];
}
