/** A flag as the indexes project it. */
import * as z from 'zod';
import { calendarDate } from '../../../events/dates.ts';
import { flag } from '../../flag/flag.ts';
import { isUnflaggedPartition, queueOfPartition } from '../../flag/queue-place.ts';
import { review } from '../../review/review.ts';
import { StoreError } from '../errors.ts';
import type { QueuedFlag } from '../store.ts';
import { caseTable } from '../table-shape.ts';
import { parseItem, partitionOf } from './items.ts';

const { partitionKey, queueIndex } = caseTable;

const placedItem = z.object({ [queueIndex.partitionKey]: z.string().optional() });
const queuedItem = z.object({
  [partitionKey]: z.string(),
  [queueIndex.partitionKey]: z.string(),
  [queueIndex.sortKey]: z.string(),
  flag,
  review: review.optional(),
  hearingOn: calendarDate.optional(),
  detained: z.boolean().optional(),
});

export function parseQueued(item: unknown): QueuedFlag {
  const stored = parseItem('queued flag', queuedItem, item);
  const name = queueOfPartition(stored.queue);
  if (name === undefined) throw new StoreError('corrupt-item', 'queued flag.queue');
  return {
    ...name,
    caseKey: stored.pk.slice(partitionOf('').length),
    flag: stored.flag,
    review: stored.review,
    hearingOn: stored.hearingOn,
    detained: stored.detained,
    order: stored.queueOrder,
  };
}

/** The live flags among some items; the others are of cases without a flag, and of flags that are past. */
export function parseLive(items: readonly unknown[] = []): QueuedFlag[] {
  return items
    .filter(isFlagged)
    .map(parseQueued)
    .filter(({ part }) => part !== 'past');
}

function isFlagged(item: unknown): boolean {
  const { queue } = parseItem('queued flag', placedItem, item);
  return queue !== undefined && !isUnflaggedPartition(queue);
}

export function caseKeyOf(item: unknown): string {
  return parseItem('case in an index', z.object({ [partitionKey]: z.string() }), item).pk.slice(partitionOf('').length);
}
