/** What the watch over the queues says: sums and ages by lane, all offices together, and codes of a closed list. */
import type { Logger } from '@aws-lambda-powertools/logger';
import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { LiveLane } from '../../shared/flag/flag.ts';
import type { Fault } from '../fault.ts';

const LOG_LEVELS = {
  /** Every queue was looked through, but for those counted as unread. */
  WATCH_DONE: 'info',
  /** Some queue of a lane could not be read to its end: what is said of the lane is the least that is true. */
  QUEUE_UNREAD: 'error',
  /** The watch broke off as a whole. */
  WATCH_FAULT: 'error',
} as const;

export type WatchCode = keyof typeof LOG_LEVELS;

export interface WatchFields extends Partial<Fault> {
  outcomes?: { readonly read: number; readonly unread: number };
}

export interface WatchedLane {
  /** Flags that nobody has decided and that do not rest; undefined when some queue of the lane was not read. */
  readonly waiting: number | undefined;
  /** Whole days that the one that has waited longest has waited; 0 when none waits. */
  readonly oldestDays: number;
}

export interface WatchReport {
  log(code: WatchCode, fields?: WatchFields): void;
  /** Whether docket systems are expected to send in this hour. */
  countHour(isWorking: boolean): void;
  countLane(lane: LiveLane, watched: WatchedLane): void;
  /** @param unread queues that were not read to their end */
  countAll(oldestDays: number, unread: number): void;
}

// Metrics of CloudWatch know no days.
const DAYS = MetricUnit.Count;

export function awsWatchReport(logger: Logger, metrics: Metrics): WatchReport {
  const ofLane = (lane: LiveLane) => metrics.singleMetric().addDimension('lane', lane);
  return {
    log(code, { kind, ...fields } = {}) {
      logger[LOG_LEVELS[code]](code, { ...fields, ...(kind !== undefined && { fault: kind }) });
    },
    countHour(isWorking) {
      metrics.addMetric('WorkingHours', MetricUnit.Count, isWorking ? 1 : 0);
    },
    countLane(lane, { waiting, oldestDays }) {
      if (waiting !== undefined) ofLane(lane).addMetric('FlagsWaiting', MetricUnit.Count, waiting);
      ofLane(lane).addMetric('OldestUnreviewedDays', DAYS, oldestDays);
    },
    countAll(oldestDays, unread) {
      metrics.addMetric('OldestUnreviewedDays', DAYS, oldestDays);
      metrics.addMetric('QueuesUnread', MetricUnit.Count, unread);
    },
  };
}
