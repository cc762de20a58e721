/**
 * The lane table of the guidance of April 3, 2022: which queue, if any, a case belongs in. Rows are read from the top;
 * the first that applies decides.
 *
 * Every case is either a priority or not, and there is a strong preference to take those that are not off the docket
 * (two sources). So the lane follows from the priorities alone: no ground of discretion is needed, none of the five
 * situations of the interim memo is carried over, and a case whose priority is unknown is a case to complete. A motion may
 * be made with or without the respondent's consent (one source), so that opposition closes no lane. Nothing was read on
 * compelling factors in a priority case: for public safety they are weighed in the finding itself, for the others none of
 * them opens a lane here. That legal insufficiency comes first is the regulation's, 8 CFR 239.2(a)(1) to (3), not the
 * guidance's.
 */
import type { Lane } from '../classification.ts';
import type { LaneInputs } from '../instrument.ts';
import { NO, UNKNOWN, YES } from '../leaf.ts';

interface Row {
  says: string;
  when: (inputs: LaneInputs) => boolean;
  lane: Lane;
}

/** 8 CFR 239.2(c) reaches no other proceeding (unverified), and what is not open is not on the docket. */
const isActionable = ({ circumstances: { isOpen, isDismissible } }: LaneInputs) => isOpen && isDismissible;

/** Ended, and nobody known to be in custody: there is nothing left to correct. */
const isOver = ({ circumstances: { stage, detained } }: LaneInputs) => stage === 'ended' && detained !== true;

/** In words and in code; the words stand on the policy page. */
export const laneRows: readonly Row[] = [
  {
    says: 'legal insufficiency holds; the stage is open and the proceeding dismissible',
    when: (inputs) => inputs.insufficiency === YES && isActionable(inputs),
    lane: 'own-motion',
  },
  {
    says: 'legal insufficiency holds otherwise, unless the stage is `ended` and the person is not known to be detained',
    when: (inputs) => inputs.insufficiency === YES && !isOver(inputs),
    lane: 'supervisor',
  },
  {
    says: 'the stage is not open, or the proceeding is not dismissible',
    when: (inputs) => !isActionable(inputs),
    lane: 'none',
  },
  { says: 'a priority holds', when: ({ priority }) => priority === YES, lane: 'none' },
  { says: 'a priority is unknown', when: ({ priority }) => priority === UNKNOWN, lane: 'needs-facts' },
  { says: 'no priority', when: ({ priority }) => priority === NO, lane: 'own-motion' },
];

export function laneOf(inputs: LaneInputs): Lane {
  return laneRows.find((row) => row.when(inputs))?.lane ?? 'triage';
}

/** The last rung of the preference order: after a final order, in a nonpriority case, if the respondent would join. */
export function joinsReopening({ circumstances, priority }: Pick<LaneInputs, 'circumstances' | 'priority'>): boolean {
  return circumstances.mayReopenJointly && priority === NO;
}
