/**
 * Calls a function at set times. Whether it ran, and to its end, is watched from outside, for what is not called says nothing; so
 * it cannot be built without the sentence that says what its failure means.
 */
import type { Duration } from 'aws-cdk-lib';
import { Rule, type Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Sentence } from './sentence.ts';

export interface ScheduledProps {
  readonly called: LambdaFunction;
  readonly description: Sentence;
  readonly schedule: Schedule;
  /** Without a call for so long, an alarm sounds: longer than from one to the next. */
  readonly missedAfter: Duration;
  readonly failureMeans: Sentence;
}

/** The next time comes, and finds what this one has left. */
const RETRIES = 2;

export class Scheduled extends Construct {
  readonly props: ScheduledProps;

  constructor(scope: Construct, id: string, props: ScheduledProps) {
    super(scope, id);
    this.props = props;
    const rule = new Rule(this, 'Rule', { description: props.description, schedule: props.schedule });
    rule.addTarget(new FunctionTarget(props.called, { retryAttempts: RETRIES }));
  }
}
