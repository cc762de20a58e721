/** Records of the table's stream, written as Lambda hands them over: numbers as text, binaries as base64. */
import type { HeadContent } from '../../shared/flag/head.ts';
import type { Review } from '../../shared/review/review.ts';
import { reviewAttributes } from '../../shared/store/dynamo/act-items.ts';
import { entryAttributes, entryName, HEAD, headAttributes, partitionOf } from '../../shared/store/dynamo/items.ts';
import type { LedgerEntry } from '../../shared/store/store.ts';

type Image = Record<string, unknown>;

/** A value as an attribute; what is undefined is none. */
export function marshalled(value: unknown): unknown {
  if (value === null) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return { L: value.map(marshalled) };
  return { M: imageOf(value as object) };
}

export function imageOf(attributes: object): Image {
  const present = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name, marshalled(value)]));
}

export interface Written {
  readonly caseKey?: string;
  readonly partition?: string;
  readonly name: string;
  readonly before?: Image | undefined;
  readonly after?: Image | undefined;
  /** Seconds. */
  readonly at?: number;
}

const FIRST = 100_000_000_000_000_000_000n;

export function streamRecord(
  { caseKey = '', partition = partitionOf(caseKey), name, before, after, at }: Written,
  place: number,
) {
  const change = before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY';
  return {
    eventID: `event-${place}`,
    eventName: change,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'us-east-1',
    dynamodb: {
      ApproximateCreationDateTime: at ?? 1_623_758_580 + place,
      Keys: { pk: { S: partition }, sk: { S: name } },
      ...(before && { OldImage: before }),
      ...(after && { NewImage: after }),
      SequenceNumber: String(FIRST + BigInt(place)),
      SizeBytes: 1,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  };
}

export type StreamEventRecord = ReturnType<typeof streamRecord>;

export function sequenceOf(place: number): string {
  return String(FIRST + BigInt(place));
}

/** The item of a head as it stands in the table after both halves were written. */
export function headImageOf(caseKey: string, content: HeadContent, version: number, review?: Review): Image {
  const keys = { pk: partitionOf(caseKey), sk: HEAD };
  const people = review === undefined ? {} : reviewAttributes({ review, queue: content.queue }, version);
  return imageOf({ ...keys, ...headAttributes(caseKey, content, version), ...people });
}

export function entryWritten(caseKey: string, entry: LedgerEntry): Written {
  const name = entryName(entry.memberId);
  return { caseKey, name, after: imageOf({ pk: partitionOf(caseKey), sk: name, ...entryAttributes(entry) }) };
}
