/** The case store in memory: the same conditions, order and copies as the table, without lag. */

import { compareCodePoints } from '../../docket/stamp.ts';
import type { HeadContent } from '../../flag/head.ts';
import { queueOfPartition, queuePartitions } from '../../flag/queue-place.ts';
import type { CaseHead, CaseStore, LedgerEntry, QueuedFlag } from '../store.ts';

interface Partition {
  head: CaseHead | undefined;
  /** By member id in base64url, as in the table. */
  readonly entries: Map<string, LedgerEntry>;
}

function nameOf(entry: LedgerEntry): string {
  return Buffer.from(entry.memberId).toString('base64url');
}

function queued({ caseKey, queue, flag, hearingOn, detained }: CaseHead): QueuedFlag[] {
  const name = queue && queueOfPartition(queue.partition);
  if (queue === undefined || name === undefined || flag === undefined) return [];
  return [{ ...name, caseKey, flag, hearingOn, detained, order: queue.order }];
}

/** @param shards as in the table, so that a place in the queue is the same in both */
export function memoryCaseStore({ shards }: { shards: number }): CaseStore {
  const partitions = new Map<string, Partition>();

  function partition(caseKey: string): Partition {
    const known = partitions.get(caseKey) ?? { head: undefined, entries: new Map() };
    partitions.set(caseKey, known);
    return known;
  }

  function* flags(): Generator<QueuedFlag> {
    for (const { head } of partitions.values()) if (head !== undefined) yield* queued(head);
  }

  function headsIn(names: readonly string[]): CaseHead[] {
    const wanted = new Set(names);
    return [...partitions.values()].flatMap(({ head }) =>
      head?.queue && wanted.has(head.queue.partition) ? [head] : [],
    );
  }

  return {
    async readHead(caseKey) {
      const { head } = partition(caseKey);
      return head && { ...head, members: head.members.slice() };
    },

    async putEntry(caseKey, entry) {
      const { entries } = partition(caseKey);
      if (entries.has(nameOf(entry))) return 'already-there';
      entries.set(nameOf(entry), { ...entry, memberId: entry.memberId.slice() });
      return 'stored';
    },

    async writeHead(caseKey, content: HeadContent, readVersion) {
      const known = partition(caseKey);
      if (known.head?.version !== readVersion) return 'version-conflict';
      known.head = { ...content, caseKey, members: content.members.slice(), version: (readVersion ?? 0) + 1 };
      return 'written';
    },

    async *listEntries(caseKey) {
      const { entries } = partition(caseKey);
      for (const [, entry] of [...entries].sort(([a], [b]) => compareCodePoints(a, b))) yield { ...entry };
    },

    async listQueue({ limit, after, ...name }) {
      return headsIn(queuePartitions(name, shards))
        .flatMap(queued)
        .filter(({ order }) => after === undefined || compareCodePoints(order, after) > 0)
        .sort((a, b) => compareCodePoints(a.order, b.order))
        .slice(0, limit);
    },

    async countQueue(name) {
      return headsIn(queuePartitions(name, shards)).length;
    },

    async *scanFlags() {
      yield* flags();
    },
  };
}
