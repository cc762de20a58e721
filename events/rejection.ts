/** Why an update is refused: one reason of a closed list and the places at fault, never a word of what was sent. */

/**
 * In order of precedence: when an update has faults of several kinds, the first that applies is the reason. What makes
 * the text unreadable comes first, then what JSON readers disagree on, then that it is another event, whose numbers and
 * keys are none of our business, then what our schema says, from the shape of the message to its values. The last two are
 * found in the store: `no-such-act`, an update that says it is a reviewer's without the act that it would come from, and
 * `conflicting-content`, other content under a known source and id.
 */
export const REJECTION_REASONS = [
  'too-large',
  'not-utf8',
  'not-json',
  'lone-surrogate',
  'duplicate-key',
  'unknown-type',
  'wrong-major-version',
  'unsafe-number',
  'unknown-key',
  'missing-key',
  'wrong-type',
  'value-not-allowed',
  'no-such-date',
  'no-such-act',
  'conflicting-content',
] as const;

export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** One fault and the path of its place, as `places.ts` writes it. */
export interface Fault {
  reason: RejectionReason;
  path: string;
}

export interface Rejection {
  kind: 'rejected';
  reason: RejectionReason;
  /** JSON paths at fault, `$` for the whole message; sorted, each once. */
  paths: string[];
}

/** Enough to mend a sender by; a limit, so that a hostile message cannot make a long record. */
const MAX_PATHS = 20;

export function rejection(reason: RejectionReason, paths: readonly string[]): Rejection {
  return { kind: 'rejected', reason, paths: [...new Set(paths)].sort().slice(0, MAX_PATHS) };
}

/** The rejection that a non-empty list of faults amounts to. */
export function rejectionOf(faults: readonly Fault[]): Rejection {
  const reason = REJECTION_REASONS.find((candidate) => faults.some((fault) => fault.reason === candidate));
  if (reason === undefined) throw new RangeError('a rejection needs a fault');
  return rejection(
    reason,
    faults.filter((fault) => fault.reason === reason).map((fault) => fault.path),
  );
}
