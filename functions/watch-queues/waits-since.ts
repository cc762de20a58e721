/** Since when a flag has waited for a person. */
import { activeHold } from '../../shared/review/review.ts';
import type { QueuedFlag } from '../../shared/store/store.ts';

/**
 * A flag waits from its raising. One that was decided and came back waits from its latest change, and one that rested
 * from the day its rest ended: what a person has settled for a time was not left lying. A claim is no review.
 *
 * @param now instant, ISO 8601 in UTC
 * @returns undefined while it rests
 */
export function waitsSince({ flag, review }: Pick<QueuedFlag, 'flag' | 'review'>, now: string): string | undefined {
  if (activeHold(review, now) !== undefined) return undefined;
  const wasDecided = (review?.decisions.length ?? 0) > 0;
  const since = wasDecided ? flag.changedAt : flag.raisedAt;
  const restEnd = review?.hold === undefined ? undefined : `${review.hold.until}T00:00:00.000Z`;
  return restEnd === undefined || restEnd < since ? since : restEnd;
}
