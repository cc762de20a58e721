/** Several queues of an office read as one, in the order of work: lanes side by side, protected cases among the others. */
import { compareCodePoints } from '../../../shared/docket/stamp.ts';
import type { LiveLane } from '../../../shared/flag/flag.ts';
import type { QueueName, QueuePart } from '../../../shared/flag/queue-place.ts';
import type { Viewer } from '../../../shared/review/viewer.ts';
import type { QueuedFlag } from '../../../shared/store/store.ts';
import type { ReviewDeps } from '../endpoint.ts';
import { seenBy } from '../rows.ts';

export interface QueuesOfOffice {
  readonly viewer: Viewer;
  readonly office: string;
  readonly part: QueuePart;
  readonly lanes: readonly LiveLane[];
}

/** The queues that exist for a viewer: those of protected cases only with access to them. */
function queuesOf({ viewer, office, part, lanes }: QueuesOfOffice): QueueName[] {
  const protections = viewer.protectedAccess ? [false, true] : [false];
  return lanes.flatMap((lane) => protections.map((restricted) => ({ part, office, lane, restricted })));
}

export interface Reading {
  readonly pageSize: number;
  readonly after?: string | undefined;
  readonly isBackwards?: boolean;
}

/**
 * Flags in order from a place on, read as they are asked for. A place names the case as well, so no two are the same.
 *
 * @param pageSize how many are read of each queue at a time
 * @param after `order` of the last flag that was seen
 * @param isBackwards from the end of the order to its beginning
 */
export async function* mergedQueues(
  { queue }: Pick<ReviewDeps, 'queue'>,
  wanted: QueuesOfOffice,
  { pageSize, after, isBackwards = false }: Reading,
): AsyncGenerator<QueuedFlag> {
  const names = queuesOf(wanted);
  const isSeen = seenBy(wanted.viewer);
  const sign = isBackwards ? -1 : 1;
  let last = after;
  for (;;) {
    const from = last === undefined ? {} : { after: last };
    const asked = { ...from, limit: pageSize, isBackwards };
    const pages = await Promise.all(names.map((name) => queue.listQueue({ ...name, ...asked })));
    const merged = pages.flat().sort((a, b) => sign * compareCodePoints(a.order, b.order));
    // Beyond the end of a page that was full its queue may go on, so only the first so many are known to be next.
    const page = merged.slice(0, pageSize);
    yield* page.filter(isSeen);
    last = page.at(-1)?.order;
    if (page.length < pageSize) return;
  }
}
