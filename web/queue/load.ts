/** Reads a queue from the API, as many pages as are shown, and counts what waits in others. */
import type { FlagRow } from '../../shared/review/api/answers.ts';
import type { Api, Lane, QueueAsked } from '../api/api.ts';
import type { Result } from '../api/result.ts';
import type { QueueView } from './view.ts';

export interface LoadedQueue {
  readonly rows: readonly FlagRow[];
  readonly pages: number;
  readonly hasMore: boolean;
}

/** @param pages how many to read; fewer come where the queue has fewer */
export async function loadQueue(
  api: Pick<Api, 'queue'>,
  { office, lane, status }: Pick<QueueView, 'office' | 'lane' | 'status'>,
  pages: number,
): Promise<Result<LoadedQueue>> {
  // The work list comes whole and is filtered here, so that an empty filter can say whether all is done or in hand.
  const asked: QueueAsked = status === 'decided' ? { lane, status } : { lane };
  const rows: FlagRow[] = [];
  let cursor: string | undefined;
  for (let page = 1; ; page++) {
    const result = await api.queue(office, cursor === undefined ? asked : { ...asked, cursor });
    if (result.kind !== 'ok') return result;
    rows.push(...result.body.flags);
    cursor = result.body.cursor;
    if (cursor === undefined || page >= pages) {
      return { kind: 'ok', body: { rows: unique(rows), pages: page, hasMore: cursor !== undefined } };
    }
  }
}

/** A flag that moved down between two pages is on both; where it stood first is as good as where it stands. */
function unique(rows: readonly FlagRow[]): FlagRow[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}

/** How many wait in a lane: the first page is counted, and whatever is beyond it is said to be more. */
export async function countWaiting(api: Pick<Api, 'queue'>, office: string, lane: Lane): Promise<Count | undefined> {
  const result = await api.queue(office, { lane });
  if (result.kind !== 'ok') return undefined;
  return { atLeast: result.body.flags.length, isExact: result.body.cursor === undefined };
}

export interface Count {
  readonly atLeast: number;
  readonly isExact: boolean;
}

export const countText = ({ atLeast, isExact }: Count) => `${atLeast}${isExact ? '' : '+'}`;

/** Undefined unless all are known: a sum with a gap in it would be a wrong number. */
export function sumOf(counts: readonly (Count | undefined)[]): Count | undefined {
  let sum: Count = { atLeast: 0, isExact: true };
  for (const count of counts) {
    if (count === undefined) return undefined;
    sum = { atLeast: sum.atLeast + count.atLeast, isExact: sum.isExact && count.isExact };
  }
  return sum;
}
