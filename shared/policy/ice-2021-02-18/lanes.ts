/**
 * The lanes of a memo that sets priorities and nothing else: it suggests no motion, so a priority needs no one's look and
 * any other open case gets one.
 */
import type { Lane } from '../classification.ts';
import type { LaneInputs } from '../instrument.ts';
import { YES } from '../leaf.ts';

interface Row {
  says: string;
  when: (inputs: LaneInputs) => boolean;
  lane: Lane;
}

/** In words and in code; the words stand on the policy page. */
export const laneRows: readonly Row[] = [
  { says: 'a priority holds', when: ({ priority }) => priority === YES, lane: 'none' },
  { says: 'the stage is not open', when: ({ circumstances }) => !circumstances.isOpen, lane: 'none' },
  { says: 'any other case', when: () => true, lane: 'triage' },
];

export function laneOf(inputs: LaneInputs): Lane {
  return laneRows.find((row) => row.when(inputs))?.lane ?? 'triage';
}
