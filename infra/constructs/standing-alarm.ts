/**
 * An alarm that watches the running program and never hinders a release. It cannot be built without saying whom its failure
 * reaches, what to do first, and which page to open.
 */
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Sentence } from './sentence.ts';

export interface AlarmText {
  /** What is so. */
  readonly what: Sentence;
  /** Whom it reaches. */
  readonly impact: Sentence;
  readonly firstStep: Sentence;
  /** Page under `docs/runbooks/`, without its ending. */
  readonly runbook: string;
}

export interface StandingAlarmProps extends AlarmText {
  readonly metric: IMetric;
  readonly threshold: number;
  /** How many periods of the metric: in a row, or of the last `outOf`. */
  readonly periods: number;
  readonly outOf?: number;
  /** At or above the threshold unless it says otherwise. */
  readonly when?: 'at-least' | 'more-than' | 'less-than' | 'at-most';
  /** What it means when the metric says nothing: nothing, unless it says otherwise. */
  readonly missingIsBad?: boolean;
}

const operators = {
  'at-least': ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  'more-than': ComparisonOperator.GREATER_THAN_THRESHOLD,
  'less-than': ComparisonOperator.LESS_THAN_THRESHOLD,
  'at-most': ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD,
};

export function describeAlarm({ what, impact, firstStep, runbook }: AlarmText): string {
  return `${what} Impact: ${impact} First step: ${firstStep} Runbook: docs/runbooks/${runbook}.md.`;
}

/** Tells nobody by itself: for what sounds only together with another. */
export function silentAlarm(scope: Construct, id: string, props: StandingAlarmProps): Alarm {
  const { metric, threshold, periods, outOf = periods, when = 'at-least', missingIsBad = false } = props;
  return new Alarm(scope, `${id}Alarm`, {
    alarmDescription: describeAlarm(props),
    metric,
    threshold,
    evaluationPeriods: outOf,
    datapointsToAlarm: periods,
    comparisonOperator: operators[when],
    treatMissingData: missingIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
}

export type AddAlarm = (id: string, props: StandingAlarmProps) => Alarm;

/** Alarms that tell whoever listens to the topic, when they begin and when they end. */
export function alarmsTo(scope: Construct, topic: ITopic): AddAlarm {
  return (id, props) => {
    const alarm = silentAlarm(scope, id, props);
    const action = new SnsAction(topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    return alarm;
  };
}
