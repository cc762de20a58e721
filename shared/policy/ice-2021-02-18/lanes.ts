/**
 * The lanes of a memo that sets priorities and nothing else: it suggests no motion, so a priority needs no one's look and
 * any other open case gets one.
 */
import type { Lane } from '../classification.ts';
import type { LaneInputs } from '../instrument.ts';
import { YES } from '../leaf.ts';

export function laneOf({ priority, circumstances: { isOpen } }: LaneInputs): Lane {
  return priority === YES || !isOpen ? 'none' : 'triage';
}

/** Motions to reopen are no part of it. */
export function joinsReopening(): boolean {
  return false;
}
