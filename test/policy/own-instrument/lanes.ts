/** The lane table of the directive. Rows are read from the top; the first that applies decides. */
import type { Lane } from '../../../shared/policy/classification.ts';
import type { LaneInputs, LaneRow } from '../../../shared/policy/instrument.ts';
import { NO, UNKNOWN, YES } from '../../../shared/policy/leaf.ts';

/** In words and in code; the words are quoted where the table decides. */
export const laneRows: readonly LaneRow[] = [
  { says: 'the stage is not open', when: ({ circumstances }) => !circumstances.isOpen, lane: 'none' },
  { says: 'a recent entry', when: ({ priority }) => priority === YES, lane: 'none' },
  {
    says: 'no recent entry, and settled here',
    when: ({ priority, ground }) => priority === NO && ground === YES,
    lane: 'own-motion',
  },
  {
    says: 'whether the entry is recent or the person settled is not known, and may decide',
    when: ({ priority, ground }) => ground !== NO && (priority === UNKNOWN || ground === UNKNOWN),
    lane: 'needs-facts',
  },
  { says: 'any other case', when: () => true, lane: 'triage' },
];

export function laneOf(inputs: LaneInputs): Lane {
  return laneRows.find((row) => row.when(inputs))?.lane ?? 'triage';
}

/** The directive has nothing on motions to reopen. */
export function joinsReopening(): boolean {
  return false;
}
