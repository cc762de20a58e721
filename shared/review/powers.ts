/** Who may do what, as a table. Whom a case is there for at all is another matter: `viewer.ts`. */
import type { LiveLane } from '../flag/flag.ts';
import type { Role, Viewer } from './viewer.ts';

interface Powers {
  /** Lanes whose flags the role takes in hand. */
  readonly actsIn: readonly LiveLane[];
  /** Decides, holds and records without a claim, ends what another has in hand, takes up again what is decided. */
  readonly overrides: boolean;
  /** Answers for a sampled case. */
  readonly reviewsBlind: boolean;
}

const POWERS: Readonly<Record<Role, Powers>> = {
  reviewer: { actsIn: ['own-motion', 'needs-facts', 'triage'], overrides: false, reviewsBlind: true },
  supervisor: { actsIn: ['own-motion', 'supervisor', 'needs-facts', 'triage'], overrides: true, reviewsBlind: true },
  auditor: { actsIn: [], overrides: false, reviewsBlind: false },
};

export function mayAct({ role }: Viewer): boolean {
  return POWERS[role].actsIn.length > 0;
}

export function mayActIn({ role }: Viewer, lane: LiveLane): boolean {
  return POWERS[role].actsIn.includes(lane);
}

export function mayOverride({ role }: Viewer): boolean {
  return POWERS[role].overrides;
}

export function mayReviewBlind({ role }: Viewer): boolean {
  return POWERS[role].reviewsBlind;
}
