/** Writes people's half of a case on condition that the head is the one that was read, and begins anew where it is not. */
import { placeOf } from '../../../shared/flag/head.ts';
import type { Review } from '../../../shared/review/review.ts';
import type { Answer, Call, ReviewDeps } from '../endpoint.ts';
import { caseView } from './case-view.ts';
import { type OpenCase, openCase } from './open-case.ts';
import { TRY_AGAIN } from './refusals.ts';

/** Others write the head between a read and a write only now and then. */
const MAX_TRIES = 5;

/** What follows from a case as it was found: an answer, or a review to write. */
export type Step =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'write'; readonly review: Review; readonly acts: OpenCase['acts'] };

/** @returns what the case then looks like; undefined when others wrote first */
async function written(deps: ReviewDeps, found: OpenCase, review: Review): Promise<OpenCase['head'] | undefined> {
  const { key, head, standing } = found;
  const queue = placeOf({ caseKey: key, standing, content: head, review, shards: deps.shards });
  const result = await deps.cases.writeReview(key, { review, queue }, head.version);
  return result === 'written' ? { ...head, review, queue, version: head.version + 1 } : undefined;
}

/** @param step is taken anew on a fresh reading as often as others write first */
export async function writeReview(
  deps: ReviewDeps,
  call: Pick<Call<unknown>, 'viewer' | 'path'>,
  step: (found: OpenCase) => Promise<Step> | Step,
): Promise<Answer> {
  // Whoever may open the case as the request comes may to its end: what it did is else refused when it is found done.
  const came = deps.now();
  const asItCame = { ...deps, now: () => came };
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const opened = await openCase(asItCame, call);
    if (opened.kind === 'closed') return opened.answer;
    const { found } = opened;
    const next = await step(found);
    if (next.kind === 'answer') return next.answer;
    const head = await written(deps, found, next.review);
    if (head !== undefined) {
      return { kind: 'ok', body: caseView(deps, call.viewer, { ...found, head, acts: next.acts }) };
    }
  }
  return TRY_AGAIN;
}
