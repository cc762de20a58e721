/** What people who run the program look at and are told by: standing alarms, the topic they speak to, dashboards. */
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { OperatorsTopic } from '../constructs/operators-topic.ts';
import { type AddAlarm, alarmsTo } from '../constructs/standing-alarm.ts';
import type { Environment } from '../environment.ts';
import type { DataStack } from './data-stack.ts';
import { addDocketDashboard, addResourceDashboard } from './operations/dashboards.ts';
import { addQueueAlarms, addStreamAlarms, addTableAlarms } from './operations/data-alarms.ts';
import { addDocketAlarms, addSilentFeedAlarm } from './operations/docket-alarms.ts';
import { addFunctionAlarms, addScheduleAlarms, type WatchedFunction } from './operations/function-alarms.ts';
import type { PipelineStack } from './pipeline-stack.ts';
import type { ReviewStack } from './review-stack.ts';

export interface OperationsStackProps extends StackProps {
  readonly data: DataStack;
  readonly pipeline: PipelineStack;
  readonly review: ReviewStack;
  readonly environment: Environment;
}

export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, props: OperationsStackProps) {
    super(scope, id, props);
    const { data, pipeline, review, environment } = props;
    const { topic } = new OperatorsTopic(this, 'Operators', { addresses: environment.alarms.addresses });
    const alarm = alarmsTo(this, topic);

    addQueueAlarms(alarm, 'DocketUpdates', pipeline.updates);
    addQueueAlarms(alarm, 'ReclassifyCases', pipeline.reclassify);
    addStreamAlarms(alarm, 'FlagsAnnounced', pipeline.announce);
    addStreamAlarms(alarm, 'ItemsArchived', pipeline.archive);
    addTableAlarms(alarm, data);
    const functions = [...pipelineFunctions(pipeline), ...reviewFunctions(review)];
    addFunctionAlarms(this, alarm, functions);
    addScheduleAlarms(alarm, [
      { name: 'FindDue', scheduled: pipeline.findDue, runbook: 'days-not-passed' },
      { name: 'WatchQueues', scheduled: pipeline.watchQueues, runbook: 'queues-unwatched' },
      { name: 'Seal', scheduled: pipeline.seal, runbook: 'seals' },
      { name: 'Sweep', scheduled: pipeline.sweep, runbook: 'stream-failures' },
    ]);
    addServerErrors(alarm, review);
    addDocketAlarms(alarm, environment);
    addSilentFeedAlarm(this, topic, environment);

    addDocketDashboard(this);
    addResourceDashboard(this, pipeline, review, functions);
  }
}

const REVIEW = {
  impact: 'Attorneys cannot see or decide their cases, and nothing of a case is lost.',
  runbook: 'review-unavailable',
} as const;

function pipelineFunctions(pipeline: PipelineStack): WatchedFunction[] {
  const { updates, reclassify, announce, archive, findDue, watchQueues, seal, sweep } = pipeline;
  const of = (name: string, { consumer, failureMeans }: (typeof updates | typeof announce)['props']) => ({
    name,
    watched: consumer,
    impact: failureMeans,
  });
  const at = (name: string, { called, failureMeans }: (typeof findDue)['props'], runbook: string) => ({
    name,
    watched: called,
    impact: failureMeans,
    runbook,
  });
  return [
    of('ClassifyUpdate', updates.props),
    of('Reclassify', reclassify.props),
    of('Announce', announce.props),
    of('Archive', archive.props),
    at('FindDue', findDue.props, 'days-not-passed'),
    at('WatchQueues', watchQueues.props, 'queues-unwatched'),
    at('Seal', seal.props, 'seals'),
    at('Sweep', sweep.props, 'function-errors'),
  ];
}

function reviewFunctions({ api, page, tokenClaims }: ReviewStack): WatchedFunction[] {
  return [
    { name: 'ReviewApi', watched: api, ...REVIEW },
    { name: 'ReviewPage', watched: page, ...REVIEW },
    ...(tokenClaims === undefined ? [] : [{ name: 'TokenClaims', watched: tokenClaims, ...REVIEW }]),
  ];
}

function addServerErrors(alarm: AddAlarm, { httpApi }: ReviewStack): void {
  alarm('ServerErrors', {
    what: 'Requests end with a fault of ours.',
    impact: REVIEW.impact,
    firstStep: 'If it was released within the hour, roll it back; else open the page and see how far it comes.',
    runbook: REVIEW.runbook,
    metric: httpApi.metricServerError({ period: Duration.minutes(1), statistic: 'Sum' }),
    threshold: 1,
    periods: 3,
    outOf: 15,
  });
}
