/** What is measured on: updates of the sample docket with the case each of them meets, sorted by size. */
import { SAMPLE_DAY } from '../../cli/sample/case-file.ts';
import { docketLines } from '../../cli/sample/docket.ts';
import { decodeDocketUpdate } from '../../events/decode.ts';
import type { DocketUpdate } from '../../events/docket-update.ts';
import { contentHash } from '../../shared/docket/content-hash.ts';
import { addUpdate, emptyRecord } from '../../shared/docket/fold.ts';
import type { CaseRecord, StandingFacts } from '../../shared/docket/record.ts';
import { standingFacts } from '../../shared/docket/standing.ts';

export const AS_OF = SAMPLE_DAY;

export interface MeasuredUpdate {
  text: string;
  bytes: Uint8Array;
  update: DocketUpdate;
  contentHash: string;
  /** The updates of the case that came before. */
  earlier: readonly DocketUpdate[];
  recordBefore: CaseRecord;
  recordAfter: CaseRecord;
  standing: StandingFacts;
}

/** Every update of a generated docket, in the order of delivery; one that comes again is left out. */
export function* measuredUpdates(seed: number, cases: number): Generator<MeasuredUpdate> {
  const known = new Map<string, { record: CaseRecord; updates: DocketUpdate[] }>();
  for (const text of docketLines({ cases, seed, damaged: 0 })) {
    const decoded = decodeDocketUpdate(text);
    if (decoded.kind === 'rejected') throw new Error(`the sample docket is no docket: ${decoded.reason}`);
    const { update } = decoded;
    const { record, updates } = known.get(update.subject) ?? { record: emptyRecord, updates: [] };
    const hash = contentHash(update);
    const recordAfter = addUpdate(record, update, hash);
    if (recordAfter === record) continue;
    known.set(update.subject, { record: recordAfter, updates: [...updates, update] });
    yield {
      text,
      bytes: new TextEncoder().encode(text),
      update,
      contentHash: hash,
      earlier: updates,
      recordBefore: record,
      recordAfter,
      standing: standingFacts(recordAfter),
    };
  }
}

/** By the size of the update as it is sent, in bytes. */
export const SIZES = [
  { name: 'small', from: 300, below: 500, meaning: 'one thing happened' },
  { name: 'typical', from: 600, below: 1_100, meaning: 'a case opens' },
  { name: 'full', from: 2_000, below: 4_096, meaning: 'a whole record stated anew' },
] as const;

export type SizeName = (typeof SIZES)[number]['name'];

/** So many updates of each size, taken evenly from a docket large enough to hold them. */
export function updatesBySize(seed: number, count: number): Map<SizeName, MeasuredUpdate[]> {
  const all = [...measuredUpdates(seed, count * 12)];
  return new Map(
    SIZES.map(({ name, from, below }) => {
      const fitting = all.filter(({ bytes }) => bytes.length >= from && bytes.length < below);
      const step = Math.max(1, Math.floor(fitting.length / count));
      return [name, fitting.filter((_, i) => i % step === 0).slice(0, count)];
    }),
  );
}
