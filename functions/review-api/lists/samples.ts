/** Samples for blind review as a viewer may see them: cases that are not there for them are in no list and no count. */

import type { Summary } from '../../../shared/review/api/answers.ts';
import type { BLIND_ANSWERS } from '../../../shared/review/blind-review.ts';
import { maySee, type Viewer } from '../../../shared/review/viewer.ts';
import { runLimited } from '../../../shared/run-limited.ts';
import type { SampleStore } from '../../../shared/store/store.ts';
import type { ReviewDeps } from '../endpoint.ts';
import { seenOf } from '../seen-of.ts';

export type SampleShown = Summary['samples'][number];
export type SampleAnswered = Awaited<ReturnType<SampleStore['listSamples']>>[number];

const READS_AT_A_TIME = 16;

/** Asked of each case itself: it may have moved or become protected since it was drawn. */
async function visibleKeys(deps: ReviewDeps, viewer: Viewer, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const visible = new Set<string>();
  const faults: unknown[] = [];
  const tasks = keys.map((key) => async () => {
    try {
      const head = await deps.cases.readHead(key);
      if (head !== undefined && maySee(viewer, seenOf(deps, head))) visible.add(key);
    } catch (error) {
      faults.push(error);
    }
  });
  await runLimited(tasks, READS_AT_A_TIME);
  // A case that could not be read is not one that is not there.
  if (faults.length > 0) throw faults[0];
  return visible;
}

export async function samplesShown(
  deps: ReviewDeps,
  viewer: Viewer,
  samples: readonly SampleAnswered[],
): Promise<SampleShown[]> {
  const keys = new Set(samples.flatMap(({ caseKeys }) => caseKeys));
  const visible = await visibleKeys(deps, viewer, [...keys]);
  return samples.map(({ id, at, name, seed, caseKeys, reviews }) => {
    const shown = caseKeys.filter((key) => visible.has(key));
    const answered = new Map(reviews.map(({ caseKey, answer }) => [caseKey, answer]));
    const answers = shown.flatMap((key) => answered.get(key) ?? []);
    const count = (wanted: (typeof BLIND_ANSWERS)[number]) => answers.filter((answer) => answer === wanted).length;
    return {
      id,
      at,
      name,
      seed,
      size: shown.length,
      answers: {
        'would-flag': count('would-flag'),
        'would-not-flag': count('would-not-flag'),
        'cannot-tell': count('cannot-tell'),
      },
      waiting: shown.filter((key) => !answered.has(key)),
    };
  });
}
