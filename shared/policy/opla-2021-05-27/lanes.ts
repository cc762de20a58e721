/** The lane table: which queue, if any, a case belongs in. Rows are read from the top; the first that applies decides. */
import type { Lane } from '../classification.ts';
import type { LaneInputs } from '../instrument.ts';
import { NO, UNKNOWN, YES } from '../leaf.ts';

interface Row {
  when: (inputs: LaneInputs) => boolean;
  lane: Lane;
}

const isGround = ({ ground }: LaneInputs) => ground === YES;

const mayBeGround = ({ ground }: LaneInputs) => ground !== NO;

/** The respondent's opposition ends the suggestion, save where no motion is needed or the appeal is the government's. */
const isOpposed = ({ circumstances: { opposes, stage, isAppealOfDhs } }: LaneInputs) =>
  opposes && stage !== 'nta-unfiled' && !isAppealOfDhs;

const isActionable = ({ circumstances: { isOpen, isDismissible } }: LaneInputs) => isOpen && isDismissible;

/** Ended, and nobody known to be in custody: there is nothing left to correct. */
const isOver = ({ circumstances: { stage, detained } }: LaneInputs) => stage === 'ended' && detained !== true;

const ROWS: readonly Row[] = [
  { when: (inputs) => inputs.insufficiency === YES && isActionable(inputs), lane: 'own-motion' },
  { when: (inputs) => inputs.insufficiency === YES && !isOver(inputs), lane: 'supervisor' },
  { when: (inputs) => !isActionable(inputs), lane: 'none' },
  { when: isOpposed, lane: 'none' },
  { when: (inputs) => inputs.priority === YES && isGround(inputs), lane: 'supervisor' },
  { when: (inputs) => inputs.priority === YES && mayBeGround(inputs), lane: 'needs-facts' },
  { when: (inputs) => inputs.priority === YES, lane: 'none' },
  {
    when: (inputs) => inputs.priority === UNKNOWN && isGround(inputs) && inputs.waitsOnThreatFindingAlone(),
    lane: 'supervisor',
  },
  { when: (inputs) => inputs.priority === UNKNOWN && mayBeGround(inputs), lane: 'needs-facts' },
  { when: (inputs) => inputs.priority === UNKNOWN, lane: 'triage' },
  // From here on no priority holds. The agency concerned is heard before anything is moved on its witness.
  { when: (inputs) => inputs.interest === YES, lane: 'supervisor' },
  { when: (inputs) => isGround(inputs) && inputs.circumstances.isAggravated, lane: 'supervisor' },
  { when: isGround, lane: 'own-motion' },
  { when: mayBeGround, lane: 'needs-facts' },
  { when: ({ priority }) => priority === NO, lane: 'triage' },
];

export function laneOf(inputs: LaneInputs): Lane {
  return ROWS.find((row) => row.when(inputs))?.lane ?? 'triage';
}
