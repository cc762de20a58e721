/**
 * `own-motion classify`: docket updates in, one a line; classifications out, one a case.
 * Memory grows with the number of cases, not with the number of updates or their size. Contract, section 4.
 */
import type { CalendarDate } from '../events/dates.ts';
import { decodeDocketUpdate } from '../events/decode.ts';
import { DOCKET_UPDATE_MAX_BYTES } from '../events/docket-update.ts';
import { contentHash } from '../shared/docket/content-hash.ts';
import { addUpdate, emptyRecord } from '../shared/docket/fold.ts';
import type { CaseRecord } from '../shared/docket/record.ts';
import { standingFacts } from '../shared/docket/standing.ts';
import { classify } from '../shared/policy/classify.ts';
import type { Instrument } from '../shared/policy/instruments.ts';
import { gathered, type Outcome, type TextSink } from './io.ts';
import { linesOf } from './lines.ts';
import { rejectedLine } from './rejected-line.ts';

export interface ClassifyRequest {
  input: AsyncIterable<Uint8Array>;
  instrument: Instrument;
  asOf: CalendarDate;
  out: TextSink;
  err: TextSink;
}

export async function classifyLines({ input, instrument, asOf, out, err }: ClassifyRequest): Promise<Outcome> {
  const records = new Map<string, CaseRecord>();
  let isAnyRejected = false;
  for await (const lines of linesOf(input, DOCKET_UPDATE_MAX_BYTES)) {
    for (const line of lines) {
      const decoded = decodeDocketUpdate(line.bytes);
      if (decoded.kind === 'rejected') {
        isAnyRejected = true;
        await err.write(rejectedLine(line.number, decoded));
        continue;
      }
      const { update } = decoded;
      const record = records.get(update.subject) ?? emptyRecord;
      records.set(update.subject, addUpdate(record, update, contentHash(update)));
    }
  }
  const results = gathered(out);
  for (const [caseId, record] of records) {
    await results.write(`${JSON.stringify(classify(instrument, caseId, standingFacts(record), asOf))}\n`);
  }
  await results.flush();
  return isAnyRejected ? { kind: 'incomplete' } : { kind: 'done' };
}
