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
  /** Grows with every change: raised, moved to another lane, withdrawn. */
  revision: z.int().min(1),
});

export type Flag = Readonly<z.infer<typeof flag>>;
export type LiveLane = Flag['lane'];

export function isLiveLane(text: string): text is LiveLane {
  return flag.shape.lane.safeParse(text).success;
}

export type FlagChange = 'raised' | 'moved' | 'withdrawn' | 'unchanged';

/**
 * @param at instant of the change, ISO 8601 in UTC
 * @returns the very same flag when the lane has not moved
 */
export function nextFlag(previous: Flag | undefined, lane: Lane, at: string): Flag | undefined {
  const isLive = previous?.state === 'raised';
  if (lane === 'none') {
    return isLive
      ? {
          ...previous,
          state: 'withdrawn',
          changedAt: at,
          revision: previous.revision + 1,
        }
      : previous;
  }
  const revision = (previous?.revision ?? 0) + 1;
  if (!isLive) return { state: 'raised', lane, raisedAt: at, changedAt: at, revision };
  return previous.lane === lane ? previous : { ...previous, lane, changedAt: at, revision };
}

export function flagChange(previous: Flag | undefined, next: Flag | undefined): FlagChange {
  if (next === undefined || previous?.revision === next.revision) return 'unchanged';
  if (next.state === 'withdrawn') return 'withdrawn';
  return previous?.state === 'raised' ? 'moved' : 'raised';
}
