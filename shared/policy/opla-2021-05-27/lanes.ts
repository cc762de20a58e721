/** The lane table: which queue, if any, a case belongs in. Rows are read from the top; the first that applies decides. */
import type { Lane } from '../classification.ts';
import type { LaneInputs, LaneRow } from '../instrument.ts';
import { regulationRows } from '../law/lane-rows.ts';
import { NO, UNKNOWN, YES } from '../leaf.ts';

const isGround = ({ ground }: LaneInputs) => ground === YES;

const mayBeGround = ({ ground }: LaneInputs) => ground !== NO;

/** The respondent's opposition ends the suggestion, save where no motion is needed or the appeal is the government's. */
const isOpposed = ({ circumstances: { opposes, stage, isAppealOfDhs } }: LaneInputs) =>
  opposes && stage !== 'nta-unfiled' && !isAppealOfDhs;

/** In words and in code; the words stand on the policy page. */
export const laneRows: readonly LaneRow[] = [
  ...regulationRows,
  {
    says: "the respondent opposes, and neither is the notice to appear unfiled nor the appeal the government's",
    when: isOpposed,
    lane: 'none',
  },
  {
    says: 'a priority holds and a ground holds',
    when: (inputs) => inputs.priority === YES && isGround(inputs),
    lane: 'supervisor',
  },
  {
    says: 'a priority holds and a ground is unknown',
    when: (inputs) => inputs.priority === YES && mayBeGround(inputs),
    lane: 'needs-facts',
  },
  { says: 'a priority holds', when: (inputs) => inputs.priority === YES, lane: 'none' },
  {
    says: 'a priority is unknown and a ground holds, and either finding on threat would leave no priority unknown',
    when: (inputs) => inputs.priority === UNKNOWN && isGround(inputs) && inputs.waitsOnThreatFindingAlone(),
    lane: 'supervisor',
  },
  {
    says: 'a priority is unknown, and a ground holds or is unknown',
    when: (inputs) => inputs.priority === UNKNOWN && mayBeGround(inputs),
    lane: 'needs-facts',
  },
  {
    says: 'a priority is unknown, and there is no ground',
    when: (inputs) => inputs.priority === UNKNOWN,
    lane: 'triage',
  },
  // From here on no priority holds. The agency concerned is heard before anything is moved on its witness.
  {
    says: 'no priority; law-enforcement or other governmental interest holds',
    when: (inputs) => inputs.interest === YES,
    lane: 'supervisor',
  },
  {
    says: 'no priority; a ground holds, and a serious aggravating factor or a pending criminal charge is on record',
    when: (inputs) => isGround(inputs) && inputs.circumstances.isAggravated,
    lane: 'supervisor',
  },
  { says: 'no priority; a ground holds', when: isGround, lane: 'own-motion' },
  { says: 'no priority; a ground is unknown', when: mayBeGround, lane: 'needs-facts' },
  { says: 'no priority and no ground', when: ({ priority }) => priority === NO, lane: 'triage' },
];

export function laneOf(inputs: LaneInputs): Lane {
  return laneRows.find((row) => row.when(inputs))?.lane ?? 'triage';
}
