/** Draws a sample of an office's unflagged cases for blind review, and records the seed it was drawn by. */
import { canonicalHash } from '../../../shared/docket/content-hash.ts';
import type { SampleRequest } from '../../../shared/review/api/requests.ts';
import type { Sample } from '../../../shared/review/blind-review.ts';
import { type Answer, type Call, type Endpoint, NOT_FOUND, type ReviewDeps } from '../endpoint.ts';
import { drawCases } from './draw.ts';
import { officeOf } from './office-of.ts';
import { samplesShown } from './samples.ts';

/** The sample that the person's key stands for, if there is one: the same request again finds it. */
async function earlier(
  deps: ReviewDeps,
  { viewer }: Pick<Call, 'viewer'>,
  { id, office, requestHash }: Pick<Sample, 'id' | 'office' | 'requestHash'>,
): Promise<Answer | undefined> {
  const samples = await deps.samples.listSamples(office);
  const found = samples.find((sample) => sample.id === id);
  if (found === undefined) return undefined;
  if (found.requestHash !== requestHash) return { kind: 'problem', code: 'key-used-otherwise' };
  const [body] = await samplesShown(deps, viewer, [found]);
  return body && { kind: 'ok', body };
}

export const drawSample: Endpoint<SampleRequest> = async (deps, call) => {
  const { viewer, body } = call;
  const office = officeOf(call);
  if (office === undefined) return NOT_FOUND;
  if (viewer.role !== 'supervisor') return { kind: 'problem', code: 'not-allowed' };
  const { idempotencyKey, ...request } = body;
  const name = {
    id: deps.names.actId(viewer.id, idempotencyKey),
    office,
    requestHash: canonicalHash({ route: 'draw-sample', office, size: request.size, seed: request.seed ?? null }),
  };
  const before = await earlier(deps, call, name);
  if (before !== undefined) return before;

  const seed = request.seed ?? deps.newSeed();
  const protections = viewer.protectedAccess ? [false, true] : [false];
  const names = protections.map((restricted) => ({ office, restricted }));
  const caseKeys = await drawCases(deps.queue, { names, seed, size: request.size });
  if (caseKeys.length === 0) return { kind: 'problem', code: 'nothing-free' };
  await deps.samples.putSample({ ...name, seed, by: viewer.id, name: viewer.name, at: deps.now(), caseKeys });
  // Read back: the same request may have come twice at once, and the first that was put stands.
  return (await earlier(deps, call, name)) ?? { kind: 'problem', code: 'try-again' };
};
