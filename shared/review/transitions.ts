/**
 * What people do about a flag, as functions from one review to the next: claim, release, hold, decide. Nothing here
 * knows the clock or the store; who may do what stands in `powers.ts`.
 */
import type { CalendarDate } from '../../events/dates.ts';
import type { Flag } from '../flag/flag.ts';
import { mayAct, mayActIn, mayOverride } from './powers.ts';
import {
  activeClaim,
  activeHold,
  type Claim,
  DECISIONS,
  DECISIONS_MAX,
  type DecisionKind,
  type DecisionMention,
  type Hold,
  MENTIONED_ACTS_MAX,
  type NextAsked,
  noReview,
  type Review,
} from './review.ts';
import type { Viewer } from './viewer.ts';

/** A flag as an act finds it. */
export interface FlagInHand {
  readonly flag: Flag | undefined;
  readonly review: Review | undefined;
  /** The facts are still those of the last decision. */
  readonly isDecided: boolean;
}

export interface Refusal {
  readonly kind: 'refused';
  readonly code: 'not-allowed' | 'not-flagged' | 'not-claimed' | 'held-by-another' | 'limit-reached' | 'bad-request';
  /** `held-by-another`: whose claim it is, */
  readonly holder?: Claim;
  /** or who put it on hold, which keeps that person from claiming it too. */
  readonly hold?: Hold;
  /** `bad-request`: what of the request is at fault. */
  readonly paths?: string[];
}

export type Transition = { readonly kind: 'done'; readonly review: Review } | Refusal;

/** Who acts, and when. */
export interface Actor {
  readonly viewer: Viewer;
  /** Instant, ISO 8601 in UTC. */
  readonly now: string;
}

/** An act that is kept for ever. */
export interface Acting extends Actor {
  /** Id of the act. */
  readonly act: string;
  /** When it was first asked for; the same request may come again later. */
  readonly at: string;
}

const refused = (code: Refusal['code']): Refusal => ({ kind: 'refused', code });
const atFault = (path: string): Refusal => ({ kind: 'refused', code: 'bad-request', paths: [path] });

function heldBy(held: Claim | Hold): Refusal {
  return { ...refused('held-by-another'), ...('until' in held ? { hold: held } : { holder: held }) };
}

/** What keeps a person from any act about a flag; undefined where nothing does. */
function notForThem({ flag, review, isDecided }: FlagInHand, { viewer }: Actor): Refusal | undefined {
  if (!mayAct(viewer)) return refused('not-allowed');
  if (flag?.state !== 'raised') return refused('not-flagged');
  if (!mayActIn(viewer, flag.lane)) return refused('not-allowed');
  // What is decided is taken up again by whoever decided it, to mend it, and by a supervisor.
  const mayReopen = mayOverride(viewer) || review?.decisions.at(-1)?.by === viewer.id;
  return isDecided && !mayReopen ? refused('not-allowed') : undefined;
}

/** What keeps a person from acting as the holder of a claim, of which a supervisor needs none. */
function notInTheirHand({ review }: FlagInHand, { viewer, now }: Actor): Refusal | undefined {
  if (mayOverride(viewer)) return undefined;
  const hold = activeHold(review, now);
  if (hold !== undefined) return heldBy(hold);
  const claim = activeClaim(review, now);
  if (claim === undefined) return refused('not-claimed');
  return claim.by === viewer.id ? undefined : heldBy(claim);
}

/**
 * Takes a flag in hand, or renews the lease of whoever has it.
 *
 * @param expiresAt instant at which the lease ends
 * @param asked the request for the next case that takes it, where it is one
 */
export function claimFlag(inHand: FlagInHand, actor: Actor, expiresAt: string, asked?: NextAsked): Transition {
  const { review = noReview } = inHand;
  const { viewer, now } = actor;
  const barred = notForThem(inHand, actor);
  if (barred !== undefined) return barred;
  const hold = activeHold(review, now);
  if (hold !== undefined) return heldBy(hold);
  const standing = activeClaim(review, now);
  if (standing !== undefined && standing.by !== viewer.id) return heldBy(standing);
  const { hold: _over, ...rest } = review;
  const takenBy = asked ?? standing?.asked;
  const claim = {
    by: viewer.id,
    name: viewer.name,
    at: standing?.at ?? now,
    // The clocks of two containers differ: renewing takes no time away.
    expiresAt: standing !== undefined && standing.expiresAt > expiresAt ? standing.expiresAt : expiresAt,
    ...(takenBy && { asked: takenBy }),
  };
  return { kind: 'done', review: { ...rest, claim } };
}

