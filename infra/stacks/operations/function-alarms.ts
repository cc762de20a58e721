/** Alarms on functions: each fails, is refused, or says itself that something went wrong; those on a schedule did not run. */
import { Duration } from 'aws-cdk-lib';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { BundledFunction } from '../../constructs/bundled-function.ts';
import { METRICS_NAMESPACE } from '../../constructs/metrics.ts';
import type { Scheduled } from '../../constructs/scheduled.ts';
import type { Sentence } from '../../constructs/sentence.ts';
import type { AddAlarm, StandingAlarmProps } from '../../constructs/standing-alarm.ts';

export interface WatchedFunction {
  readonly name: string;
  readonly watched: BundledFunction;
  readonly impact: Sentence;
  /** Page for its own failures; the page of functions in general where it is not set. */
  readonly runbook?: string;
}

const ERROR_LINES = 'ErrorLines';

export function addFunctionAlarms(scope: Construct, alarm: AddAlarm, functions: readonly WatchedFunction[]): void {
  const perMinute = { period: Duration.minutes(1), statistic: 'Sum' };
  for (const { name, watched, impact, runbook = 'function-errors' } of functions) {
    alarm(`${name}Errors`, {
      what: 'The function fails as a whole.',
      impact,
      firstStep: 'If it was released within the hour, roll it back.',
      runbook,
      threshold: 1,
      ...errorsOf(watched),
    });
    alarm(`${name}Throttles`, {
      what: "The function is refused for want of the account's concurrency.",
      impact,
      firstStep: 'See what else in the account runs side by side.',
      runbook: 'throttles',
      metric: watched.function.metricThrottles(perMinute),
      threshold: 1,
      periods: 5,
    });
    if (watched.isSilent) continue;
    const errorLines = new MetricFilter(scope, `${name}${ERROR_LINES}`, {
      logGroup: watched.logGroup,
      filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
      metricNamespace: METRICS_NAMESPACE,
      metricName: `${ERROR_LINES}-${watched.folder}`,
      metricValue: '1',
    });
    alarm(`${name}Logs`, {
      what: 'The function says in its log that something went wrong which it cannot mend.',
      impact,
      firstStep: 'Read code, fault and place of the lines of level ERROR.',
      runbook,
      metric: errorLines.metric({ statistic: 'Sum', period: Duration.minutes(5) }),
      threshold: 1,
      periods: 1,
    });
  }
}

/** What is called at set times fails once and is tried again minutes later; what has traffic may fail once without harm. */
function errorsOf({
  calledBy,
  function: watched,
}: BundledFunction): Pick<StandingAlarmProps, 'metric' | 'periods' | 'outOf'> {
  const every = (period: Duration) => watched.metricErrors({ period, statistic: 'Sum' });
  if (calledBy === 'schedule') return { metric: every(Duration.minutes(5)), periods: 1 };
  return { metric: every(Duration.minutes(1)), periods: 3, outOf: 15 };
}

export interface WatchedSchedule {
  readonly name: string;
  readonly scheduled: Scheduled;
  readonly runbook: string;
}

const HOUR = Duration.hours(1);

export function addScheduleAlarms(alarm: AddAlarm, schedules: readonly WatchedSchedule[]): void {
  for (const { name, scheduled, runbook } of schedules) {
    const { called, segments, missedAfter, failureMeans } = scheduled.props;
    alarm(`${name}Missed`, {
      what: `The function was not called for ${missedAfter.toHours()} hours${segments === undefined ? '' : ', or not for every segment'}.`,
      impact: failureMeans,
      firstStep: 'See whether its rule is enabled and may call it.',
      runbook,
      metric: called.function.metricInvocations({ period: HOUR, statistic: 'Sum' }),
      // All segments at one time, so that one that is left out is not hidden by the others.
      threshold: segments ?? 1,
      periods: missedAfter.toHours(),
      when: 'less-than',
      missingIsBad: true,
    });
  }
}
