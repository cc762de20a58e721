/** What each rule of an instrument finds on a case, and what is left of a rule that is unknown. */
import type { CalendarDate } from '../../events/dates.ts';
import { spanOf } from '../docket/partial-date.ts';
import type { StandingFacts } from '../docket/record.ts';
import { eitherReading, orOf } from './disjunction.ts';
import type { CompiledRule, Group, Instrument } from './instrument.ts';
import { type Given, isCheckValid, NO, UNKNOWN, type Value, YES } from './leaf.ts';
import type { Residual } from './residual.ts';

/** A rule's answer on one case. */
export interface Finding {
  readonly rule: CompiledRule;
  readonly value: Value;
}

/** A rule's answer with what it was read on. */
export interface ReadFinding extends Finding {
  /** Without what only a prohibited source says. */
  given: Given;
  /** What is left of the rule; present only while it is unknown. */
  residual?: Residual;
}

/** Kleene's disjunction of two. */
export function or(a: Value, b: Value): Value {
  return a === YES || b === YES ? YES : a === NO ? b : a;
}

/** So many days a background check is valid under the instrument; none where it ages no check. */
export function checkDaysOf({ parameters: { backgroundCheck } }: Instrument): number {
  return typeof backgroundCheck?.value === 'number' ? backgroundCheck.value : 0;
}

export function givenOf(instrument: Instrument, facts: StandingFacts['facts'], asOf: CalendarDate): Given {
  const day = spanOf(asOf);
  return { facts, asOf: day, isChecked: isCheckValid(facts.backgroundCheckedOn, day, checkDaysOf(instrument)) };
}

/** A rule's answer; a rule read in two views holds when it does in one of them. */
export function find(rule: CompiledRule, { given, withProhibited }: Views): ReadFinding {
  const { node } = rule;
  const value = node.value(given, undefined);
  const wider = withProhibited === undefined ? value : node.value(withProhibited, undefined);
  const found = or(value, wider);
  if (found !== UNKNOWN) return { rule, value: found, given };
  const left = value === UNKNOWN ? [node.residual(given, undefined, true)] : [];
  if (withProhibited !== undefined && wider === UNKNOWN) left.push(node.residual(withProhibited, undefined, true));
  return { rule, value: found, given, residual: left.length === 1 ? orOf(left) : eitherReading(left) };
}

/** What rules are read on: what is on file and, where there is any, what only prohibited sources say beside it. */
export interface Views {
  given: Given;
  withProhibited: Given | undefined;
}

export function viewsOf(instrument: Instrument, { facts, withProhibited }: StandingFacts, asOf: CalendarDate): Views {
  return {
    given: givenOf(instrument, facts, asOf),
    withProhibited: withProhibited && givenOf(instrument, withProhibited, asOf),
  };
}

/** What only a prohibited source says is heard by grounds alone. */
export function viewsFor({ kind }: CompiledRule, views: Views): Views {
  return kind === 'priority' ? { given: views.given, withProhibited: undefined } : views;
}

/** The findings of every rule, priorities first. */
export function findingsOn(instrument: Instrument, standing: StandingFacts, asOf: CalendarDate): ReadFinding[] {
  const views = viewsOf(instrument, standing, asOf);
  return [...instrument.priorities, ...instrument.grounds].map((rule) => find(rule, viewsFor(rule, views)));
}

/** Whether a rule that is unknown would be known, whichever way a person found on threat. */
export function isSettledByThreatFinding({ rule, given }: ReadFinding, asOf: CalendarDate): boolean {
  return [true, false].every((poses) => {
    const answered = { ...given, facts: { ...given.facts, threatFinding: { poses, on: asOf } } };
    return rule.node.value(answered, undefined) !== UNKNOWN;
  });
}

/** Each group holds when one of its rules does. */
export function groupValues(findings: readonly Finding[]): Record<Group, Value> {
  const values: Record<Group, Value> = { insufficiency: NO, priority: NO, interest: NO, discretion: NO };
  for (const { rule, value } of findings) values[rule.group] = or(values[rule.group], value);
  return values;
}

/** Any ground at all. */
export function groundOf({ insufficiency, interest, discretion }: Record<Group, Value>): Value {
  return or(insufficiency, or(interest, discretion));
}
