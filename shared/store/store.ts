/** The store as the rest of the program sees it. Every single write is conditional; nothing is ever saved whole. */
import type { CalendarDate } from '../../events/dates.ts';
import type { RejectionReason } from '../../events/rejection.ts';
import type { Flag } from '../flag/flag.ts';
import type { HeadContent } from '../flag/head.ts';
import type { QueueName, QueuePlace, UnflaggedName } from '../flag/queue-place.ts';
import type { Act } from '../review/act.ts';
import type { BlindReview, Sample } from '../review/blind-review.ts';
import type { Review } from '../review/review.ts';

export interface CaseHead extends HeadContent {
  readonly caseKey: string;
  /** Grows by one with every write, the machine's and people's, from 1; one drawn anew after a loss begins far above. */
  readonly version: number;
  /** Undefined until a person first writes it. */
  readonly review: Review | undefined;
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
   * @param version given to it where what stood before was lost and its version with it; else the next
   */
  writeHead(
    caseKey: string,
    content: HeadContent,
    readVersion: number | undefined,
    version?: number,
  ): Promise<HeadWriteResult>;
  /** Always in the same order, which means nothing; strongly consistent. */
  listEntries(caseKey: string): AsyncIterable<LedgerEntry>;
}

export interface ReviewContent {
  readonly review: Review;
  /** Where the head stands in the queue index with this review. */
  readonly queue: QueuePlace | undefined;
}

export type PutActResult = { readonly kind: 'stored' } | { readonly kind: 'already-there'; readonly act: Act };

/** People's half of a case: what they did about it, and the attribute that says where it stands with them. */
export interface CaseReviews extends Pick<CaseLedger, 'readHead' | 'listEntries'> {
  /**
   * Writes people's attributes and the place in the queue, and no others.
   *
   * @param readVersion the version that the content was drawn from
   */
  writeReview(caseKey: string, content: ReviewContent, readVersion: number): Promise<HeadWriteResult>;
  /** The same act again is a no-op, and what was put first is handed back. */
  putAct(caseKey: string, act: Act): Promise<PutActResult>;
  /** Strongly consistent. */
  readAct(caseKey: string, id: string): Promise<Act | undefined>;
  /** Always in the same order, which means nothing; strongly consistent. */
  listActs(caseKey: string): AsyncIterable<Act>;
}

/** A flag as a list shows it. The index lags: check the head before acting on it. */
export interface QueuedFlag extends QueueName {
  readonly caseKey: string;
  readonly flag: Flag;
  readonly review: Review | undefined;
  readonly hearingOn: CalendarDate | undefined;
  readonly detained: boolean | undefined;
  /** Names this place in the order of its queue. */
  readonly order: string;
}

export interface QueuePage extends QueueName {
  readonly limit: number;
  /** `order` of the last flag of the page before. */
  readonly after?: string;
  /** From the end of the order to its beginning. */
  readonly isBackwards?: boolean;
}

export interface FlagQueue {
  /** In the order of the queue's part: work by custody, hearing and age; decided and past by the instant of the decision. */
  listQueue(page: QueuePage): Promise<QueuedFlag[]>;
  countQueue(name: QueueName): Promise<number>;
  /** Every live flag, decided ones too, in no order. Reads the whole index: for a person's overview, never for a function. */
  scanFlags(): AsyncIterable<QueuedFlag>;
  /** Live flags claimed by a person whose leases end after an instant, the first to end first. */
  listClaims(by: string, endsAfter: string): Promise<QueuedFlag[]>;
  /** The first unflagged cases from a place on in the order of case keys, the shards merged. */
  listUnflagged(name: UnflaggedName, from: string, limit: number): Promise<string[]>;
}

/** One of so many parts of the table that are read side by side; counted from 0. */
export interface Segment {
  readonly segment: number;
  readonly of: number;
}

export interface SegmentRead extends Segment {
  /** `next` of the page before. */
  readonly after?: string;
  /** Most items of the table that are looked at for this page: what is found of them may be fewer, or none. */
  readonly limit?: number;
}

export interface SegmentPage {
  /** Names the place from which the segment goes on, in a later process too; undefined at its end. */
  readonly next: string | undefined;
}

export interface KeyPage extends SegmentPage {
  readonly caseKeys: readonly string[];
}

export interface HeadPage extends SegmentPage {
  readonly heads: readonly CaseHead[];
  /** Keys of cases whose head is not as this program writes it: one such case must not hide the others. */
  readonly unreadable: readonly string[];
}

/** Reads every case once, in no order: for work on the whole docket. What is written meanwhile may be missed. */
export interface CaseScan {
  /** Cases by what lies in their partitions, so that one without a head is found too. */
  scanCaseKeys(read: SegmentRead): Promise<KeyPage>;
  scanHeads(read: SegmentRead): Promise<HeadPage>;
}

export interface DueCases {
  /** Keys of cases that a day up to `until`, that day included, may have changed by itself. In no order; the index lags. */
  listDue(until: CalendarDate): AsyncIterable<string>;
}

export interface CaseStore extends CaseLedger, CaseReviews, FlagQueue, CaseScan, DueCases {}

export type AnsweredSample = Sample & { readonly reviews: readonly BlindReview[] };

export interface SampleStore {
  putSample(sample: Sample): Promise<PutResult>;
  /** The first answer to a case of a sample stands. */
  putBlindReview(office: string, review: BlindReview): Promise<PutResult>;
  /** Every sample of an office with its answers, the newest first. */
  listSamples(office: string): Promise<AnsweredSample[]>;
}

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
