/** What the functions that reclassify say: codes of a closed list, and counts. Beside `report.ts`, under its allow-list. */
import type { Logger } from '@aws-lambda-powertools/logger';
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Fault } from '../fault.ts';
import { awsReport, type Report } from '../report.ts';

const LOG_LEVELS = {
  /** A batch is done; its cases are counted. */
  RECLASSIFY_DONE: 'info',
  /** Work on a batch, or on the search for what is due, broke off as a whole. */
  RECLASSIFY_FAULT: 'error',
  /** A message that asks for nothing this program knows. */
  REQUEST_REFUSED: 'error',
  /** A message for another instrument than the one that is deployed: it waits, and ends among the dead letters. */
  REQUEST_OTHER_POLICY: 'error',
  CASE_RETRIED: 'warn',
  CASE_FAILED: 'error',
  /** The cases that have come due are sent, or as many as there was time for. */
  DUE_SENT: 'info',
  DUE_LEFT_OVER: 'warn',
} as const;

export type ReclassifyCode = keyof typeof LOG_LEVELS;

/**
 * - `changed`: written, for the answer, the flag, the place or the next day of change is another.
 * - `unchanged`: already as it should be, perhaps because an update came first.
 * - `absent`: there is no such head.
 * - `waiting`: answered under another policy, and nobody has approved this one for it.
 */
export type CaseOutcome = 'changed' | 'unchanged' | 'absent' | 'waiting' | 'retried' | 'failed';

export type CaseCounts = Readonly<Record<CaseOutcome, number>>;

export interface ReclassifyFields extends Partial<Fault> {
  /** The queue's own id of a message. */
  messageId?: string;
  tries?: number;
  outcomes?: CaseCounts | { readonly sent: number };
}

export interface ReclassifyReport extends Pick<Report, 'countFlag' | 'countFault'> {
  log(code: ReclassifyCode, fields?: ReclassifyFields): void;
  countCases(counts: CaseCounts): void;
  /** @param isAll false when there was no time for the rest */
  countDue(sent: number, isAll: boolean): void;
}

const CASE_METRICS = {
  changed: 'CasesReclassified',
  unchanged: 'CasesUnchanged',
  absent: 'CasesAbsent',
  waiting: 'CasesWaitingForApproval',
  retried: 'CasesRetried',
  failed: 'CasesFailed',
} as const satisfies Record<CaseOutcome, string>;

export function awsReclassifyReport(logger: Logger, metrics: Metrics): ReclassifyReport {
  const report = awsReport(logger, metrics);
  return {
    countFlag: (change, lane) => report.countFlag(change, lane),
    countFault: () => report.countFault(),
    log(code, { kind, ...fields } = {}) {
      logger[LOG_LEVELS[code]](code, { ...fields, ...(kind !== undefined && { fault: kind }) });
    },
    countCases(counts) {
      metrics.addMetric(CASE_METRICS.changed, MetricUnit.Count, counts.changed);
      metrics.addMetric(CASE_METRICS.unchanged, MetricUnit.Count, counts.unchanged);
      metrics.addMetric(CASE_METRICS.absent, MetricUnit.Count, counts.absent);
      metrics.addMetric(CASE_METRICS.waiting, MetricUnit.Count, counts.waiting);
      metrics.addMetric(CASE_METRICS.retried, MetricUnit.Count, counts.retried);
      metrics.addMetric(CASE_METRICS.failed, MetricUnit.Count, counts.failed);
    },
    countDue(sent, isAll) {
      metrics.addMetric('CasesDue', MetricUnit.Count, sent);
      metrics.addMetric('DueLeftOver', MetricUnit.Count, isAll ? 0 : 1);
    },
  };
}
