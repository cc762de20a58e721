/** A flag as a line of a list: where it stands and with whom, nothing of the law and nothing that identifies anyone. */
import type { FlagRow } from '../../shared/review/api/answers.ts';
import { activeClaim, activeHold, statusOf } from '../../shared/review/review.ts';
import { maySee, type Viewer } from '../../shared/review/viewer.ts';
import type { QueuedFlag } from '../../shared/store/store.ts';

/** Lists read partitions by office and protection; this is the same question asked of each flag once more. */
export function seenBy(viewer: Viewer): (queued: QueuedFlag) => boolean {
  return ({ office, restricted }) => maySee(viewer, { office, restricted });
}

/** @param now instant, ISO 8601 in UTC */
export function statusOfQueued({ part, review }: QueuedFlag, now: string): FlagRow['status'] {
  return statusOf(review, part === 'decided', now);
}

/** @param now instant, ISO 8601 in UTC */
export function rowOf(queued: QueuedFlag, viewer: Viewer, now: string): FlagRow {
  const { caseKey, office, lane, restricted, detained, hearingOn, flag, review } = queued;
  const status = statusOfQueued(queued, now);
  const claim = activeClaim(review, now);
  const hold = activeHold(review, now);
  const decided = status === 'decided' ? review?.decisions.at(-1) : undefined;
  const isMine = ({ by }: { by: string }) => by === viewer.id;
  return {
    key: caseKey,
    office,
    lane,
    status,
    restricted,
    detained: detained ?? 'unknown',
    ...(hearingOn !== undefined && { hearingOn }),
    raisedAt: flag.raisedAt,
    changedAt: flag.changedAt,
    fellAway: flag.fellAway === true,
    ...(claim && { claim: { name: claim.name, mine: isMine(claim), at: claim.at, expiresAt: claim.expiresAt } }),
    ...(hold && { hold: { name: hold.name, mine: isMine(hold), at: hold.at, until: hold.until } }),
    ...(decided && {
      decided: { decision: decided.decision, name: decided.name, mine: isMine(decided), at: decided.at },
    }),
  };
}
