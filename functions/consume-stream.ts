/**
 * Turns a batch of a table's stream into records that must be proved one by one. The stream goes on behind the first that is
 * not: it and all after it come again. The only file that knows the shape of stream events and their partial responses.
 */
import * as z from 'zod';
import { partitionOf } from '../shared/store/dynamo/items.ts';
import { StoreError } from '../shared/store/errors.ts';
import { caseTable } from '../shared/store/table-shape.ts';
import { streamImage } from './stream-image.ts';

const { partitionKey, sortKey } = caseTable;

/** What tells one record from another; its images are read when they are asked for. */
const envelope = z.object({
  eventSource: z.literal('aws:dynamodb'),
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({
    SequenceNumber: z.string().min(1),
    /** Seconds. */
    ApproximateCreationDateTime: z.number().min(0),
    Keys: z.object({ [partitionKey]: z.object({ S: z.string() }), [sortKey]: z.object({ S: z.string() }) }),
    OldImage: z.unknown().optional(),
    NewImage: z.unknown().optional(),
  }),
});

const streamEvent = z.object({ Records: z.array(envelope) });

export type Item = Readonly<Record<string, unknown>>;

export interface StreamRecord {
  /** Names its place in the stream. */
  readonly sequence: string;
  readonly change: 'INSERT' | 'MODIFY' | 'REMOVE';
  /** Undefined for what belongs to no case. */
  readonly caseKey: string | undefined;
  /** The item's own name within its partition. */
  readonly name: string;
  /** When it was written, to the second; ISO 8601 in UTC. */
  readonly at: string;
  /** @throws {StoreError} `corrupt-item` for what is not as a stream has it */
  readonly before: () => Item | undefined;
  /** @throws {StoreError} likewise */
  readonly after: () => Item | undefined;
}

export interface StreamBatch {
  /** Those of one case in the order in which they were written. */
  readonly records: readonly StreamRecord[];
  readonly timeLeftMillis: () => number;
  /** Says that all is done that the record asks for: the stream may go on behind it. */
  readonly prove: (record: StreamRecord) => void;
}

export interface StreamResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

interface InvocationContext {
  getRemainingTimeInMillis(): number;
}

/** Thrown for an invocation that did not come from a stream; it names no content. */
export class NotAStreamEvent extends Error {
  override name = 'NotAStreamEvent';
  constructor() {
    super("the event is not a batch of a table's stream");
  }
}

const CASE = partitionOf('');

function readImage(image: unknown): Item | undefined {
  if (image === undefined) return undefined;
  const parsed = streamImage.safeParse(image);
  if (!parsed.success) throw new StoreError('corrupt-item', 'stream image');
  return parsed.data;
}

function recordOf({ eventName, dynamodb }: z.infer<typeof envelope>): StreamRecord {
  const { Keys, OldImage, NewImage, SequenceNumber, ApproximateCreationDateTime } = dynamodb;
  const partition = Keys[partitionKey].S;
  return {
    sequence: SequenceNumber,
    change: eventName,
    caseKey: partition.startsWith(CASE) ? partition.slice(CASE.length) : undefined,
    name: Keys[sortKey].S,
    at: new Date(Math.floor(ApproximateCreationDateTime) * 1000).toISOString(),
    before: () => readImage(OldImage),
    after: () => readImage(NewImage),
  };
}

/**
 * @param work takes a batch and proves its records; what it throws leaves those it has not proved to come again
 * @param onFault hears what `work` threw
 */
export function consumeStream(work: (batch: StreamBatch) => Promise<void>, onFault: (error: unknown) => void) {
  return async (event: unknown, context: InvocationContext): Promise<StreamResponse> => {
    const parsed = streamEvent.safeParse(event);
    if (!parsed.success) throw new NotAStreamEvent();

    const records = parsed.data.Records.map(recordOf);
    const unproved = new Set(records);
    try {
      await work({
        records,
        timeLeftMillis: () => context.getRemainingTimeInMillis(),
        prove: (record) => {
          unproved.delete(record);
        },
      });
    } catch (error) {
      onFault(error);
    }
    const [first] = unproved;
    return { batchItemFailures: first === undefined ? [] : [{ itemIdentifier: first.sequence }] };
  };
}

/** Records in the order of the batch, case by case; those that belong to no case are left out. */
export function byCase(records: readonly StreamRecord[]): Map<string, StreamRecord[]> {
  const cases = new Map<string, StreamRecord[]>();
  for (const record of records) {
    if (record.caseKey === undefined) continue;
    cases.set(record.caseKey, [...(cases.get(record.caseKey) ?? []), record]);
  }
  return cases;
}
