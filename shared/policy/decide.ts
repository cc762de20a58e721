/**
 * Decides one case under one instrument: priorities, grounds, lane and the missing facts that decide. Three-valued
 * throughout; the instrument says what the law is, this file only what follows.
 */
import type { CalendarDate } from '../../events/dates.ts';
import { spanOf } from '../docket/partial-date.ts';
import type { StandingFacts } from '../docket/record.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import type { Lane } from './classification.ts';
import { eitherReading, fails, holds, orOf } from './disjunction.ts';
import { type CompiledRule, GROUPS, type Group, type Instrument, type LaneInputs, type LaneRow } from './instrument.ts';
import { type Given, isCheckValid, NO, UNKNOWN, type Value, YES } from './leaf.ts';
import { decisivePaths, type OutcomeAt, type Questions, reachableLanes, remember } from './needs.ts';
import type { Residual } from './residual.ts';

/** A rule's answer on one case. */
export interface Finding {
  rule: CompiledRule;
  value: Value;
  /** What it was read on, without what only a prohibited source says. */
  given: Given;
  /** What is left of the rule; present only while it is unknown. */
  residual?: Residual;
}

export interface Decision {
  circumstances: Circumstances;
  priorities: Finding[];
  grounds: Finding[];
  groups: Record<Group, Value>;
  /** Any ground at all. */
  ground: Value;
  lane: Lane;
  needs: string[];
}

/** Kleene's disjunction of two. */
function or(a: Value, b: Value): Value {
  return a === YES || b === YES ? YES : a === NO ? b : a;
}

export function givenOf(instrument: Instrument, facts: StandingFacts['facts'], asOf: CalendarDate): Given {
  const day = spanOf(asOf);
  const { backgroundCheck } = instrument.parameters;
  const days = typeof backgroundCheck?.value === 'number' ? backgroundCheck.value : 0;
  return { facts, asOf: day, isChecked: isCheckValid(facts.backgroundCheckedOn, day, days) };
}

/** A rule's answer; a rule read in two views holds when it does in one of them. */
function find(rule: CompiledRule, given: Given, withProhibited: Given | undefined): Finding {
  const { node } = rule;
  const value = node.value(given, undefined);
  const wider = withProhibited === undefined ? value : node.value(withProhibited, undefined);
  const found = or(value, wider);
  if (found !== UNKNOWN) return { rule, value: found, given };
  const left = value === UNKNOWN ? [node.residual(given, undefined, true)] : [];
  if (withProhibited !== undefined && wider === UNKNOWN) left.push(node.residual(withProhibited, undefined, true));
  return { rule, value: found, given, residual: left.length === 1 ? orOf(left) : eitherReading(left) };
}

/** Each group holds when one of its rules does. */
function groupValues(findings: readonly Finding[]): Record<Group, Value> {
  const values: Record<Group, Value> = { insufficiency: NO, priority: NO, interest: NO, discretion: NO };
  for (const { rule, value } of findings) values[rule.group] = or(values[rule.group], value);
  return values;
}

/** Whether no priority would stay unknown whichever way a person found on threat. Contract, section 3, row 8. */
function waitsOnThreatFindingAlone(priorities: readonly Finding[], asOf: CalendarDate): boolean {
  const open = priorities.filter(({ value }) => value === UNKNOWN);
  return [true, false].every((poses) =>
    open.every(({ rule, given }) => {
      const answered = { ...given, facts: { ...given.facts, threatFinding: { poses, on: asOf } } };
      return rule.node.value(answered, undefined) !== UNKNOWN;
    }),
  );
}

/** What the lanes of any instrument read of the findings. */
function inputsFrom(findings: readonly Finding[], circumstances: Circumstances, asOf: CalendarDate): LaneInputs {
  const groups = groupValues(findings);
  return {
    ...groups,
    ground: groundOf(groups),
    circumstances,
    waitsOnThreatFindingAlone: () =>
      waitsOnThreatFindingAlone(
        findings.filter(({ rule }) => rule.group === 'priority'),
        asOf,
      ),
  };
}

