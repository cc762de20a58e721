/**
 * The people-owned half of a head: who has the flag in hand, until when it rests, and what was decided. The program reads
 * it and never writes it of its own accord.
 */
import * as z from 'zod';
import { calendarDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import { canonicalHash } from '../docket/content-hash.ts';
import type { StandingFacts } from '../docket/record.ts';

/** What a person may decide; declining stands among the others, and none is a default. */
export const DECISIONS = [
  'move-to-dismiss',
  'move-to-close',
  'cancel-nta',
  'other-discretion',
  'decline',
  'refer',
] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/** Most decisions, and most acts of hold and release, that a head mentions: it must not outgrow its item. */
export const DECISIONS_MAX = 100;
export const MENTIONED_ACTS_MAX = 200;

const person = { by: z.string().min(1), name: z.string() };
const instant = z.string().describe('Instant, ISO 8601 in UTC.');

const decisionMention = z.object({
  ...person,
  /** The act with the reason in full, `shared/review/act.ts`. */
  act: z.string().min(1),
  decision: z.enum(DECISIONS),
  at: instant,
  /** Hash of the facts that it was decided on: while they stand, so does the decision. */
  factsDigest: z.string(),
  /** The lane and the rules found true that the reviewer saw, to compare people's answers with the program's. */
  lane: z.string(),
  rules: z.array(z.string()),
  policyId: z.string(),
});

/** Which request for the next case took it, so that the same request again is handed the same case. */
const nextAsked = z.object({
  /** Keyed hash of the person and the idempotency key. */
  id: z.string().min(1),
  requestHash: z.string(),
});

export const review = z.object({
  /** A lease: it ends by itself. */
  claim: z.object({ ...person, at: instant, expiresAt: instant, asked: nextAsked.optional() }).optional(),
  /** Ends by itself on that day. */
  hold: z.object({ ...person, at: instant, until: calendarDate, act: z.string().min(1) }).optional(),
  /** Appended, never changed. */
  decisions: z.array(decisionMention).max(DECISIONS_MAX),
  /** Acts of hold and release that took effect, in order: one that is not mentioned counts for nothing. */
  acts: z.array(z.string().min(1)).max(MENTIONED_ACTS_MAX).optional(),
});

export type Review = Readonly<z.infer<typeof review>>;
export type NextAsked = Readonly<z.infer<typeof nextAsked>>;
export type Claim = NonNullable<Review['claim']>;
export type Hold = NonNullable<Review['hold']>;
export type DecisionMention = z.infer<typeof decisionMention>;

export const noReview: Review = { decisions: [] };

export const FLAG_STATUSES = ['open', 'claimed', 'on-hold', 'decided'] as const;
export type FlagStatus = (typeof FLAG_STATUSES)[number];

/** @param now instant, ISO 8601 in UTC */
export function activeClaim(people: Review | undefined, now: string): Claim | undefined {
  const claim = people?.claim;
  return claim !== undefined && claim.expiresAt > now ? claim : undefined;
}

/** @param now instant, ISO 8601 in UTC; a hold until a day ends as that day begins */
export function activeHold(people: Review | undefined, now: string): Hold | undefined {
  const hold = people?.hold;
  return hold !== undefined && hold.until > now.slice(0, 10) ? hold : undefined;
}

export function statusOf(people: Review | undefined, decided: boolean, now: string): FlagStatus {
  if (decided) return 'decided';
  if (activeHold(people, now) !== undefined) return 'on-hold';
  return activeClaim(people, now) === undefined ? 'open' : 'claimed';
}

/** Where and when a case is heard says nothing about it. */
function decidedOn(facts: Facts): Omit<Facts, 'office' | 'hearing'> {
  const { office: _office, hearing: _hearing, ...others } = facts;
  return others;
}

/** Hash of what a decision rests on: every standing fact but the office and the next hearing. */
export function factsDigest({ facts, withProhibited, prohibitedAsserted }: StandingFacts): string {
  return canonicalHash({
    decidedOn: decidedOn(facts),
    withProhibited: withProhibited === undefined ? null : decidedOn(withProhibited),
    prohibitedAsserted,
  });
}

/** Whether the last decision stands: the facts are still those it was made on. A change of policy alone does not move it. */
export function isDecided(people: Review | undefined, standing: StandingFacts): boolean {
  const last = people?.decisions.at(-1);
  return last !== undefined && last.factsDigest === factsDigest(standing);
}

/** An act of decision, hold or release is put before the head is written, and counts once the head mentions it. */
export function isMentioned({ decisions, acts = [] }: Review, act: string): boolean {
  return acts.includes(act) || decisions.some((decision) => decision.act === act);
}
