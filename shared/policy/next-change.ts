/**
 * The next date of change: the first later day on which a case could be answered otherwise although its facts stay as they
 * are, because an age is reached, a record grows old, authority begins or the instrument's status turns.
 */
import type { CalendarDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import type { DayNumber } from '../docket/partial-date.ts';
import { spanOf } from '../docket/partial-date.ts';
import type { StandingFacts } from '../docket/record.ts';
import { actionInputsOf } from './classify.ts';
import { type Clock, clocksOf, LAST_DAY } from './clocks.ts';
import { decide, turningOf } from './decide.ts';
import { evidenceFor } from './explain.ts';
import { dateOf } from './explanation/turning-days.ts';
import { givenOf } from './findings.ts';
import type { CompiledRule, Instrument } from './instrument.ts';
import { type Given, NO, UNKNOWN } from './leaf.ts';
import type { Turning } from './remembered/turns.ts';

/**
 * Most days that are looked at. A case of some dozens of dated entries gets the day after them unlooked at: early, which
 * costs a second look on that day, and never late.
 */
const LOOKS_MAX = 32;

/** What a rule's answer rests on in one view of the case: the same text, the same part in the classification. */
function standingOf(rule: CompiledRule, given: Given): string {
  const value = rule.node.value(given, undefined);
  // A ground that does not hold is not told of, whatever it fails on.
  if (value === NO && rule.kind === 'ground') return 'no';
  if (value !== UNKNOWN) return `${value} ${evidenceFor(rule.node, given).join(' ')}`;
  const left = JSON.stringify(rule.node.residual(given, undefined, true));
  if (rule.group !== 'priority') return left;
  // A lane may turn on what either finding of threat would leave, which the residual does not say.
  const answers = [true, false].map((poses) => {
    const threatFinding = { poses, on: '0001-01-01' };
    return rule.node.value({ ...given, facts: { ...given.facts, threatFinding } }, undefined);
  });
  return `${left} ${answers.join(' ')}`;
}

/** What the dated rules say of a case on a day; what only a prohibited source says is heard by grounds alone. */
function findingsOn(
  instrument: Instrument,
  rules: readonly CompiledRule[],
  { facts, withProhibited }: StandingFacts,
  on: CalendarDate,
): string {
  const given = givenOf(instrument, facts, on);
  const wider = withProhibited && givenOf(instrument, withProhibited, on);
  return rules
    .flatMap((rule) => {
      const views = rule.kind === 'ground' && wider !== undefined ? [given, wider] : [given];
      return views.map((view) => standingOf(rule, view));
    })
    .join('\n');
}

type Members = { readonly [id: string]: unknown };

/** Adds the days on which the dates that a clock reads turn its comparison. */
function addTurns(facts: Facts, { map, read, turns }: Clock, found: Set<DayNumber>): void {
  const addAt = (place: unknown) => {
    const date = read(place);
    if (typeof date === 'string') for (const day of turns(date)) found.add(day);
  };
  const entries: Members | undefined = map === undefined ? undefined : facts[map];
  if (map === undefined) addAt(facts);
  else if (entries !== undefined) for (const entry of Object.values(entries)) addAt(entry);
}

/** Later days on which a date of the case turns a comparison, or the law or the instrument turns, earliest first. */
function laterDays(instrument: Instrument, { facts, withProhibited }: StandingFacts, asOf: CalendarDate): DayNumber[] {
  const { clocks, days } = clocksOf(instrument);
  const turns = new Set(days);
  for (const clock of clocks) {
    addTurns(facts, clock, turns);
    if (withProhibited !== undefined) addTurns(withProhibited, clock, turns);
  }
  const today = spanOf(asOf).first;
  return [...turns].filter((day) => day > today && day <= LAST_DAY).sort((one, other) => one - other);
}

/** Undefined when no day to come can change the answer by itself. A pure function of its arguments. */
export function nextChange(
  instrument: Instrument,
  standing: StandingFacts,
  asOf: CalendarDate,
): CalendarDate | undefined {
  const candidates = laterDays(instrument, standing, asOf);
  if (candidates.length === 0) return undefined;
  const { rules, days } = clocksOf(instrument);
  const status = instrument.statusOn(asOf);

  let found: string | undefined;
  const findsOtherwise = (on: CalendarDate) => {
    found ??= findingsOn(instrument, rules, standing, asOf);
    return findingsOn(instrument, rules, standing, on) !== found;
  };
  let turning: Turning | undefined;
  const isOtherwise = (day: DayNumber, on: CalendarDate) => {
    turning ??= turningOf(instrument, standing, asOf) ?? ((_, workOut) => workOut());
    return turning({ first: day, last: day }, () => findsOtherwise(on));
  };
  const suggestedOn = (on: CalendarDate) => {
    // As long as no rule has turned the decision is today's, and the day alone is another.
    const inputs = actionInputsOf(instrument, decide(instrument, standing, asOf), standing, asOf);
    return JSON.stringify(instrument.suggest({ ...inputs, asOf: on }));
  };
  const isTurned = (day: DayNumber) => {
    const on = dateOf(day);
    if (instrument.statusOn(on) !== status) return true;
    if (isOtherwise(day, on)) return true;
    return days.has(day) && suggestedOn(on) !== suggestedOn(asOf);
  };
  const turned = candidates.slice(0, LOOKS_MAX).find(isTurned) ?? candidates[LOOKS_MAX];
  return turned === undefined ? undefined : dateOf(turned);
}
