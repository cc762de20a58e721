/** What announce says: codes of a closed list, and counts. Beside `report.ts`, under its allow-list. */
import type { Logger } from '@aws-lambda-powertools/logger';
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { FlagEventType } from '../../events/flag-events.ts';
import type { Fault } from '../fault.ts';

const LOG_LEVELS = {
  /** A batch of the stream is done, but for those records that come again. */
  ANNOUNCE_DONE: 'info',
  /** Work on a batch broke off as a whole. */
  ANNOUNCE_FAULT: 'error',
  /** A case waits until its records come again. */
  EVENT_RETRIED: 'warn',
  /** The bus, or the table, will not have it. */
  EVENT_FAILED: 'error',
  /** A head that is not as this program writes it. */
  IMAGE_REFUSED: 'error',
  /** The head of a case is gone: nothing of this program removes one. */
  HEAD_REMOVED: 'error',
} as const;

export type AnnounceCode = keyof typeof LOG_LEVELS;

export interface AnnounceCounts {
  /** Events that the bus took. */
  readonly sent: number;
  /** Changes of heads of which there is nothing to tell. */
  readonly silent: number;
  readonly retried: number;
  readonly failed: number;
}

export interface AnnounceFields extends Partial<Fault> {
  /** The stream's own number of a record. */
  messageId?: string;
  outcomes?: AnnounceCounts;
}

export interface AnnounceReport {
  log(code: AnnounceCode, fields?: AnnounceFields): void;
  countEvent(type: FlagEventType): void;
  countBatch(counts: AnnounceCounts): void;
  countFault(): void;
}

export function awsAnnounceReport(logger: Logger, metrics: Metrics): AnnounceReport {
  return {
    log(code, { kind, ...fields } = {}) {
      logger[LOG_LEVELS[code]](code, { ...fields, ...(kind !== undefined && { fault: kind }) });
    },
    countEvent(type) {
      metrics.singleMetric().addDimension('type', type).addMetric('FlagsAnnounced', MetricUnit.Count, 1);
    },
    countBatch({ sent, retried, failed }) {
      metrics.addMetric('EventsSent', MetricUnit.Count, sent);
      metrics.addMetric('EventsRetried', MetricUnit.Count, retried);
      metrics.addMetric('EventsFailed', MetricUnit.Count, failed);
    },
    countFault() {
      metrics.addMetric('BatchesFailed', MetricUnit.Count, 1);
    },
  };
}
