/** Refusals as answers: what the transitions say, and a case that is not as the person saw it. */
import type { Seen } from '../../../shared/review/api/requests.ts';
import { activeClaim } from '../../../shared/review/review.ts';
import type { Refusal } from '../../../shared/review/transitions.ts';
import type { Viewer } from '../../../shared/review/viewer.ts';
import type { Answer } from '../endpoint.ts';
import { changesSince, shownClaim, shownHold, stateShown } from './case-view.ts';
import type { OpenCase } from './open-case.ts';

export const TRY_AGAIN: Answer = { kind: 'problem', code: 'try-again' };
export const KEY_USED_OTHERWISE: Answer = { kind: 'problem', code: 'key-used-otherwise' };

export function refusalAnswer({ code, holder, hold, paths }: Refusal, viewer: Viewer): Answer {
  const detail = {
    ...(holder && { holder: shownClaim(holder, viewer) }),
    ...(hold && { hold: shownHold(hold, viewer) }),
    ...(paths && { paths }),
  };
  return { kind: 'problem', code, ...(Object.keys(detail).length > 0 && { detail }) };
}

/**
 * What changed, where the case is not as the person saw it. Under a claim of one's own nobody else decides, so only the
 * machine's half can have moved; whoever acts without one must have seen the very version.
 */
export function movedSince(
  found: OpenCase,
  seen: Seen,
  { viewer, now }: { viewer: Viewer; now: string },
): Answer | undefined {
  const current = stateShown(found);
  const isOwnClaim = activeClaim(found.head.review, now)?.by === viewer.id;
  const isSame = current.digest === seen.digest && current.updates === seen.updates;
  if (isSame && (isOwnClaim || current.version === seen.version)) return undefined;
  const detail = { changes: changesSince(found, seen.updates), seen: current };
  return { kind: 'problem', code: 'case-moved', detail };
}
