/** Names of parts of a rule, as the policy page has them: "present before November 1, 2020". */
import { partsOf } from '../document/parts.ts';
import { type Term, termsOf } from '../document/terms.ts';
import type { EntriesName, Proposition } from '../proposition.ts';

export type TermOf = (proposition: Proposition) => string | undefined;

/** By the names an instrument gives, which are made once, and the rule. */
const known = new WeakMap<readonly Term[], WeakMap<Proposition, TermOf>>();

function namesIn(rule: Proposition, terms: readonly Term[]): TermOf {
  const { nameOf } = termsOf(rule, terms);
  const names = new Map<Proposition, string>();
  const visit = (proposition: Proposition, map: EntriesName | undefined) => {
    const name = nameOf(proposition, map);
    // A repeated part that nobody named has only a number.
    if (name !== undefined && terms.some((term) => term.name === name)) names.set(proposition, name);
    const inner = proposition.op === 'some' ? proposition.in : map;
    for (const part of partsOf(proposition)) visit(part, inner);
  };
  visit(rule, undefined);
  return (proposition) => names.get(proposition);
}

export function termNames(rule: Proposition, terms: readonly Term[] | undefined): TermOf {
  if (terms === undefined) return () => undefined;
  const byRule = known.get(terms) ?? new WeakMap<Proposition, TermOf>();
  known.set(terms, byRule);
  const termOf = byRule.get(rule) ?? namesIn(rule, terms);
  byRule.set(rule, termOf);
  return termOf;
}
