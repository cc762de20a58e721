/** Where a live flag stands in the review queue: which partition, and in which order within it. */
import type { CalendarDate } from '../../events/dates.ts';
import { isLiveLane, type LiveLane } from './flag.ts';

/** Stands for the office of a case that has none on record; longer than any office, so it can be none of them. */
export const UNASSIGNED_OFFICE = 'UNASSIGNED';
const RESTRICTED = 'restricted';
const NO_HEARING = '9999-12-31';

/** A queue as a person asks for it; cases under 8 U.S.C. 1367 have queues of their own. */
export interface QueueName {
  readonly office: string;
  readonly lane: LiveLane;
  readonly restricted: boolean;
}

export interface QueuePlace {
  readonly partition: string;
  readonly order: string;
}

export interface Queued extends QueueName {
  readonly caseKey: string;
  readonly detained: boolean | undefined;
  readonly hearingOn: CalendarDate | undefined;
  readonly raisedAt: string;
}

function partitionOf({ office, lane, restricted }: QueueName, shard: number): string {
  const parts = [office, lane, String(shard)];
  return (restricted ? [RESTRICTED, ...parts] : parts).join('#');
}

/** FNV-1a, so that a case stays in its shard whichever process asks. */
function shardOf(caseKey: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < caseKey.length; i++) hash = Math.imul(hash ^ caseKey.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % shards;
}

/** Detained first, then the nearest hearing, then the oldest flag; the case key makes the order total. */
export function queuePlace(queued: Queued, shards: number): QueuePlace {
  const custody = queued.detained === true ? '0' : '1';
  return {
    partition: partitionOf(queued, shardOf(queued.caseKey, shards)),
    order: [custody, queued.hearingOn ?? NO_HEARING, queued.raisedAt, queued.caseKey].join('#'),
  };
}

/** The partitions that one queue is spread over. */
export function queuePartitions(name: QueueName, shards: number): string[] {
  return Array.from({ length: shards }, (_, shard) => partitionOf(name, shard));
}

/** The queue that a partition belongs to; undefined for a text that names none. */
export function queueOfPartition(partition: string): QueueName | undefined {
  const parts = partition.split('#');
  const restricted = parts[0] === RESTRICTED;
  const [office, lane, shard] = restricted ? parts.slice(1) : parts;
  if (office === undefined || lane === undefined || shard === undefined || !isLiveLane(lane)) return undefined;
  return { office, lane, restricted };
}
