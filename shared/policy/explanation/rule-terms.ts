/** Names of parts of a rule, as the policy page has them: "present before November 1, 2020". */
import type { CalendarDate } from '../../../events/dates.ts';
import { dayInWords } from '../document/english.ts';
import { partsOf } from '../document/parts.ts';
import { type Term, termsOf } from '../document/terms.ts';
import { adjustTree } from '../parameter.ts';
import type { EntriesName, Parameter, Proposition } from '../proposition.ts';

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

type Parameters = Readonly<Record<string, Parameter>>;

/** The term as it is under other parameters: its tree reads them, and its name tells their days. */
function underParameters({ name, of, ...rest }: Term, parameters: Parameters): Term {
  const byName = new Map(Object.values(parameters).map((parameter) => [parameter.name, parameter]));
  const days = new Map<string, string>();
  function adjust(parameter: Parameter<number>): Parameter<number>;
  function adjust(parameter: Parameter<CalendarDate>): Parameter<CalendarDate>;
  function adjust(parameter: Parameter): Parameter;
  function adjust(parameter: Parameter): Parameter {
    const now = byName.get(parameter.name) ?? parameter;
    if (typeof parameter.value === 'string' && typeof now.value === 'string') {
      days.set(dayInWords(parameter.value), dayInWords(now.value));
    }
    return now;
  }
  const adjusted = adjustTree(of, adjust);
  return { ...rest, of: adjusted, name: [...days].reduce((told, [day, now]) => told.replaceAll(day, now), name) };
}

/** @param parameters those of the instrument, in which some may be set for this run */
export function termNames(rule: Proposition, terms: readonly Term[] | undefined, parameters: Parameters): TermOf {
  if (terms === undefined) return () => undefined;
  const byRule = known.get(terms) ?? new WeakMap<Proposition, TermOf>();
  known.set(terms, byRule);
  const now = () => terms.map((term) => underParameters(term, parameters));
  const termOf = byRule.get(rule) ?? namesIn(rule, now());
  byRule.set(rule, termOf);
  return termOf;
}
