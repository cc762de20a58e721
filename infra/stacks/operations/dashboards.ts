/** Two dashboards: one for the docket and the people who work on it, one for what runs. */
import { Duration, Stack } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, SingleValueWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { LiveLane } from '../../../shared/flag/flag.ts';
import { functionMetric } from '../../constructs/metrics.ts';
import type { PipelineStack } from '../pipeline-stack.ts';
import type { ReviewStack } from '../review-stack.ts';
import type { WatchedFunction } from './function-alarms.ts';

const HOUR = Duration.hours(1);
const WIDTH = 12;
const LANES: readonly LiveLane[] = ['own-motion', 'supervisor', 'needs-facts', 'triage'];

const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: WIDTH });

/** Dashboards belong to an account, not to a region of it. */
const nameOf = (scope: Construct, name: string) => `own-motion-${name}-${Stack.of(scope).region}`;

export function addDocketDashboard(scope: Construct): Dashboard {
  const classify = (name: string) => functionMetric({ service: 'classify-update', name, period: HOUR });
  const byLane = (service: string, name: string, statistic: 'Sum' | 'Maximum') =>
    LANES.map((lane) => functionMetric({ service, name, statistic, period: HOUR, dimensions: { lane } }));
  return new Dashboard(scope, 'Docket', {
    dashboardName: nameOf(scope, 'docket'),
    widgets: [
      [
        graph(
          'Updates an hour',
          classify('UpdatesAccepted'),
          classify('UpdatesDuplicate'),
          classify('UpdatesRejected'),
        ),
        graph('Cases classified', classify('CasesClassified'), classify('CasesUndetermined')),
      ],
      [
        graph('Flags raised', ...byLane('classify-update', 'FlagsRaised', 'Sum')),
        graph('Flags withdrawn', ...byLane('classify-update', 'FlagsWithdrawn', 'Sum')),
      ],
      [
        graph('Flags that wait', ...byLane('watch-queues', 'FlagsWaiting', 'Maximum')),
        graph('Days that the oldest has waited', ...byLane('watch-queues', 'OldestUnreviewedDays', 'Maximum')),
      ],
      [
        graph('Cases drawn again', functionMetric({ service: 'reclassify', name: 'CasesReclassified', period: HOUR })),
        new SingleValueWidget({
          title: 'Cases whose day has come',
          width: WIDTH,
          metrics: [functionMetric({ service: 'find-due', name: 'CasesDue', period: Duration.days(1) })],
        }),
      ],
    ],
  });
}

export function addResourceDashboard(
  scope: Construct,
  { updates, reclassify, announce, archive }: PipelineStack,
  { httpApi }: ReviewStack,
  functions: readonly WatchedFunction[],
): Dashboard {
  const queues = [updates, reclassify];
  const streams = [announce, archive];
  const all = functions.map(({ watched }) => watched.function);
  return new Dashboard(scope, 'Resources', {
    dashboardName: nameOf(scope, 'resources'),
    widgets: [
      [
        graph('Age of the oldest message', ...queues.map(({ queue }) => queue.metricApproximateAgeOfOldestMessage())),
        graph(
          'Messages that wait, dead letters among them',
          ...queues.flatMap(({ queue, deadLetterQueue }) => [
            queue.metricApproximateNumberOfMessagesVisible(),
            deadLetterQueue.metricApproximateNumberOfMessagesVisible(),
          ]),
        ),
      ],
      [
        graph('Errors', ...all.map((each) => each.metricErrors())),
        graph('Throttles', ...all.map((each) => each.metricThrottles())),
      ],
      [
        graph('Duration, 99th percentile', ...all.map((each) => each.metricDuration({ statistic: 'p99' }))),
        graph(
          'How far behind the stream',
          ...streams.map(({ props }) => props.consumer.function.metric('IteratorAge', { statistic: 'Maximum' })),
        ),
      ],
      [
        graph('Requests', httpApi.metricCount(), httpApi.metricClientError(), httpApi.metricServerError()),
        graph('Latency of the API, 99th percentile', httpApi.metricLatency({ statistic: 'p99' })),
      ],
    ],
  });
}
