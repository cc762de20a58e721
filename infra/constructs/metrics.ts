/** What the functions call their metrics: one namespace, and the dimension by which Powertools tells a function. */
import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';

export const METRICS_NAMESPACE = 'OwnMotion';

export interface FunctionMetric {
  /** Folder of the function. */
  readonly service: string;
  readonly name: string;
  readonly statistic?: 'Sum' | 'Maximum';
  readonly period?: Duration;
  readonly dimensions?: Readonly<Record<string, string>>;
}

export function functionMetric({ service, name, statistic, period, dimensions }: FunctionMetric): Metric {
  return new Metric({
    namespace: METRICS_NAMESPACE,
    metricName: name,
    dimensionsMap: { service, ...dimensions },
    statistic: statistic ?? 'Sum',
    period: period ?? Duration.minutes(5),
  });
}
