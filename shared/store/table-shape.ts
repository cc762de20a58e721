/**
 * Names of tables' keys and indexes: the one place where the store and the CDK app agree.
 * The access patterns behind them are written down in `docs/access-patterns.md`.
 */

/** One table for cases: ledger entries and the head share a case's partition. */
export const caseTable = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /**
   * Heads with a live flag, and in partitions of their own the unflagged ones of proceedings that have not ended. The
   * version is not projected, so that an index write is paid only when what a list shows has changed.
   */
  queueIndex: {
    name: 'queue',
    partitionKey: 'queue',
    sortKey: 'queueOrder',
    projected: ['flag', 'review', 'hearingOn', 'detained'],
  },
  /** Sparse: only heads that a reviewer has claimed. The place in the queue tells office, lane and restriction. */
  claimsIndex: {
    name: 'claims',
    partitionKey: 'claimedBy',
    sortKey: 'claimExpiresAt',
    projected: ['flag', 'review', 'hearingOn', 'detained', 'queue', 'queueOrder'],
  },
  /**
   * Sparse: only heads that some later day may change by itself, by that day. Keys are all that is read of it. Names and
   * values are short: many heads are about as large as one write unit.
   */
  dueIndex: {
    name: 'due',
    partitionKey: 'due',
    sortKey: 'dueOn',
    projected: [],
  },
} as const;

/** Partitions of the due index; it may grow, never shrink. */
export const DUE_SHARDS = 8;

/** Rejected messages, keyed by a keyed hash of what was received, so that a redelivery is one item. */
export const quarantineTable = {
  partitionKey: 'id',
  recentIndex: {
    name: 'recent',
    partitionKey: 'day',
    sortKey: 'receivedAt',
    projected: ['reason', 'paths', 'bytes'],
  },
} as const;
