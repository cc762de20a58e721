/**
 * Decides one case under one instrument: priorities, grounds, lane and the missing facts that decide. Three-valued
 * throughout; the instrument says what the law is, this file only what follows.
 */
import type { CalendarDate } from '../../events/dates.ts';
import { spanOf } from '../docket/partial-date.ts';
import type { StandingFacts } from '../docket/record.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import type { Lane } from './classification.ts';
import { orOf } from './compile.ts';
import { type CompiledRule, GROUPS, type Group, type Instrument, type LaneInputs } from './instrument.ts';
import { type Given, isCheckValid, NO, UNKNOWN, type Value, YES } from './leaf.ts';
import { decisivePaths, type Outcome, type Question, reachableLanes, tabulate } from './needs.ts';
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

/** Kleene's disjunction. */
function either(values: readonly Value[]): Value {
  if (values.includes(YES)) return YES;
  return values.includes(UNKNOWN) ? UNKNOWN : NO;
}

export function givenOf(instrument: Instrument, facts: StandingFacts['facts'], asOf: CalendarDate): Given {
  const day = spanOf(asOf);
  const { backgroundCheck } = instrument.parameters;
  const days = typeof backgroundCheck?.value === 'number' ? backgroundCheck.value : 0;
  return { facts, asOf: day, isChecked: isCheckValid(facts.backgroundCheckedOn, day, days) };
}

/** A rule's answer; a rule read in several views holds when it does in one of them. */
function find(rule: CompiledRule, views: readonly Given[]): Finding {
  const value = either(views.map((given) => rule.node.value(given, undefined)));
  if (value !== UNKNOWN) return { rule, value };
  const open = views.filter((given) => rule.node.value(given, undefined) === UNKNOWN);
  return { rule, value, residual: orOf(open.map((given) => rule.node.residual(given, undefined, true))) };
}

function groupValue(findings: readonly Finding[], group: Group): Value {
  return either(findings.filter(({ rule }) => rule.group === group).map(({ value }) => value));
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
  const views = standing.withProhibited ? [given, givenOf(instrument, standing.withProhibited, asOf)] : [given];
  const circumstances = circumstancesOf(standing.facts);
  const priorities = instrument.priorities.map((rule) => find(rule, [given]));
  const grounds = instrument.grounds.map((rule) => find(rule, views));

  const findings = [...priorities, ...grounds];
  const groups = {
    insufficiency: groupValue(findings, 'insufficiency'),
    priority: groupValue(findings, 'priority'),
    interest: groupValue(findings, 'interest'),
    discretion: groupValue(findings, 'discretion'),
  };
  const inputs: LaneInputs = {
    ...groups,
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
    ground: either(grounds.map(({ value }) => value)),
    lane,
    needs: [...unsettledNeeds(circumstances, lane), ...needs],
  };
}

/** Stage and proceeding count as pending and removal while unknown, and are asked for unless there is no flag. */
function unsettledNeeds({ isStageKnown, isProceedingKnown }: Circumstances, lane: Lane): string[] {
  if (lane === 'none') return [];
  return [...(isStageKnown ? [] : ['stage']), ...(isProceedingKnown ? [] : ['proceeding'])];
}

/** The lane once every way of settling is considered, and the missing facts that can turn it. */
function settle(
  instrument: Instrument,
  inputs: LaneInputs,
  findings: readonly Finding[],
  tableLane: Lane,
): { lane: Lane; needs: string[] } {
  const open = findings.flatMap(({ rule, residual }) => (residual ? [{ group: rule.group, residual }] : []));
  if (open.length === 0) return { lane: tableLane, needs: [] };

  const outcomeOf = (settled: Record<Group, boolean>): Outcome => {
    const values = { ...inputs };
    for (const group of GROUPS) values[group] = settled[group] ? YES : NO;
    const hasGround = settled.insufficiency || settled.interest || settled.discretion;
    const joins = inputs.circumstances.mayReopenJointly && hasGround && !settled.priority;
    return { lane: instrument.lane(values), joins };
  };
  const questions = GROUPS.map((group): Question => {
    if (inputs[group] !== UNKNOWN) return { group, residual: { op: 'constant', holds: inputs[group] === YES } };
    return { group, residual: orOf(open.filter((part) => part.group === group).map(({ residual }) => residual)) };
  });
  const outcomes = tabulate(outcomeOf);
  const [onlyLane, ...others] = reachableLanes(questions, outcomes);
  const isOneLane = onlyLane !== undefined && others.length === 0;
  return {
    lane: tableLane === 'needs-facts' && isOneLane ? onlyLane : tableLane,
    needs: decisivePaths(
      open.map(({ residual }) => residual),
      questions,
      outcomes,
    ),
  };
}
