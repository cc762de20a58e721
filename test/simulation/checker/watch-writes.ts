/**
 * Looks at every write of the case table as it happens: who may write what, what may never change, and whether each head
 * is what its entries add up to. Reads raw items; shares no code with the product.
 */
import type { Item } from '../table/expressions.ts';
import type { Write } from '../table/table.ts';
import type { Coverage } from '../world/coverage.ts';
import { canonical } from './canonical.ts';
import { isRestricted, type NaiveFacts, naiveFold, REVIEW, type Update } from './naive-fold.ts';
import { expectedAnswer } from './rules.ts';
import { assertedIn, entryOf, headOf, type StoredHead, type StoredReview } from './stored.ts';
import type { Violations } from './violations.ts';

export interface Writer {
  readonly kind: 'updates' | 'redraws' | 'people';
  /** The writer's own clock as it writes: no earlier than anything it has read of it. */
  readonly now: string;
}

/** A case as it stood from one step to the next. */
export interface Standing {
  readonly from: number;
  readonly office: string;
  readonly restricted: boolean;
  readonly policyId: string;
}

export interface SeenCase {
  readonly caseKey: string;
  readonly entries: Map<string, Update>;
  /** The step at which each entry was stored. */
  readonly entered: Map<string, number>;
  head: StoredHead | undefined;
  naive: NaiveFacts | undefined;
  readonly standings: Standing[];
  /** The facts that each decision was made on, by act. */
  readonly decidedOn: Map<string, string>;
}

interface Watching {
  readonly violations: Violations;
  readonly coverage: Coverage;
  readonly leaseMillis: number;
  readonly step: () => number;
  /** Who may end what others have in hand. */
  readonly isSupervisor: (person: string) => boolean;
  /** An act of the table, by its case and id. */
  readonly actOf: (pk: string, id: string) => Item | undefined;
  /** Whether a person has approved that a case be drawn under an instrument. */
  readonly isApproved: (caseKey: string, policyId: string) => boolean;
}

const MACHINE_OWNED = [
  'caseId',
  'members',
  'record',
  'policyId',
  'policyHash',
  'classification',
  'flag',
  'hearingOn',
  'detained',
];
const PEOPLE_OWNED = ['review', 'claimedBy', 'claimExpiresAt'];

/** A decision stands while the facts do; where and when a case is heard says nothing about it. */
export function decidedFacts({ facts, withProhibited, prohibitedAsserted }: NaiveFacts): string {
  const about = (told: { [name: string]: unknown } | undefined) => {
    const { office: _office, hearing: _hearing, ...rest } = told ?? {};
    return rest;
  };
  return canonical([about(facts), withProhibited === undefined ? null : about(withProhibited), prohibitedAsserted]);
}

