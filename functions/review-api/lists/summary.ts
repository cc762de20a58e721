/** An office at a glance, for those who answer for it: counts, ages, hearings, weeks, agreement by rule, samples. */
import { QUEUE_PARTS } from '../../../shared/flag/queue-place.ts';
import { flagRow, type Summary } from '../../../shared/review/api/answers.ts';
import type { Viewer } from '../../../shared/review/viewer.ts';
import { type Endpoint, NOT_FOUND, type ReviewDeps } from '../endpoint.ts';
import { FLAGS_READ_MAX } from './limits.ts';
import { mergedQueues } from './merged-queues.ts';
import { officeOf } from './office-of.ts';
import { samplesShown } from './samples.ts';
import { startTally, type Tallied } from './tally.ts';

const PAGE_SIZE = 500;

/** Newest samples that are shown: the cases of each are looked up one by one. */
const SAMPLES_MAX = 12;

/** What waits first, so that a count that is cut short is short of the past. */
async function tally(deps: ReviewDeps, viewer: Viewer, office: string): Promise<Tallied & { isPartial: boolean }> {
  const counted = startTally(deps.instrument, deps.now());
  let read = 0;
  for (const part of QUEUE_PARTS) {
    for (const lane of flagRow.shape.lane.options) {
      for await (const queued of mergedQueues(deps, { viewer, office, part, lanes: [lane] }, { pageSize: PAGE_SIZE })) {
        if (read === FLAGS_READ_MAX) return { ...counted.result(), isPartial: true };
        counted.add(queued);
        read += 1;
      }
    }
  }
  return { ...counted.result(), isPartial: false };
}

export const showSummary: Endpoint = async (deps, call) => {
  const { viewer } = call;
  const office = officeOf(call);
  if (office === undefined) return NOT_FOUND;
  if (viewer.role === 'reviewer') return { kind: 'problem', code: 'not-allowed' };
  const [tallied, samples] = await Promise.all([tally(deps, viewer, office), deps.samples.listSamples(office)]);
  const body: Summary = {
    office,
    asOf: deps.asOf(),
    ...tallied,
    samples: await samplesShown(deps, viewer, samples.slice(0, SAMPLES_MAX)),
  };
  return { kind: 'ok', body };
};
