/**
 * Puts ledger entries and acts into the archive as they appear in the stream. They never change: one that does, or goes, is
 * told of and leaves the archive as it is.
 */
import { type ArchiveObject, actObject, entryObject } from '../../shared/archive/archived-object.ts';
import { runLimited } from '../../shared/run-limited.ts';
import type { ArchiveBucket } from '../../shared/store/archive-bucket.ts';
import { ACT_PREFIX, parseAct } from '../../shared/store/dynamo/act-items.ts';
import { ENTRY_PREFIX, HEAD, parseEntry } from '../../shared/store/dynamo/items.ts';
import { isTransient } from '../../shared/store/errors.ts';
import type { StreamBatch, StreamRecord } from '../consume-stream.ts';
import { type Fault, faultOf } from '../fault.ts';
import { RESERVE_MILLIS } from '../in-time.ts';
import type { ArchiveReport } from './archive-report.ts';

export interface ArchiveDeps {
  readonly bucket: ArchiveBucket;
  readonly report: ArchiveReport;
  readonly sleep: (millis: number) => Promise<void>;
  /** At least 0, below 1. */
  readonly random: () => number;
}

const ITEMS_AT_A_TIME = 10;
const MAX_TRIES = 4;
const BACKOFF_MILLIS = 50;

type Asked = 'nothing' | 'altered' | 'archive';

/** What a record asks for, by its name and by what was done. */
function askedBy({ caseKey, name, change }: StreamRecord): Asked {
  if (caseKey === undefined) return 'nothing';
  if (name === HEAD) return change === 'REMOVE' ? 'altered' : 'nothing';
  if (!name.startsWith(ENTRY_PREFIX) && !name.startsWith(ACT_PREFIX)) return 'nothing';
  return change === 'INSERT' ? 'archive' : 'altered';
}

function objectOf({ caseKey = '', name, after }: StreamRecord): ArchiveObject {
  const item = after();
  return name.startsWith(ACT_PREFIX) ? actObject(caseKey, parseAct(item)) : entryObject(caseKey, parseEntry(item));
}

export async function archiveItems(deps: ArchiveDeps, batch: StreamBatch): Promise<void> {
  const { report } = deps;
  const counts = { archived: 0, alreadyThere: 0, altered: 0, retried: 0, failed: 0 };
  const tasks = batch.records.map((record) => async () => {
    const asked = askedBy(record);
    if (asked === 'archive') {
      const { outcome, fault } = await archive(deps, record, batch.timeLeftMillis);
      counts[outcome] += 1;
      if (fault !== undefined) {
        const code = outcome === 'retried' ? 'ITEM_RETRIED' : 'ITEM_FAILED';
        report.log(code, { messageId: record.sequence, ...fault });
        return;
      }
    }
    if (asked === 'altered') {
      counts.altered += 1;
      report.log('LEDGER_ALTERED', { messageId: record.sequence });
    }
    batch.prove(record);
  });
  await runLimited(tasks, ITEMS_AT_A_TIME);
  report.log('ARCHIVE_DONE', { outcomes: counts });
  report.countBatch(counts);
}

interface Ended {
  readonly outcome: 'archived' | 'alreadyThere' | 'retried' | 'failed';
  readonly fault?: Fault;
}

async function archive(deps: ArchiveDeps, record: StreamRecord, timeLeftMillis: () => number): Promise<Ended> {
  const { bucket, sleep, random } = deps;
  for (let tries = 1; ; tries++) {
    if (timeLeftMillis() < RESERVE_MILLIS) {
      return { outcome: 'retried', fault: { kind: 'out-of-time', place: 'archive' } };
    }
    try {
      const { key, body } = objectOf(record);
      const put = await bucket.put(key, body, 'application/json');
      return { outcome: put === 'stored' ? 'archived' : 'alreadyThere' };
    } catch (error) {
      if (!isTransient(error)) return { outcome: 'failed', fault: faultOf(error) };
      if (tries === MAX_TRIES) return { outcome: 'retried', fault: faultOf(error) };
    }
    await sleep(random() * BACKOFF_MILLIS * 2 ** tries);
  }
}
