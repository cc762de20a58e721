/** What seal says: codes of a closed list, and counts. Beside `report.ts`, under its allow-list. */
import type { Logger } from '@aws-lambda-powertools/logger';
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Fault } from '../fault.ts';

const LOG_LEVELS = {
  SEAL_DONE: 'info',
  /** A head that is not as this program writes it is in no seal. */
  HEADS_UNREADABLE: 'error',
  /** There is no seal of the segment for this hour. */
  SEAL_FAULT: 'error',
} as const;

export type SealCode = keyof typeof LOG_LEVELS;

export interface SealCounts {
  readonly sealed: number;
  readonly unreadable: number;
}

export interface SealFields extends Partial<Fault> {
  outcomes?: SealCounts;
}

export interface SealReport {
  log(code: SealCode, fields?: SealFields): void;
  countSeal(counts: SealCounts): void;
}

export function awsSealReport(logger: Logger, metrics: Metrics): SealReport {
  return {
    log(code, { kind, ...fields } = {}) {
      logger[LOG_LEVELS[code]](code, { ...fields, ...(kind !== undefined && { fault: kind }) });
    },
    countSeal({ sealed, unreadable }) {
      metrics.addMetric('SealsMade', MetricUnit.Count, 1);
      metrics.addMetric('HeadsSealed', MetricUnit.Count, sealed);
      metrics.addMetric('HeadsUnreadable', MetricUnit.Count, unreadable);
    },
  };
}