function mentioning({ acts = [] }: Review, act: string): string[] {
  return [...acts, act];
}

function isFull({ acts = [] }: Review): boolean {
  return acts.length >= MENTIONED_ACTS_MAX;
}

/** Ends a claim or a hold: one's own claim without a word, all else with a reason. */
export function releaseFlag(
  inHand: FlagInHand,
  { viewer, now, act }: Omit<Acting, 'at'>,
  hasReason: boolean,
): Transition {
  if (!mayAct(viewer)) return refused('not-allowed');
  const { flag, review = noReview } = inHand;
  const held = activeHold(review, now) ?? activeClaim(review, now);
  if (held === undefined) return refused(flag?.state === 'raised' ? 'not-claimed' : 'not-flagged');
  const isOwn = held.by === viewer.id;
  if (!isOwn && !mayOverride(viewer)) return heldBy(held);
  if (!hasReason && (!isOwn || 'until' in held)) return atFault('reason');
  if (isFull(review)) return refused('limit-reached');
  const { claim: _claim, hold: _hold, ...rest } = review;
  return { kind: 'done', review: { ...rest, acts: mentioning(review, act) } };
}

/** A year on; for 29 February, a bound that no day of that year reaches. */
function yearAfter(day: CalendarDate): CalendarDate {
  return `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;
}

function holdRefused(inHand: FlagInHand, actor: Actor): Refusal | undefined {
  const barred = notForThem(inHand, actor);
  if (barred !== undefined) return barred;
  if (inHand.isDecided) return refused('not-allowed');
  return notInTheirHand(inHand, actor) ?? (isFull(inHand.review ?? noReview) ? refused('limit-reached') : undefined);
}

/** Lets a flag rest until a day of the year to come; it is then free again by itself. */
export function holdFlag(inHand: FlagInHand, acting: Acting, until: CalendarDate): Transition {
  const { viewer, now, act, at } = acting;
  const barred = holdRefused(inHand, acting);
  if (barred !== undefined) return barred;
  const today = now.slice(0, 10);
  if (until <= today || until > yearAfter(today)) return atFault('until');
  const { claim: _claim, ...rest } = inHand.review ?? noReview;
  const hold = { by: viewer.id, name: viewer.name, at, until, act };
  return { kind: 'done', review: { ...rest, hold, acts: mentioning(rest, act) } };
}

/** What keeps a person from deciding. */
export function decisionRefused(inHand: FlagInHand, actor: Actor): Refusal | undefined {
  const isFullOfDecisions = (inHand.review?.decisions.length ?? 0) >= DECISIONS_MAX;
  return (
    notForThem(inHand, actor) ??
    notInTheirHand(inHand, actor) ??
    (isFullOfDecisions ? refused('limit-reached') : undefined)
  );
}

/** Adds a decision to those before it, and ends the claim or hold that it was made under. */
export function decideFlag(inHand: FlagInHand, actor: Actor, decision: DecisionMention): Transition {
  const barred = decisionRefused(inHand, actor);
  if (barred !== undefined) return barred;
  const { claim: _claim, hold: _hold, decisions, ...rest } = inHand.review ?? noReview;
  return { kind: 'done', review: { ...rest, decisions: [...decisions, decision] } };
}

/** What keeps a person from recording a finding; a supervisor needs neither a claim nor a flag. */
export function recordRefused(inHand: FlagInHand, actor: Actor): Refusal | undefined {
  return mayOverride(actor.viewer) ? undefined : (notForThem(inHand, actor) ?? notInTheirHand(inHand, actor));
}

export interface May {
  claim: boolean;
  release: boolean;
  hold: boolean;
  /** All or none: what the program suggests narrows nobody's choice. */
  decide: DecisionKind[];
  record: boolean;
}

/** What a person may do now, by asking each act. */
export function mayOf(inHand: FlagInHand, actor: Actor): May {
  const isDone = ({ kind }: Transition) => kind === 'done';
  return {
    claim: isDone(claimFlag(inHand, actor, actor.now)),
    release: isDone(releaseFlag(inHand, { ...actor, act: '' }, true)),
    hold: holdRefused(inHand, actor) === undefined,
    decide: decisionRefused(inHand, actor) === undefined ? [...DECISIONS] : [],
    record: recordRefused(inHand, actor) === undefined,
  };
}