export function watchWrites(watching: Watching) {
  const { violations, coverage, leaseMillis, step, isSupervisor, actOf, isApproved } = watching;
  const cases = new Map<string, SeenCase>();
  const { check } = violations;

  function caseOf(pk: string): SeenCase {
    const caseKey = pk.slice('CASE#'.length);
    const known = cases.get(caseKey);
    if (known !== undefined) return known;
    const seen = {
      caseKey,
      entries: new Map(),
      entered: new Map(),
      head: undefined,
      naive: undefined,
      standings: [],
      decidedOn: new Map(),
    };
    cases.set(caseKey, seen);
    return seen;
  }

  function keptAsItWas(write: Write, names: readonly string[], rule: string): void {
    const { before = {}, after = {} } = write;
    const changed = names.filter((name) => canonical(before[name]) !== canonical(after[name]));
    check(changed.length === 0, rule, () => `changed ${changed.join(', ')}`);
  }

  function checkFold(seen: SeenCase, head: StoredHead): void {
    const updates = head.members.flatMap((member) => seen.entries.get(member) ?? []);
    check(
      updates.length === head.members.length,
      'entry before head',
      () => 'the head contains what is not in the ledger',
    );
    const naive = naiveFold(updates);
    seen.naive = naive;
    const { asserted, prohibited } = assertedIn(head.record);
    const isFold =
      canonical(asserted) === canonical(naive.asserted) && canonical(prohibited) === canonical(naive.prohibited);
    check(isFold, 'head is the fold of its entries', () => `${canonical(asserted)} for ${canonical(naive.asserted)}`);
    const { classification, policyId } = head;
    const expected = expectedAnswer(policyId, naive, classification.asOf);
    if (expected === undefined) coverage.count('checker: too many unknowns');
    for (const [name, value] of Object.entries(expected ?? {})) {
      const isSame = canonical(value) === canonical(classification[name] ?? null);
      check(
        isSame,
        'classification is what the rules say',
        () => `${name}: ${canonical(classification[name])} for ${canonical(value)}`,
      );
    }
    check(
      classification.notices.includes('restricted') === isRestricted(naive),
      'what is protected is marked as protected',
      () => canonical(naive.facts),
    );
  }

  function checkFlag(before: StoredHead | undefined, { flag, classification }: StoredHead, by: Writer): void {
    const old = before?.flag;
    const { lane } = classification;
    if (canonical(old) !== canonical(flag)) {
      check(flag?.revision === (old?.revision ?? 0) + 1, 'a flag changes by one revision', () =>
        canonical([old, flag]),
      );
      check(flag?.changedAt !== undefined && flag.changedAt <= by.now, 'a flag is dated by its writer', () =>
        canonical(flag),
      );
    }
    const isRaised = flag?.state === 'raised';
    if (lane === 'none') {
      check(!isRaised || flag.fellAway === true, 'no flag without a lane', () => canonical(flag));
    } else {
      check(isRaised && flag.lane === lane && flag.fellAway !== true, 'a flag where a lane asks for a person', () =>
        canonical([lane, flag]),
      );
    }
    if (old?.state === 'raised' && flag?.state === 'withdrawn') {
      const review = before?.review;
      const isHeld =
        (review?.claim !== undefined && review.claim.expiresAt > by.now) ||
        (review?.hold !== undefined && review.hold.until > by.now.slice(0, 10));
      check(!isHeld, 'the machine takes no flag out of a hand', () => canonical(review));
    }
  }

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

  /** A case that is drawn again has what it had, and another instrument only where a person has seen what that does. */
  function checkRedrawn(caseKey: string, before: StoredHead | undefined, after: StoredHead): void {
    const isSame = before?.record === after.record && canonical(before.members) === canonical(after.members);
    check(isSame, 'to draw a case again is to add nothing to it', () => caseKey);
    const isOther = before?.policyId !== after.policyId;
    check(!isOther || isApproved(caseKey, after.policyId), 'an instrument that nobody has approved waits', () =>
      canonical([before?.policyId, after.policyId]),
    );
  }

  /** The word of a reviewer is what they did, in the case in which they did it. */
  function checkReviewers(pk: string, update: Update): void {
    const { update: kept } = JSON.parse(actBody(pk, update.id)) as { update?: string };
    const isTheirs = kept !== undefined && canonical(JSON.parse(kept)) === canonical(update);
    check(isTheirs, 'no word is taken for a reviewer’s that is not in an act of theirs', () => update.id);
  }

  function headWritten(write: Write, seen: SeenCase, by: Writer): void {
    const after = headOf(write.after ?? {});
    const before = seen.head;
    check(
      after.version === (before?.version ?? 0) + 1,
      'versions grow by one',
      () => `${before?.version} ${after.version}`,
    );
    seen.head = after;
    if (by.kind !== 'people') {
      keptAsItWas(write, PEOPLE_OWNED, "the machine leaves people's half alone");
      const lost = (before?.members ?? []).filter((member) => !after.members.includes(member));
      check(lost.length === 0, 'a head never loses an update', () => lost.join());
      checkFold(seen, after);
      checkFlag(before, after, by);
      if (by.kind === 'redraws') checkRedrawn(seen.caseKey, before, after);
    } else {
      check(before !== undefined, 'people write no head that is not there', () => write.pk);
      keptAsItWas(write, MACHINE_OWNED, "people leave the machine's half alone");
      checkReview(write.pk, seen, before, after, by);
      const { claim } = after.review ?? {};
      const isIndexed = after.claimedBy === claim?.by && after.claimExpiresAt === claim?.expiresAt;
      check(isIndexed, 'the claims index follows the claim', () => canonical([claim, after.claimedBy]));
    }
    if (seen.naive === undefined) return;
    const office = typeof seen.naive.facts.office === 'string' ? seen.naive.facts.office : 'UNASSIGNED';
    const last = seen.standings.at(-1);
    if (last !== undefined && last.office !== office) coverage.count('people: office transfer');
    seen.standings.push({ from: step(), office, restricted: isRestricted(seen.naive), policyId: after.policyId });
  }

  return {
    cases,
    wrote(write: Write, by: Writer): void {
      if (!write.pk.startsWith('CASE#')) return;
      const seen = caseOf(write.pk);
      if (write.sk === 'HEAD') {
        headWritten(write, seen, by);
        return;
      }
      check(write.before === undefined, 'what is kept for ever is never written again', () => write.sk.slice(0, 6));
      if (write.sk.startsWith('UPDATE#') && write.after !== undefined) {
        const entry = entryOf(write.after);
        if (entry.update.source === REVIEW) checkReviewers(write.pk, entry.update);
        seen.entries.set(entry.member, entry.update);
        seen.entered.set(entry.member, step());
      }
    },
  };
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

export type WatchedWrites = ReturnType<typeof watchWrites>;
