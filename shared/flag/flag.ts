/** The machine-owned half of a flag: raised while a lane asks for a person, withdrawn when it falls away. */
import * as z from 'zod';
import type { Lane } from '../policy/classification.ts';

export const flag = z.object({
  state: z.enum(['raised', 'withdrawn']),
  /** The lane it stands in or, withdrawn, the one it stood in last. */
  lane: z.enum(['own-motion', 'supervisor', 'needs-facts', 'triage']),
  /** Instant of the latest raising. */
  raisedAt: z.string(),
  /** Instant of the latest change. */
  changedAt: z.string(),
  /** Grows with every change: raised, moved to another lane, reopened, kept, withdrawn. */
  revision: z.int().min(1),
  /** The lane has fallen away while a person has the flag in hand or has decided it: the program does not take it away. */
  fellAway: z.literal(true).optional(),
});

export type Flag = Readonly<z.infer<typeof flag>>;
export type LiveLane = Flag['lane'];

export function isLiveLane(text: string): text is LiveLane {
  return flag.shape.lane.safeParse(text).success;
}

/**
 * `reopened`: the facts that it was decided on have changed, and perhaps its lane with them. `kept`: its lane fell away,
 * but a person has it in hand.
 */
export type FlagChange = 'raised' | 'moved' | 'reopened' | 'kept' | 'withdrawn' | 'unchanged';

/** What people have done about a flag, as far as the machine must respect it. */
export interface InHand {
  /** Claimed, on hold or decided: only an open flag is withdrawn. */
  readonly isHeld: boolean;
  /** A decision stood before this change and no longer does. */
  readonly isReopened: boolean;
}

const NOBODY: InHand = { isHeld: false, isReopened: false };

export interface NextFlag {
  readonly flag: Flag | undefined;
  readonly change: FlagChange;
}

/**
 * @param at instant of the change, ISO 8601 in UTC
 * @returns the very same flag when nothing of it has changed
 */
export function nextFlag(previous: Flag | undefined, lane: Lane, at: string, inHand: InHand = NOBODY): NextFlag {
  const revision = (previous?.revision ?? 0) + 1;
  if (previous?.state !== 'raised') {
    if (lane === 'none') return { flag: previous, change: 'unchanged' };
    return { flag: { state: 'raised', lane, raisedAt: at, changedAt: at, revision }, change: 'raised' };
  }
  if (lane === 'none') {
    if (!inHand.isHeld) {
      const { fellAway: _fellAway, ...rest } = previous;
      return { flag: { ...rest, state: 'withdrawn', changedAt: at, revision }, change: 'withdrawn' };
    }
    if (previous.fellAway === true) return { flag: previous, change: 'unchanged' };
    return { flag: { ...previous, fellAway: true, changedAt: at, revision }, change: 'kept' };
  }
  const { fellAway, ...standing } = previous;
  const isMoved = previous.lane !== lane || fellAway === true;
  if (!isMoved && !inHand.isReopened) return { flag: previous, change: 'unchanged' };
  // Whoever decided hears that it no longer stands, whether or not the lane is still the one they saw.
  return { flag: { ...standing, lane, changedAt: at, revision }, change: inHand.isReopened ? 'reopened' : 'moved' };
}
