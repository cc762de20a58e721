/**
 * Takes the first free flag of a lane and claims it. Whoever loses it to a colleague gets the one after; whoever lost the
 * answer asks again under the same key and gets the same case.
 */
import { canonicalHash } from '../../../shared/docket/content-hash.ts';
import type { NextRequest } from '../../../shared/review/api/requests.ts';
import { mayActIn } from '../../../shared/review/powers.ts';
import type { NextAsked } from '../../../shared/review/review.ts';
import { KEY_USED_OTHERWISE } from '../cases/refusals.ts';
import { type Answer, type Call, type Endpoint, NOT_FOUND, type ProblemDetail, type ReviewDeps } from '../endpoint.ts';
import { statusOfQueued } from '../rows.ts';
import { FLAGS_READ_MAX } from './limits.ts';
import { mergedQueues } from './merged-queues.ts';
import { officeOf } from './office-of.ts';

const PAGE_SIZE = 100;

/** Most claims that are tried for one request: so many colleagues at once are a reason to ask again. */
const CLAIMS_MAX = 20;

type Because = NonNullable<ProblemDetail['because']>;

function nothingFree(because: Because): Answer {
  return { kind: 'problem', code: 'nothing-free', detail: { because } };
}

type NextCall = Call<NextRequest>;
type ClaimCase = (deps: ReviewDeps, call: Pick<NextCall, 'viewer' | 'path'>, asked?: NextAsked) => Promise<Answer>;

function askedIn({ names }: ReviewDeps, { viewer, body }: NextCall, office: string): NextAsked | undefined {
  const { idempotencyKey, lane } = body;
  if (idempotencyKey === undefined) return undefined;
  return { id: names.actId(viewer.id, idempotencyKey), requestHash: canonicalHash({ route: 'next', office, lane }) };
}

/** The case that this very request took before, while the claim on it lasts. */
async function takenBefore(deps: ReviewDeps, { viewer }: NextCall, { id }: NextAsked) {
  const claims = await deps.queue.listClaims(viewer.id, deps.now());
  return claims.find(({ review }) => review?.claim?.asked?.id === id);
}

/** @param claim claims one flag: it reads the head, so it knows what the index does not yet say */
export function claimNextBy(claim: ClaimCase): Endpoint<NextRequest> {
  return async (deps, call) => {
    const { viewer, path } = call;
    const { lane } = call.body;
    const office = officeOf({ viewer, path });
    if (office === undefined) return NOT_FOUND;
    if (!mayActIn(viewer, lane)) return { kind: 'problem', code: 'not-allowed' };
    const asked = askedIn(deps, call, office);
    const before = asked && (await takenBefore(deps, call, asked));
    if (before !== undefined) {
      if (before.review?.claim?.asked?.requestHash !== asked?.requestHash) return KEY_USED_OTHERWISE;
      const again = await claim(deps, { viewer, path: { key: before.caseKey } }, asked);
      if (again.kind !== 'problem') return again;
    }
    const now = deps.now();
    let because: Because = 'all-done';
    let read = 0;
    let tries = 0;
    const queues = { viewer, office, part: 'work', lanes: [lane] } as const;
    for await (const queued of mergedQueues(deps, queues, { pageSize: PAGE_SIZE })) {
      const inHand: Because = because === 'all-done' ? 'all-in-hand' : because;
      read += 1;
      if (read > FLAGS_READ_MAX) break;
      if (statusOfQueued(queued, now) !== 'open') {
        because = inHand;
        continue;
      }
      const answer = await claim(deps, { viewer, path: { key: queued.caseKey } }, asked);
      if (answer.kind !== 'problem') return answer;
      // A protected case is opened by itself, with a reason; the others are no longer what the index says.
      if (answer.code === 'access-reason-needed') because = 'only-protected';
      if (answer.code === 'held-by-another') because = inHand;
      tries += 1;
      if (tries === CLAIMS_MAX) return { kind: 'problem', code: 'try-again' };
    }
    return nothingFree(because);
  };
}
