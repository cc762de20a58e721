/**
 * Moves traffic to a new version of a function in steps, and back at the first error of that version. Its alarm watches the new version
 * alone: one that is red for the old one does not keep out what mends it.
 */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Alias, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { aliasable } from './with-role.ts';

export interface ReleaseProps {
  readonly released: LambdaFunction;
}

const LIVE = 'live';

export class Release extends Construct {
  readonly alias: Alias;

  constructor(scope: Construct, id: string, { released }: ReleaseProps) {
    super(scope, id);
    const version = released.currentVersion;
    // The version before must be there to go back to.
    version.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.alias = new Alias(this, 'Live', { aliasName: LIVE, version: aliasable(version) });
    const alarm = new Alarm(this, 'Alarm', {
      alarmDescription:
        'The version that is being released fails. ' +
        'Impact: the part of the traffic that has reached it, until it is rolled back, which begins with this alarm. ' +
        'First step: see that the alias points to the version before. Runbook: docs/runbooks/deployment.md.',
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Errors',
        dimensionsMap: {
          FunctionName: released.functionName,
          Resource: `${released.functionName}:${LIVE}`,
          ExecutedVersion: version.version,
        },
        statistic: 'Sum',
        period: Duration.minutes(1),
      }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    acknowledge(
      alarm,
      'Its action is the rollback, which the deployment group takes; people are told by the standing alarms.',
      'NIST.800.53.R5::NIST.800.53.R5-CloudWatchAlarmAction',
      'cdk-validator-cfnguard::cloudwatch_alarm_action_check',
    );
    const group = new LambdaDeploymentGroup(this, 'Group', {
      alias: this.alias,
      deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      alarms: [alarm],
    });
    acknowledge(
      group,
      'AWS keeps what CodeDeploy needs to move an alias in this policy, and changes it with the service.',
      'AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]',
    );
    // The alarm must know the new version before the first of the traffic reaches it.
    this.alias.node.addDependency(alarm);
  }
}
