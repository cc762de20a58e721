/**
 * Calls a function at set times. Whether it ran, and to its end, is watched from outside, for what is not called says nothing; so
 * it cannot be built without the sentence that says what its failure means.
 */
import type { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, type Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { BundledFunction } from './bundled-function.ts';
import type { Sentence } from './sentence.ts';

export interface ScheduledProps {
  readonly called: BundledFunction;
  readonly description: Sentence;
  readonly schedule: Schedule;
  /** In how many segments it is called, each by itself; where not set, once and for all. */
  readonly segments?: number;
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
    const { segments, description, schedule } = props;
    if (segments === undefined) {
      this.call('Rule', description, schedule);
    } else {
      // A rule has room for five targets, so each segment has a rule.
      for (let segment = 0; segment < segments; segment += 1) {
        this.call(`Rule${segment}`, description, schedule, RuleTargetInput.fromObject({ segment, of: segments }));
      }
    }
  }

  private call(id: string, description: string, schedule: Schedule, event?: RuleTargetInput): void {
    const rule = new Rule(this, id, { description, schedule });
    const target = new FunctionTarget(this.props.called.live, {
      retryAttempts: RETRIES,
      ...(event !== undefined && { event }),
    });
    rule.addTarget(target);
    acknowledge(
      rule,
      'A call that is not delivered holds nothing: that it was missed sounds an alarm, and the next does its work.',
      'Serverless::Serverless-EventBusDLQ',
    );
  }
}
