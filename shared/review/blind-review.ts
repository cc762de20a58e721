/** Blind review: a person reads the facts of an unflagged case without the program's answer, so that misses are found. */
import * as z from 'zod';

export const BLIND_ANSWERS = ['would-flag', 'would-not-flag', 'cannot-tell'] as const;

export const sample = z.object({
  id: z.string().min(1),
  office: z.string().min(1),
  /** The same seed over the same cases draws the same sample. */
  seed: z.string().min(1),
  by: z.string().min(1),
  name: z.string(),
  /** Instant, ISO 8601 in UTC. */
  at: z.string(),
  /** As of an act: another request under the same key is told from the same again. */
  requestHash: z.string(),
  caseKeys: z.array(z.string().min(1)),
});

/** What a reviewer said of a sampled case; the reason stands in the act. */
export const blindReview = z.object({
  sample: z.string().min(1),
  caseKey: z.string().min(1),
  answer: z.enum(BLIND_ANSWERS),
  by: z.string().min(1),
  at: z.string(),
});

export type Sample = Readonly<z.infer<typeof sample>>;
export type BlindReview = Readonly<z.infer<typeof blindReview>>;
