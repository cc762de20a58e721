/**
 * Reads docket updates, one a line, and folds them into the record of each case. Memory grows with the number of cases,
 * not with the number of updates or their size.
 */
import { decodeDocketUpdate } from '../events/decode.ts';
import { DOCKET_UPDATE_MAX_BYTES } from '../events/docket-update.ts';
import { contentHash } from '../shared/docket/content-hash.ts';
import { addUpdate, emptyRecord } from '../shared/docket/fold.ts';
import type { CaseRecord } from '../shared/docket/record.ts';
import type { TextSink } from './io.ts';
import { linesOf } from './lines.ts';
import type { StartProgress } from './progress.ts';
import { rejectedLine } from './rejected-line.ts';

export interface Folded {
  /** By case id, in order of first appearance. */
  records: ReadonlyMap<string, CaseRecord>;
  /** Lines read, empty ones left out. */
  read: number;
  /** Lines among them that could not be accepted; each was reported. */
  rejected: number;
}

export interface FoldRequest {
  input: AsyncIterable<Uint8Array>;
  /** Size of the input, where it is known. */
  input_bytes: number | undefined;
  err: TextSink;
  progress: StartProgress;
  /** Ends the reading; what was read until then is returned. */
  signal: AbortSignal;
}

export async function foldLines({ input, input_bytes, err, signal, ...request }: FoldRequest): Promise<Folded> {
  const progress = await request.progress(input_bytes, 'updates read');
  const records = new Map<string, CaseRecord>();
  let read = 0;
  let read_bytes = 0;
  let rejected = 0;
  for await (const lines of linesOf(input, DOCKET_UPDATE_MAX_BYTES, signal)) {
    for (const line of lines) {
      read += 1;
      read_bytes += line.bytes.length + 1;
      const decoded = decodeDocketUpdate(line.bytes);
      if (decoded.kind === 'rejected') {
        rejected += 1;
        progress.clear();
        await err.write(rejectedLine(line.number, decoded));
        continue;
      }
      const { update } = decoded;
      const record = records.get(update.subject) ?? emptyRecord;
      records.set(update.subject, addUpdate(record, update, contentHash(update)));
    }
    progress.update(read_bytes, read);
  }
  progress.stop();
  return { records, read, rejected };
}
