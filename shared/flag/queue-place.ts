/** Where a flag stands in the review queue: which partition, and in which order within it. */
import type { CalendarDate } from '../../events/dates.ts';
import { isLiveLane, type LiveLane } from './flag.ts';

/** Stands for the office of a case that has none on record; longer than any office, so it can be none of them. */
export const UNASSIGNED_OFFICE = 'UNASSIGNED';
const RESTRICTED = 'restricted';
const NO_HEARING = '9999-12-31';

/**
 * `work`: flags that wait for a person, in the order of work. `decided`: flags whose decision stands, in the order of
 * their decisions, so that they are never in the way of work. `past`: flags that are no more and were decided once, in the
 * same order, so that what people decided is still counted when the case has ended.
 */
export const QUEUE_PARTS = ['work', 'decided', 'past'] as const;
export type QueuePart = (typeof QUEUE_PARTS)[number];

/** A queue as a person asks for it; cases under 8 U.S.C. 1367 have queues of their own. */
export interface QueueName {
  readonly part: QueuePart;
  readonly office: string;
  readonly lane: LiveLane;
  readonly restricted: boolean;
}

/** The cases of an office that have no flag and were never decided, from which samples are drawn for blind review. */
export interface UnflaggedName {
  readonly office: string;
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
  /** Instant of the last decision; undefined in the part `work`. */
  readonly decidedAt: string | undefined;
}

const UNFLAGGED = 'unflagged';

/** Parts whose partitions begin with their name. */
const OTHER_PARTS = QUEUE_PARTS.filter((part) => part !== 'work');

function partitionOf({ part, office, lane, restricted }: QueueName, shard: number): string {
  return [...(part === 'work' ? [] : [part]), ...(restricted ? [RESTRICTED] : []), office, lane, String(shard)].join(
    '#',
  );
}

function unflaggedPartition({ office, restricted }: UnflaggedName, shard: number): string {
  return [UNFLAGGED, ...(restricted ? [RESTRICTED] : []), office, String(shard)].join('#');
}

/** FNV-1a, so that a case stays in its shard whichever process asks. */
export function shardOf(caseKey: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < caseKey.length; i++) hash = Math.imul(hash ^ caseKey.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % shards;
}

/** Detained first, then the nearest hearing, then the oldest flag; the case key makes the order total. */
export function queuePlace(queued: Queued, shards: number): QueuePlace {
  const custody = queued.detained === true ? '0' : '1';
  const order =
    queued.decidedAt === undefined
      ? [custody, queued.hearingOn ?? NO_HEARING, queued.raisedAt, queued.caseKey]
      : [queued.decidedAt, queued.caseKey];
  return { partition: partitionOf(queued, shardOf(queued.caseKey, shards)), order: order.join('#') };
}

/** Ordered by the case key, which is a keyed hash: whoever picks a place at random picks a case at random. */
export function unflaggedPlace(name: UnflaggedName, caseKey: string, shards: number): QueuePlace {
  return { partition: unflaggedPartition(name, shardOf(caseKey, shards)), order: caseKey };
}

/** The partitions that one queue is spread over. */
export function queuePartitions(name: QueueName, shards: number): string[] {
  return Array.from({ length: shards }, (_, shard) => partitionOf(name, shard));
}

export function unflaggedPartitions(name: UnflaggedName, shards: number): string[] {
  return Array.from({ length: shards }, (_, shard) => unflaggedPartition(name, shard));
}

export function isUnflaggedPartition(partition: string): boolean {
  return partition.startsWith(`${UNFLAGGED}#`);
}

/** The queue that a partition belongs to; undefined for one of unflagged cases and for a text that names none. */
export function queueOfPartition(partition: string): QueueName | undefined {
  const words = partition.split('#');
  const part = OTHER_PARTS.find((other) => other === words[0]) ?? 'work';
  if (part !== 'work') words.shift();
  const restricted = words[0] === RESTRICTED;
  if (restricted) words.shift();
  const [office, lane, shard] = words;
  if (office === undefined || lane === undefined || shard === undefined || !isLiveLane(lane)) return undefined;
  return { part, office, lane, restricted };
}
