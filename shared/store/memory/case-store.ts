/** The case store in memory: the same conditions, order and copies as the table, without lag. */

import { compareCodePoints } from '../../docket/stamp.ts';
import type { HeadContent } from '../../flag/head.ts';
import { queueOfPartition, queuePartitions, unflaggedPartitions } from '../../flag/queue-place.ts';
import type { Act } from '../../review/act.ts';
import type {
  CaseHead,
  CaseLedger,
  CaseReviews,
  CaseStore,
  DueCases,
  FlagQueue,
  LedgerEntry,
  QueuedFlag,
} from '../store.ts';
import { memoryCaseScan } from './case-scan.ts';

interface Partition {
  head: CaseHead | undefined;
  /** By member id in base64url, as in the table. */
  readonly entries: Map<string, LedgerEntry>;
  readonly acts: Map<string, Act>;
}

interface Partitions {
  of(caseKey: string): Partition;
  heads(): CaseHead[];
}

function nameOf(entry: LedgerEntry): string {
  return Buffer.from(entry.memberId).toString('base64url');
}

function byName<T>(items: ReadonlyMap<string, T>): T[] {
  return [...items].sort(([a], [b]) => compareCodePoints(a, b)).map(([, item]) => item);
}

function queued({ caseKey, queue, flag, review, hearingOn, detained }: CaseHead): QueuedFlag[] {
  const name = queue && queueOfPartition(queue.partition);
  if (queue === undefined || name === undefined || flag === undefined) return [];
  return [{ ...name, caseKey, flag, review, hearingOn, detained, order: queue.order }];
}

function live(head: CaseHead): QueuedFlag[] {
  return queued(head).filter(({ part }) => part !== 'past');
}

/** @param shards as in the table, so that a place in the queue is the same in both */
export function memoryCaseStore({ shards }: { shards: number }): CaseStore {
  const known = new Map<string, Partition>();
  const partitions: Partitions = {
    of(caseKey) {
      const partition = known.get(caseKey) ?? { head: undefined, entries: new Map(), acts: new Map() };
      known.set(caseKey, partition);
      return partition;
    },
    heads: () => [...known.values()].flatMap(({ head }) => head ?? []),
  };
  return {
    ...memoryLedger(partitions),
    ...memoryReviews(partitions),
    ...memoryQueue(partitions, shards),
    ...memoryCaseScan(() => [...known]),
    ...memoryDue(partitions),
  };
}

function memoryLedger(partitions: Partitions): CaseLedger {
  return {
    async readHead(caseKey) {
      const { head } = partitions.of(caseKey);
      return head && { ...head, members: head.members.slice() };
    },

    async putEntry(caseKey, entry) {
      const { entries } = partitions.of(caseKey);
      if (entries.has(nameOf(entry))) return 'already-there';
      entries.set(nameOf(entry), { ...entry, memberId: entry.memberId.slice() });
      return 'stored';
    },

    async writeHead(caseKey, content: HeadContent, readVersion, version = (readVersion ?? 0) + 1) {
      const partition = partitions.of(caseKey);
      if (partition.head?.version !== readVersion) return 'version-conflict';
      partition.head = {
        ...content,
        caseKey,
        members: content.members.slice(),
        review: partition.head?.review,
        version,
      };
      return 'written';
    },

    async *listEntries(caseKey) {
      for (const entry of byName(partitions.of(caseKey).entries)) yield { ...entry };
    },
  };
}

function memoryReviews(partitions: Partitions): Omit<CaseReviews, keyof CaseLedger> {
  return {
    async writeReview(caseKey, { review, queue }, readVersion) {
      const partition = partitions.of(caseKey);
      if (partition.head === undefined || partition.head.version !== readVersion) return 'version-conflict';
      partition.head = { ...partition.head, review, queue, version: readVersion + 1 };
      return 'written';
    },

    async putAct(caseKey, act) {
      const { acts } = partitions.of(caseKey);
      const first = acts.get(act.id);
      if (first !== undefined) return { kind: 'already-there', act: { ...first } };
      acts.set(act.id, { ...act });
      return { kind: 'stored' };
    },

    async readAct(caseKey, id) {
      const act = partitions.of(caseKey).acts.get(id);
      return act && { ...act };
    },

    async *listActs(caseKey) {
      for (const act of byName(partitions.of(caseKey).acts)) yield { ...act };
    },
  };
}

function memoryDue(partitions: Partitions): DueCases {
  return {
    async *listDue(until) {
      for (const { caseKey, nextChangeOn } of partitions.heads()) {
        if (nextChangeOn !== undefined && nextChangeOn <= until) yield caseKey;
      }
    },
  };
}

function memoryQueue(partitions: Partitions, shards: number): FlagQueue {
  function headsIn(names: readonly string[]): CaseHead[] {
    const wanted = new Set(names);
    return partitions.heads().filter(({ queue }) => queue !== undefined && wanted.has(queue.partition));
  }

  return {
    async listQueue({ limit, after, isBackwards = false, ...name }) {
      const sign = isBackwards ? -1 : 1;
      return headsIn(queuePartitions(name, shards))
        .flatMap(queued)
        .filter(({ order }) => after === undefined || sign * compareCodePoints(order, after) > 0)
        .sort((a, b) => sign * compareCodePoints(a.order, b.order))
        .slice(0, limit);
    },

    async countQueue(name) {
      return headsIn(queuePartitions(name, shards)).length;
    },

    async *scanFlags() {
      for (const head of partitions.heads()) yield* live(head);
    },

    async listClaims(by, endsAfter) {
      const endOf = ({ review }: QueuedFlag) => review?.claim?.expiresAt ?? '';
      return partitions
        .heads()
        .flatMap(live)
        .filter((flag) => flag.review?.claim?.by === by && compareCodePoints(endOf(flag), endsAfter) > 0)
        .sort((a, b) => compareCodePoints(endOf(a), endOf(b)));
    },

    async listUnflagged(name, from, limit) {
      return headsIn(unflaggedPartitions(name, shards))
        .map(({ caseKey }) => caseKey)
        .filter((caseKey) => compareCodePoints(caseKey, from) >= 0)
        .sort(compareCodePoints)
        .slice(0, limit);
    },
  };
}