/** The lane that an instrument's table gives to findings, be they its own or another's, with the row that decided. */
export function laneOn(
  instrument: Instrument,
  findings: readonly Finding[],
  circumstances: Circumstances,
  asOf: CalendarDate,
): { lane: Lane; row: LaneRow | undefined } {
  const inputs = inputsFrom(findings, circumstances, asOf);
  const open = openQuestions(instrument, inputs, findings);
  const tableLane = instrument.lane(inputs);
  return { lane: laneOnceSettled(tableLane, open), row: instrument.laneRows?.find((row) => row.when(inputs)) };
}

export function decide(instrument: Instrument, standing: StandingFacts, asOf: CalendarDate): Decision {
  const given = givenOf(instrument, standing.facts, asOf);
  const withProhibited = standing.withProhibited && givenOf(instrument, standing.withProhibited, asOf);
  const circumstances = circumstancesOf(standing.facts);
  const priorities = instrument.priorities.map((rule) => find(rule, given, undefined));
  const grounds = instrument.grounds.map((rule) => find(rule, given, withProhibited));

  const findings = [...priorities, ...grounds];
  const inputs = inputsFrom(findings, circumstances, asOf);
  const { insufficiency, priority, interest, discretion, ground } = inputs;
  const open = openQuestions(instrument, inputs, findings);
  const lane = laneOnceSettled(instrument.lane(inputs), open);
  const needs = open === undefined ? [] : decisivePaths(open.residuals, open.questions, open.outcomeAt);
  return {
    circumstances,
    priorities,
    grounds,
    groups: { insufficiency, priority, interest, discretion },
    ground,
    lane,
    needs: [...unsettledNeeds(circumstances, lane), ...needs],
  };
}

/** Stage and proceeding count as pending and removal while unknown, and are asked for unless there is no flag. */
function unsettledNeeds({ isStageKnown, isProceedingKnown }: Circumstances, lane: Lane): string[] {
  if (lane === 'none') return [];
  return [...(isStageKnown ? [] : ['stage']), ...(isProceedingKnown ? [] : ['proceeding'])];
}

function joinsWithGround({ circumstances, ground, priority }: LaneInputs): boolean {
  return circumstances.mayReopenJointly && ground === YES && priority !== YES;
}

type OpenFinding = Finding & { residual: Residual };

function isOpen(finding: Finding): finding is OpenFinding {
  return finding.residual !== undefined;
}

/** What is left open, and what comes of settling it. */
interface OpenQuestions {
  /** What is left of each unknown rule, in the order of the findings. */
  residuals: readonly Residual[];
  questions: Questions;
  outcomeAt: OutcomeAt;
}

function openQuestions(
  instrument: Instrument,
  inputs: LaneInputs,
  findings: readonly Finding[],
): OpenQuestions | undefined {
  const open = findings.filter(isOpen);
  if (open.length === 0) return undefined;

  const { joinsReopening = joinsWithGround } = instrument;
  const outcomeAt = remember((settled) => {
    const inGroup = (group: Group): Value => (settled[group] ? YES : NO);
    const ground = inGroup('insufficiency') || inGroup('interest') || inGroup('discretion');
    const inputsThen: LaneInputs = {
      insufficiency: inGroup('insufficiency'),
      priority: inGroup('priority'),
      interest: inGroup('interest'),
      discretion: inGroup('discretion'),
      ground,
      circumstances: inputs.circumstances,
      waitsOnThreatFindingAlone: () => false,
    };
    return { lane: instrument.lane(inputsThen), joins: joinsReopening(inputsThen) };
  });
  const questions = GROUPS.map((group): Residual => {
    if (inputs[group] !== UNKNOWN) return inputs[group] === YES ? holds : fails;
    return orOf(open.filter((finding) => finding.rule.group === group).map(({ residual }) => residual));
  });
  return { residuals: open.map(({ residual }) => residual), questions, outcomeAt };
}

/** The table's lane, or the only one that any way of settling leads to. */
function laneOnceSettled(tableLane: Lane, open: OpenQuestions | undefined): Lane {
  if (open === undefined || tableLane !== 'needs-facts') return tableLane;
  const [onlyLane, ...others] = reachableLanes(open.questions, open.outcomeAt);
  return onlyLane !== undefined && others.length === 0 ? onlyLane : tableLane;
}

function groundOf({ insufficiency, interest, discretion }: Record<Group, Value>): Value {
  return or(insufficiency, or(interest, discretion));
}
