/** What people do to single cases, in the words of the tests. */
import type { CaseView, Problem } from '../../../shared/review/api/answers.ts';
import type { DecisionKind } from '../../../shared/review/review.ts';
import type { Viewer } from '../../../shared/review/viewer.ts';
import { StoreError } from '../../../shared/store/errors.ts';
import type { CaseReviews } from '../../../shared/store/store.ts';
import { type ReviewWorld, viewer } from '../world.ts';

export const anna = viewer('anna');
export const boris = viewer('boris');
export const petra = viewer('petra', { protectedAccess: true });
export const sofia = viewer('sofia', { role: 'supervisor' });
export const simon = viewer('simon', { role: 'supervisor', protectedAccess: true });
export const aldo = viewer('aldo', { role: 'auditor' });

export const REASON = 'A reason in the words of the tests.';

let keys = 0;
/** A key as the page makes one for every act a person means. */
export const newKey = () => `key-of-the-tests-${String(++keys).padStart(6, '0')}`;

export interface Replied {
  readonly status: number;
  readonly view: CaseView;
  readonly problem: Problem;
}

export function casesOf(world: ReviewWorld) {
  async function post(as: Viewer, key: string, act: string, body: object): Promise<Replied> {
    const { statusCode, json } = await world.ask(as, { path: `/v1/cases/${key}/${act}`, body });
    return { status: statusCode, view: json, problem: json };
  }

  async function show(as: Viewer, key: string): Promise<CaseView> {
    const { statusCode, json } = await world.ask(as, `/v1/cases/${key}`);
    if (statusCode !== 200) throw new Error(`not shown: ${statusCode} ${json.code}`);
    return json;
  }

  return {
    post,
    show,
    claim: (as: Viewer, key: string) => post(as, key, 'claim', {}),
    access: (as: Viewer, key: string, more: object = {}) =>
      post(as, key, 'access', { reason: REASON, idempotencyKey: newKey(), ...more }),
    release: (as: Viewer, key: string, more: object = {}) =>
      post(as, key, 'release', { idempotencyKey: newKey(), ...more }),
    hold: (as: Viewer, key: string, until: string, more: object = {}) =>
      post(as, key, 'hold', { until, reason: REASON, idempotencyKey: newKey(), ...more }),
    decide: (as: Viewer, key: string, { seen }: Pick<CaseView, 'seen'>, decision: DecisionKind, more: object = {}) =>
      post(as, key, 'decision', { decision, seen, reason: REASON, idempotencyKey: newKey(), ...more }),
    find: (
      as: Viewer,
      key: string,
      { seen }: Pick<CaseView, 'seen'>,
      path: string,
      value: unknown,
      more: object = {},
    ) => post(as, key, 'finding', { path, value, seen, reason: REASON, idempotencyKey: newKey(), ...more }),
    read: (as: Viewer, key: string, { seen }: Pick<CaseView, 'seen'>, question: string, answer: string) =>
      post(as, key, 'reading', { question, answer, seen, reason: REASON, idempotencyKey: newKey() }),
  };
}

/** How a write of people's half goes wrong. */
export type Fault = 'none' | 'before' | 'after' | 'others-first';

/**
 * Lets writes of people's half go wrong, one for each fault in its order; then none does.
 *
 * - `before`: the service fails and nothing was done; `after`: it was done, and the answer is lost
 * - `others-first`: another write came between reading and writing
 */
export function letWritesFail({ deps, cases }: ReviewWorld, faults: Fault[]): void {
  const writeReview: CaseReviews['writeReview'] = async (...given) => {
    const fault = faults.shift();
    if (fault === 'before') throw new StoreError('unavailable', 'tests');
    if (fault === 'others-first') return 'version-conflict';
    const result = await cases.writeReview(...given);
    if (fault === 'after') throw new StoreError('unavailable', 'tests');
    return result;
  };
  Object.assign(deps, { cases: { ...cases, writeReview } });
}
