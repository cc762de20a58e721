/** What sweep says: codes of a closed list, and counts. Beside `report.ts`, under its allow-list. */
import type { Logger } from '@aws-lambda-powertools/logger';
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Swept } from '../../shared/announce/sweep.ts';
import type { Fault } from '../fault.ts';

const LOG_LEVELS = {
  SWEEP_DONE: 'info',
  /** There was no time for the rest of the segment: it needs more segments. */
  SWEEP_LEFT_OVER: 'error',
  /** The bus did not take all that was behind; the next sweep tries again. */
  CASES_LEFT_UNTOLD: 'error',
  SWEEP_FAULT: 'error',
} as const;

export type SweepCode = keyof typeof LOG_LEVELS;

export interface SweepFields extends Partial<Fault> {
  outcomes?: Swept;
}

export interface SweepReport {
  log(code: SweepCode, fields?: SweepFields): void;
  countSwept(swept: Swept): void;
}

export function awsSweepReport(logger: Logger, metrics: Metrics): SweepReport {
  return {
    log(code, { kind, ...fields } = {}) {
      logger[LOG_LEVELS[code]](code, { ...fields, ...(kind !== undefined && { fault: kind }) });
    },
    countSwept({ cases, untold, told, misplaced, unreadable }) {
      metrics.addMetric('CasesSwept', MetricUnit.Count, cases);
      metrics.addMetric('CasesUntold', MetricUnit.Count, untold);
      metrics.addMetric('CasesToldLate', MetricUnit.Count, told);
      metrics.addMetric('CasesMisplaced', MetricUnit.Count, misplaced);
      metrics.addMetric('HeadsUnreadable', MetricUnit.Count, unreadable);
    },
  };
}
