/** How heads and ledger entries lie in the table. Items are parsed when they are read: a table is a border too. */
import { hash } from 'node:crypto';
import * as z from 'zod';
import { calendarDate } from '../../../events/dates.ts';
import { decodeRecord, encodeRecord } from '../../docket/record-codec.ts';
import { compactClassification } from '../../flag/compact.ts';
import { flag } from '../../flag/flag.ts';
import type { HeadContent } from '../../flag/head.ts';
import { shardOf } from '../../flag/queue-place.ts';
import { review } from '../../review/review.ts';
import { StoreError } from '../errors.ts';
import { MEMBER_BYTES } from '../members.ts';
import { packText, unpackText } from '../packed-text.ts';
import type { CaseHead, LedgerEntry } from '../store.ts';
import { DUE_SHARDS } from '../table-shape.ts';

export const HEAD = 'HEAD';
export const ENTRY_PREFIX = 'UPDATE#';

export function partitionOf(caseKey: string): string {
  return `CASE#${caseKey}`;
}

export function duePartition(shard: number): string {
  return String(shard);
}

export function entryName(memberId: Uint8Array): string {
  return ENTRY_PREFIX + Buffer.from(memberId).toString('base64url');
}

export const binary = z.instanceof(Uint8Array);
const DIGEST_PREFIX = 'sha256:';

/** The digest is stored as bytes: less than half the size of its text. */
const storedClassification = compactClassification.extend({ digest: binary });

const storedHead = z.object({
  version: z.int().min(1),
  caseId: z.string(),
  members: binary.refine((bytes) => bytes.length % MEMBER_BYTES === 0),
  record: binary,
  policyId: z.string(),
  policyHash: binary,
  classification: storedClassification,
  flag: flag.optional(),
  queue: z.string().optional(),
  queueOrder: z.string().optional(),
  hearingOn: calendarDate.optional(),
  detained: z.boolean().optional(),
  dueOn: calendarDate.optional(),
  review: review.optional(),
});

/** Read with every update. */
const headItem = z.compile(storedHead);

const entryItem = z.object({
  sk: z.string().startsWith(ENTRY_PREFIX),
  body: binary,
  sha256: binary,
  receivedAt: z.string(),
});

/** Parses an item; a fault names the kind of item and the attribute, never what stands there. */
export function parseItem<T>(kind: string, schema: z.ZodType<T>, item: unknown): T {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  throw new StoreError('corrupt-item', `${kind}.${String(parsed.error.issues[0]?.path[0] ?? 'item')}`);
}

export function unpackAttribute<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw new StoreError('corrupt-item', place);
  }
}

/** The machine's attributes of a head, with `undefined` for each that must not be there. */
export function headAttributes(caseKey: string, content: HeadContent, version: number) {
  const { classification } = content;
  return {
    version,
    caseId: content.caseId,
    members: content.members,
    record: packText(encodeRecord(content.record)),
    policyId: content.policyId,
    policyHash: Buffer.from(content.policyHash, 'hex'),
    classification: {
      ...classification,
      digest: Buffer.from(classification.digest.slice(DIGEST_PREFIX.length), 'hex'),
    },
    flag: content.flag,
    queue: content.queue?.partition,
    queueOrder: content.queue?.order,
    hearingOn: content.hearingOn,
    detained: content.detained,
    due: content.nextChangeOn && duePartition(shardOf(caseKey, DUE_SHARDS)),
    dueOn: content.nextChangeOn,
  };
}

export function parseHead(caseKey: string, item: unknown): CaseHead {
  const stored = parseItem('head', headItem, item);
  const { classification, queue, queueOrder } = stored;
  return {
    caseKey,
    version: stored.version,
    caseId: stored.caseId,
    members: stored.members,
    record: unpackAttribute('head.record', () => decodeRecord(unpackText(stored.record))),
    policyId: stored.policyId,
    policyHash: Buffer.from(stored.policyHash).toString('hex'),
    classification: {
      ...classification,
      digest: DIGEST_PREFIX + Buffer.from(classification.digest).toString('hex'),
    },
    flag: stored.flag,
    queue: queue === undefined || queueOrder === undefined ? undefined : { partition: queue, order: queueOrder },
    hearingOn: stored.hearingOn,
    detained: stored.detained,
    nextChangeOn: stored.dueOn,
    review: stored.review,
  };
}

function sha256(text: string): Uint8Array {
  return hash('sha256', text, 'buffer');
}

export function entryAttributes({ body, receivedAt }: LedgerEntry) {
  return { body: packText(body), sha256: sha256(body), receivedAt };
}

export function parseEntry(item: unknown): LedgerEntry {
  const stored = parseItem('entry', entryItem, item);
  const body = unpackAttribute('entry.body', () => unpackText(stored.body));
  if (Buffer.compare(sha256(body), stored.sha256) !== 0) throw new StoreError('corrupt-item', 'entry.sha256');
  return {
    memberId: Buffer.from(stored.sk.slice(ENTRY_PREFIX.length), 'base64url'),
    body,
    receivedAt: stored.receivedAt,
  };
}
