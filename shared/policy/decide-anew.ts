/**
 * Decides one case under one instrument from its facts alone: priorities, grounds, lane and the missing facts that decide.
 * Three-valued throughout; the instrument says what the law is, this file only what follows.
 */
import type { CalendarDate } from '../../events/dates.ts';
import type { StandingFacts } from '../docket/record.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import type { Lane } from './classification.ts';
import { fails, holds, orOf } from './disjunction.ts';
import {
  type Finding,
  findingsOn,
  groundOf,
  groupValues,
  isSettledByThreatFinding,
  type ReadFinding,
} from './findings.ts';
import { GROUPS, type Group, type Instrument, type LaneInputs, type LaneRow } from './instrument.ts';
import { NO, UNKNOWN, type Value, YES } from './leaf.ts';
import { decisivePaths, type OutcomeAt, type Questions, reachableLanes, remember } from './needs.ts';
import type { Residual } from './residual.ts';

/** Shared by all cases that are decided alike; nobody changes one. */
export interface Decision {
  readonly circumstances: Readonly<Circumstances>;
  readonly priorities: readonly Finding[];
  readonly grounds: readonly Finding[];
  readonly groups: Readonly<Record<Group, Value>>;
  /** Any ground at all. */
  readonly ground: Value;
  readonly lane: Lane;
  readonly needs: readonly string[];
}

/** What the lanes of any instrument read of the findings. */
function inputsFrom(findings: readonly ReadFinding[], circumstances: Circumstances, asOf: CalendarDate): LaneInputs {
  const groups = groupValues(findings);
  return {
    ...groups,
    ground: groundOf(groups),
    circumstances,
    // Contract, section 3, row 8.
    waitsOnThreatFindingAlone: () =>
      findings.every(
        (finding) =>
          finding.rule.group !== 'priority' || finding.value !== UNKNOWN || isSettledByThreatFinding(finding, asOf),
      ),
  };
}

/** The lane that an instrument's table gives to findings, be they its own or another's, with the row that decided. */
export function laneOn(
  instrument: Instrument,
  findings: readonly ReadFinding[],
  circumstances: Circumstances,
  asOf: CalendarDate,
): { lane: Lane; row: LaneRow | undefined } {
  const inputs = inputsFrom(findings, circumstances, asOf);
  const open = openQuestions(instrument, inputs, findings);
  const tableLane = instrument.lane(inputs);
  return { lane: laneOnceSettled(tableLane, open), row: instrument.laneRows?.find((row) => row.when(inputs)) };
}

export function decideAnew(instrument: Instrument, standing: StandingFacts, asOf: CalendarDate): Decision {
  const circumstances = circumstancesOf(standing.facts);
  const findings = findingsOn(instrument, standing, asOf);
  const inputs = inputsFrom(findings, circumstances, asOf);
  const { insufficiency, priority, interest, discretion, ground } = inputs;
  const open = openQuestions(instrument, inputs, findings);
  const lane = laneOnceSettled(instrument.lane(inputs), open);
  const needs = open === undefined ? [] : decisivePaths(open.residuals, open.questions, open.outcomeAt);
  // Without what the rules were read on, which is of this case alone.
  const found = findings.map(({ rule, value }): Finding => ({ rule, value }));
  return {
    circumstances,
    priorities: found.slice(0, instrument.priorities.length),
    grounds: found.slice(instrument.priorities.length),
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

type OpenFinding = ReadFinding & { residual: Residual };

function isOpen(finding: ReadFinding): finding is OpenFinding {
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
  findings: readonly ReadFinding[],
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
