/**
 * Decides one case under one instrument: priorities, grounds, lane and the missing facts that decide. Three-valued
 * throughout; the instrument says what the law is, this file only what follows.
 */
import type { CalendarDate } from '../../events/dates.ts';
import { spanOf } from '../docket/partial-date.ts';
import type { StandingFacts } from '../docket/record.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import type { Lane } from './classification.ts';
import { eitherReading, fails, holds, orOf } from './compile.ts';
import { type CompiledRule, GROUPS, type Group, type Instrument, type LaneInputs } from './instrument.ts';
import { type Given, isCheckValid, NO, UNKNOWN, type Value, YES } from './leaf.ts';
import { decisivePaths, reachableLanes, remember } from './needs.ts';
import type { Residual } from './residual.ts';

/** A rule's answer on one case. */
export interface Finding {
  rule: CompiledRule;
  value: Value;
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
  if (found !== UNKNOWN) return { rule, value: found };
  const left = value === UNKNOWN ? [node.residual(given, undefined, true)] : [];
  if (withProhibited !== undefined && wider === UNKNOWN) left.push(node.residual(withProhibited, undefined, true));
  return { rule, value: found, residual: left.length === 1 ? orOf(left) : eitherReading(left) };
}

/** Each group holds when one of its rules does. */
function groupValues(findings: readonly Finding[]): Record<Group, Value> {
  const values: Record<Group, Value> = { insufficiency: NO, priority: NO, interest: NO, discretion: NO };
  for (const { rule, value } of findings) values[rule.group] = or(values[rule.group], value);
  return values;
}

/** Whether no priority would stay unknown whichever way a person found on threat. Contract, section 3, row 8. */
function waitsOnThreatFindingAlone(priorities: readonly Finding[], given: Given, asOf: CalendarDate): boolean {
  const open = priorities.filter(({ value }) => value === UNKNOWN);
  return [true, false].every((poses) => {
    const answered = { ...given, facts: { ...given.facts, threatFinding: { poses, on: asOf } } };
    return open.every(({ rule }) => rule.node.value(answered, undefined) !== UNKNOWN);
  });
}

export function decide(instrument: Instrument, standing: StandingFacts, asOf: CalendarDate): Decision {
  const given = givenOf(instrument, standing.facts, asOf);
  const withProhibited = standing.withProhibited && givenOf(instrument, standing.withProhibited, asOf);
  const circumstances = circumstancesOf(standing.facts);
  const priorities = instrument.priorities.map((rule) => find(rule, given, undefined));
  const grounds = instrument.grounds.map((rule) => find(rule, given, withProhibited));

  const findings = [...priorities, ...grounds];
  const groups = groupValues(findings);
  const ground = groundOf(groups);
  const inputs: LaneInputs = {
    ...groups,
    ground,
    circumstances,
    waitsOnThreatFindingAlone: () => waitsOnThreatFindingAlone(priorities, given, asOf),
  };
  const tableLane = instrument.lane(inputs);
  const { lane, needs } = settle(instrument, inputs, findings, tableLane);
  return {
    circumstances,
    priorities,
    grounds,
    groups,
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

/** The lane once every way of settling is considered, and the missing facts that can turn it. */
function settle(
  instrument: Instrument,
  inputs: LaneInputs,
  findings: readonly Finding[],
  tableLane: Lane,
): { lane: Lane; needs: string[] } {
  const open = findings.filter(isOpen);
  if (open.length === 0) return { lane: tableLane, needs: [] };

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
  const [onlyLane, ...others] = reachableLanes(questions, outcomeAt);
  return {
    lane: tableLane === 'needs-facts' && onlyLane !== undefined && others.length === 0 ? onlyLane : tableLane,
    needs: decisivePaths(
      open.map(({ residual }) => residual),
      questions,
      outcomeAt,
    ),
  };
}

function groundOf({ insufficiency, interest, discretion }: Record<Group, Value>): Value {
  return or(insufficiency, or(interest, discretion));
}
