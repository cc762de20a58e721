/** What the person has claimed, the lease that ends first at the top. */
import type { ClaimsShown, FlagRow } from '../../../shared/review/api/answers.ts';
import type { Call, Endpoint, ReviewDeps } from '../endpoint.ts';
import { rowOf, seenBy } from '../rows.ts';

/** Not those of an office that the person has left, nor protected cases once the access to them is gone. */
export async function claimsOf(deps: ReviewDeps, { viewer }: Pick<Call, 'viewer'>): Promise<FlagRow[]> {
  const now = deps.now();
  const queued = await deps.queue.listClaims(viewer.id, now);
  return queued
    .filter(seenBy(viewer))
    .map((one) => rowOf(one, viewer, now))
    .filter(({ claim }) => claim?.mine === true);
}

export const showMyClaims: Endpoint = async (deps, call) => {
  const body: ClaimsShown = { flags: await claimsOf(deps, call) };
  return { kind: 'ok', body };
};
