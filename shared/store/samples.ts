/** Samples with the answers given to them, as lists show them. */
import { compareCodePoints } from '../docket/stamp.ts';
import type { BlindReview, Sample } from '../review/blind-review.ts';
import type { AnsweredSample } from './store.ts';

/** The newest first; of one instant, in the order of their ids. */
export function answeredSamples(samples: readonly Sample[], answers: readonly BlindReview[]): AnsweredSample[] {
  const bySample = new Map<string, BlindReview[]>();
  for (const answer of answers) bySample.set(answer.sample, [...(bySample.get(answer.sample) ?? []), answer]);
  return samples
    .map((sample) => ({ ...sample, reviews: bySample.get(sample.id) ?? [] }))
    .sort((a, b) => compareCodePoints(b.at, a.at) || compareCodePoints(a.id, b.id));
}
