/** The committed sample docket: its lines in the order of delivery, and what is known of it beforehand. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalendarDate } from '../../events/dates.ts';
import { decodeDocketUpdate } from '../../events/decode.ts';
import { SAMPLE_DAY } from './case-file.ts';

export interface SampleDocket {
  /** The day to classify it as of: the memorandum was in force. */
  asOf: CalendarDate;
  /** One message each, as it would be sent; some come twice, some late, a few cannot be accepted. */
  lines: readonly string[];
  /** Cases, updates and offices among the lines that can be accepted. A duplicate counts as an update. */
  cases: number;
  updates: number;
  offices: readonly string[];
}

export const SAMPLE_FILE = join(import.meta.dirname, 'docket.ndjson');

export async function readSample(): Promise<SampleDocket> {
  const text = await readFile(SAMPLE_FILE, 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  const updates = lines.flatMap((line) => {
    const decoded = decodeDocketUpdate(line);
    return decoded.kind === 'accepted' ? [decoded.update] : [];
  });
  const offices = new Set(updates.flatMap(({ data }) => data.facts.office ?? []));
  return {
    asOf: SAMPLE_DAY,
    lines,
    cases: new Set(updates.map(({ subject }) => subject)).size,
    updates: updates.length,
    offices: [...offices].sort(),
  };
}
