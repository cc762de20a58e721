/** What the reviewers' API is asked: the bodies of its requests. Actors and times are never in them. */
import * as z from 'zod';
import { calendarDate } from '../../../events/dates.ts';
import { caseId } from '../../../events/facts.ts';
import { BLIND_ANSWERS } from '../blind-review.ts';
import { DECISIONS } from '../review.ts';

/** Longest reason, in characters. */
export const REASON_MAX = 4_000;

const reason = z
  .string()
  .trim()
  .min(1)
  .max(REASON_MAX)
  .describe('Why, in the words of whoever acts. It may name protected matters and is stored encrypted.');

const idempotencyKey = z
  .string()
  .min(16)
  .max(128)
  .regex(/^[\w-]+$/)
  .describe('Made anew for every act a person means; the same act sent again carries the same key.');

const seen = z
  .strictObject({
    version: z.int().min(1).describe("The head's version."),
    digest: z.string().min(1).describe('Digest of the classification.'),
    updates: z.int().min(0).describe('How many updates the case was shown with.'),
  })
  .describe('What the reviewer saw of the case, from the last answer that showed it.');

const because = { reason, idempotencyKey };

export const claimRequest = z.strictObject({});
export const nextRequest = z.strictObject({
  lane: z.enum(['own-motion', 'supervisor', 'needs-facts', 'triage']),
  idempotencyKey: idempotencyKey
    .optional()
    .describe(
      'The same request again is handed the same case while the claim lasts; without a key each takes another.',
    ),
});
export const releaseRequest = z.strictObject({
  reason: reason.optional().describe("Needed by a supervisor who ends another person's claim, and to end a hold."),
  idempotencyKey,
});
export const holdRequest = z.strictObject({
  until: calendarDate.describe('The flag returns on this day.'),
  ...because,
});
export const decisionRequest = z.strictObject({ decision: z.enum(DECISIONS), seen, ...because });
export const findingRequest = z.strictObject({
  path: z.string().min(1).max(300).describe('The fact that a person finds, such as convictions.c1.aggravatedFelony.'),
  value: z.unknown().describe('As the docket update schema has it for that fact.'),
  seen,
  ...because,
});
export const readingRequest = z.strictObject({
  question: z.string().min(1).max(100),
  answer: z.string().min(1).max(100),
  seen,
  ...because,
});
export const accessRequest = z.strictObject(because);
export const lookupRequest = z.strictObject({ caseId });
export const sampleRequest = z.strictObject({
  size: z.int().min(1).max(50),
  seed: z.string().min(1).max(64).optional().describe('By default one is made and recorded.'),
  idempotencyKey,
});
export const blindReviewRequest = z.strictObject({
  sample: z.string().min(1),
  answer: z.enum(BLIND_ANSWERS),
  ...because,
});

export type NextRequest = z.infer<typeof nextRequest>;
export type LookupRequest = z.infer<typeof lookupRequest>;
export type DecisionRequest = z.infer<typeof decisionRequest>;
export type FindingRequest = z.infer<typeof findingRequest>;
export type ReadingRequest = z.infer<typeof readingRequest>;
export type HoldRequest = z.infer<typeof holdRequest>;
export type ReleaseRequest = z.infer<typeof releaseRequest>;
export type AccessRequest = z.infer<typeof accessRequest>;
export type SampleRequest = z.infer<typeof sampleRequest>;
export type BlindReviewRequest = z.infer<typeof blindReviewRequest>;
export type Seen = z.infer<typeof seen>;
