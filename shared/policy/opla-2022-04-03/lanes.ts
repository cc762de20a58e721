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
import type { LaneInputs, LaneRow } from '../instrument.ts';
import { regulationRows } from '../law/lane-rows.ts';
import { NO, UNKNOWN, YES } from '../leaf.ts';

/** In words and in code; the words stand on the policy page. */
export const laneRows: readonly LaneRow[] = [
  ...regulationRows,
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
