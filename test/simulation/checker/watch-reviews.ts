/** Looks at what people write of a head: decisions that stay, claims that are leases, holds that are respected. */
import { canonical } from './canonical.ts';
import { isRestricted, naiveFold } from './naive-fold.ts';
import { decidedFacts, type SeenCase, type Watching, type Writer } from './seen-case.ts';
import type { StoredHead, StoredReview } from './stored.ts';

export function watchReviews({ violations: { check }, coverage, leaseMillis, isSupervisor, actOf }: Watching) {
  function checkReview(
    pk: string,
    seen: SeenCase,
    before: StoredHead | undefined,
    after: StoredHead,
    by: Writer,
  ): void {
    const [old, now] = [before?.review, after.review];
    if (canonical(old) === canonical(now)) return;
    const earlier = old?.decisions ?? [];
    const later = now?.decisions ?? [];
    const isAppended = canonical(later.slice(0, earlier.length)) === canonical(earlier);
    check(isAppended, 'decisions never change', () => canonical([earlier, later]));
    check(later.length <= earlier.length + 1, 'one decision at a time', () => canonical(later));
    const added = newActs(old, now);
    for (const id of added) {
      check(actOf(pk, id) !== undefined, 'an act is kept before the head mentions it', () => id);
    }
    checkClaim(pk, old, now, added, by);
    const decision = later.length > earlier.length ? later.at(-1) : undefined;
    if (decision !== undefined && seen.naive !== undefined) {
      seen.decidedOn.set(decision.act, decidedFacts(seen.naive));
      const { seen: stood } = JSON.parse(actBody(pk, decision.act)) as {
        seen: { digest: string; updates: number };
      };
      const isCounted = stood.updates === before?.members.length || hasKeptBack(seen, before?.members ?? []);
      const isWhatTheySaw = stood.digest === before?.classification.digest && isCounted;
      check(isWhatTheySaw, 'nobody decides on a stale page', () => canonical([stood, before?.classification.digest]));
    }
  }

  function actBody(pk: string, id: string): string {
    const act = actOf(pk, id);
    return act === undefined ? '{"seen":{}}' : String(act.bodyText);
  }

  function checkClaim(
    pk: string,
    old: StoredReview | undefined,
    now: StoredReview | undefined,
    added: readonly string[],
    by: Writer,
  ): void {
    const [held, holds] = [old?.claim, now?.claim];
    const isLive = held !== undefined && held.expiresAt > by.now;
    if (held !== undefined && holds !== undefined && held.by !== holds.by) {
      check(!isLive, 'one live claim a flag', () => canonical([held, holds, by.now]));
      if (!isLive) coverage.count('people: took over after a lease');
    }
    if (isLive && held.by === holds?.by && held.expiresAt !== holds.expiresAt) coverage.count('people: renewed');
    if (isLive && holds === undefined) {
      const actors = added.map((id) => String(actOf(pk, id)?.by));
      const isEntitled = actors.some((actor) => actor === held.by || isSupervisor(actor));
      check(isEntitled, 'a claim is ended by its holder or a supervisor', () => canonical([held, actors]));
    }
    if (holds !== undefined && canonical(held) !== canonical(holds)) {
      const ends = Date.parse(holds.expiresAt);
      // A renewal by a clock that is behind may end before a beginning by one that is ahead.
      const isBegun = held?.by === holds.by || ends > Date.parse(holds.at);
      const isLease = isBegun && ends <= Date.parse(by.now) + leaseMillis;
      check(isLease, 'a claim is a lease', () => canonical([holds, by.now]));
    }
    const rest = old?.hold;
    const isResting = rest !== undefined && rest.until > by.now.slice(0, 10);
    if (isResting && canonical(rest) !== canonical(now?.hold)) {
      const actors = added.map((id) => String(actOf(pk, id)?.by));
      const isEntitled = actors.some((actor) => actor === rest.by || isSupervisor(actor));
      check(isEntitled, 'a hold is ended by who made it or a supervisor', () => canonical([rest, actors]));
    }
  }

  return { checkReview, actBody };
}

/** Updates that told of protected matters are no longer counted for those who may not know of them. */
function hasKeptBack({ entries }: SeenCase, members: readonly string[]): boolean {
  return members.some((member) => {
    const update = entries.get(member);
    return update !== undefined && (isRestricted(naiveFold([update])) || 'protected1367' in update.data.facts);
  });
}

function newActs(old: StoredReview | undefined, now: StoredReview | undefined): string[] {
  const of = (review: StoredReview | undefined) => [
    ...(review?.acts ?? []),
    ...(review?.decisions ?? []).map(({ act }) => act),
  ];
  const before = of(old);
  return of(now).filter((act) => !before.includes(act));
}
