/** What archive says: codes of a closed list, and counts. Beside `report.ts`, under its allow-list. */
import type { Logger } from '@aws-lambda-powertools/logger';
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Fault } from '../fault.ts';

const LOG_LEVELS = {
  /** A batch of the stream is done, but for those records that come again. */
  ARCHIVE_DONE: 'info',
  /** Work on a batch broke off as a whole. */
  ARCHIVE_FAULT: 'error',
  ITEM_RETRIED: 'warn',
  /** It cannot be read, or the bucket will not have it. */
  ITEM_FAILED: 'error',
  /** An entry or act was changed or removed, or a head removed: nothing of this program does that. */
  LEDGER_ALTERED: 'error',
} as const;

export type ArchiveCode = keyof typeof LOG_LEVELS;

export interface ArchiveCounts {
  readonly archived: number;
  readonly alreadyThere: number;
  readonly altered: number;
  readonly retried: number;
  readonly failed: number;
}

export interface ArchiveFields extends Partial<Fault> {
  /** The stream's own number of a record. */
  messageId?: string;
  outcomes?: ArchiveCounts;
}

export interface ArchiveReport {
  log(code: ArchiveCode, fields?: ArchiveFields): void;
  countBatch(counts: ArchiveCounts): void;
  countFault(): void;
}

export function awsArchiveReport(logger: Logger, metrics: Metrics): ArchiveReport {
  return {
    log(code, { kind, ...fields } = {}) {
      logger[LOG_LEVELS[code]](code, { ...fields, ...(kind !== undefined && { fault: kind }) });
    },
    countBatch({ archived, altered, retried, failed }) {
      metrics.addMetric('ItemsArchived', MetricUnit.Count, archived);
      metrics.addMetric('ItemsRetried', MetricUnit.Count, retried);
      metrics.addMetric('ItemsFailed', MetricUnit.Count, failed);
      metrics.addMetric('LedgerAltered', MetricUnit.Count, altered);
    },
    countFault() {
      metrics.addMetric('BatchesFailed', MetricUnit.Count, 1);
    },
  };
}
