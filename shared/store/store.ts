/** The store as the rest of the program sees it. Every single write is conditional; nothing is ever saved whole. */
import type { CalendarDate } from '../../events/dates.ts';
import type { RejectionReason } from '../../events/rejection.ts';
import type { Flag } from '../flag/flag.ts';
import type { HeadContent } from '../flag/head.ts';
import type { QueueName } from '../flag/queue-place.ts';

export interface CaseHead extends HeadContent {
  readonly caseKey: string;
  /** Grows by one with every write, from 1. */
  readonly version: number;
}

/** An update as it was received, kept for ever. */
export interface LedgerEntry {
  readonly memberId: Uint8Array;
  readonly body: string;
  /** Instant, ISO 8601 in UTC. */
  readonly receivedAt: string;
}

export type PutResult = 'stored' | 'already-there';
export type HeadWriteResult = 'written' | 'version-conflict';

/** A case's partition: its ledger and its head. */
export interface CaseLedger {
  /** Strongly consistent. */
  readHead(caseKey: string): Promise<CaseHead | undefined>;
  /** The same entry again is a no-op. */
  putEntry(caseKey: string, entry: LedgerEntry): Promise<PutResult>;
  /**
   * Writes the machine's attributes and no others.
   *
   * @param readVersion the version that the content was drawn from; undefined where there was no head
   */
  writeHead(caseKey: string, content: HeadContent, readVersion: number | undefined): Promise<HeadWriteResult>;
  /** Always in the same order, which means nothing; strongly consistent. */
  listEntries(caseKey: string): AsyncIterable<LedgerEntry>;
}

/** A live flag as a list shows it. The index lags: check the head before acting on it. */
export interface QueuedFlag extends QueueName {
  readonly caseKey: string;
  readonly flag: Flag;
  readonly hearingOn: CalendarDate | undefined;
  readonly detained: boolean | undefined;
  /** Names this place in the order of its queue. */
  readonly order: string;
}

export interface QueuePage extends QueueName {
  readonly limit: number;
  /** `order` of the last flag of the page before. */
  readonly after?: string;
}

export interface FlagQueue {
  /** In the order of work: detained, then nearest hearing, then oldest flag. */
  listQueue(page: QueuePage): Promise<QueuedFlag[]>;
  countQueue(name: QueueName): Promise<number>;
  /** Every live flag, in no order. Reads the whole index: for a person's overview, never for a function. */
  scanFlags(): AsyncIterable<QueuedFlag>;
}

export interface CaseStore extends CaseLedger, FlagQueue {}

/** A message set aside for a person to see. */
export interface QuarantinedMessage {
  /** Keyed hash of the body, so that a redelivery is the same item. */
  readonly id: string;
  readonly reason: RejectionReason;
  /** JSON paths at fault, without the values. */
  readonly paths: readonly string[];
  /** Instant, ISO 8601 in UTC. */
  readonly receivedAt: string;
  readonly body: string;
}

export interface QuarantineSummary extends Omit<QuarantinedMessage, 'body'> {
  /** Size of the body as received. */
  readonly bytes: number;
}

/** Days to look through, newest first. */
export interface RecentDays {
  readonly newest: CalendarDate;
  readonly days: number;
}

export interface QuarantineStore {
  put(message: QuarantinedMessage): Promise<PutResult>;
  /** Newest first. The index lags. */
  listRecent(recent: RecentDays): AsyncIterable<QuarantineSummary>;
  read(id: string): Promise<QuarantinedMessage | undefined>;
}
