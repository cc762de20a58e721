/**
 * Looks at every write of the case table as it happens: who may write what, what may never change, and whether each head
 * is what its entries add up to. Reads raw items; shares no code with the product.
 */
import type { Write } from '../table/table.ts';
import { ANNOUNCED, announcedIn } from './announced.ts';
import { canonical } from './canonical.ts';
import { isRestricted, naiveFold, REVIEW, type Update } from './naive-fold.ts';
import { expectedAnswer } from './rules.ts';
import type { SeenCase, Watching, Writer } from './seen-case.ts';
import { assertedIn, entryOf, headOf, type StoredHead } from './stored.ts';
import { isSameTold, naiveTold } from './told.ts';
import { watchReviews } from './watch-reviews.ts';

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

export function watchWrites(watching: Watching) {
  const { violations, coverage, step, isApproved } = watching;
  const { checkReview, actBody } = watchReviews(watching);
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
      announced: undefined,
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

  /** Who announces writes down what it told, beside all else that the head says. */
  function noted(write: Write, seen: SeenCase): void {
    const { before = {}, after = {} } = write;
    const others = Object.keys({ ...before, ...after }).filter((name) => name !== ANNOUNCED);
    keptAsItWas(write, others, 'who announces leaves the rest of a head alone');
    const was = seen.announced;
    const is = announcedIn(after);
    seen.announced = is;
    check((was?.sequence ?? 0) < (is?.sequence ?? 0), 'the later announcement stands', () => canonical([was, is]));
    const told = seen.standings.find(({ version }) => version === is?.sequence)?.told;
    const isTrue = told !== undefined && is !== undefined && isSameTold(is.told, told);
    check(isTrue, 'what is noted as announced is what there was to tell', () => canonical([is, told]));
  }

  function headWritten(write: Write, seen: SeenCase, by: Writer): void {
    if (by.kind === 'announces') {
      noted(write, seen);
      return;
    }
    keptAsItWas(write, [ANNOUNCED], 'what was announced is not for others to write');
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
    const restricted = isRestricted(seen.naive);
    const told = naiveTold(after, seen.naive, restricted);
    const { policyId, version } = after;
    seen.standings.push({ from: step(), office, restricted, policyId, version, told });
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

export type WatchedWrites = ReturnType<typeof watchWrites>;
