/**
 * Moves traffic to a new version of a function in steps, and back at the first error of that version. Its alarms watch the new version
 * alone: one that is red for the old one does not keep out what mends it.
 */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Alias, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ShadowCode } from '../../functions/classify-update/shadow-report.ts';
import type { FaultKind } from '../../functions/fault.ts';
import { acknowledge } from './acknowledge.ts';
import { METRICS_NAMESPACE } from './metrics.ts';
import type { Sentence } from './sentence.ts';
import { aliasable } from './with-role.ts';

export interface ReleaseProps {
  readonly released: LambdaFunction;
  /** Where the function says what it caught; undefined where it catches nothing. */
  readonly lines: { readonly logGroup: LogGroup; readonly folder: string } | undefined;
}

const LIVE = 'live';
/**
 * Of the faults that a function catches and logs, those that a version can bring with it. One update too many for a case is
 * `too-large` under every version, and the others pass.
 */
const OF_A_VERSION = ['program', 'set-up', 'refused', 'corrupt-item'] as const satisfies readonly FaultKind[];
/** Says so of what is tried beside the docket and changes nothing in it. */
const HARMLESS = 'SHADOW_FAILED' satisfies ShadowCode;

export class Release extends Construct {
  readonly alias: Alias;

  constructor(scope: Construct, id: string, { released, lines }: ReleaseProps) {
    super(scope, id);
    const version = released.currentVersion;
    // The version before must be there to go back to.
    version.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.alias = new Alias(this, 'Live', { aliasName: LIVE, version: aliasable(version) });
    const errors = new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'Errors',
      dimensionsMap: {
        FunctionName: released.functionName,
        Resource: `${released.functionName}:${LIVE}`,
        ExecutedVersion: version.version,
      },
    });
    const alarms = [this.addAlarm('Alarm', 'The version that is being released fails.', errors)];
    if (lines !== undefined) {
      const faults = this.faultLines(lines).metric({ dimensionsMap: { version: version.version } });
      alarms.push(this.addAlarm('Faults', 'The version that is being released says in its log that it fails.', faults));
    }
    const group = new LambdaDeploymentGroup(this, 'Group', {
      alias: this.alias,
      deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      alarms,
    });
    acknowledge(
      group,
      'AWS keeps what CodeDeploy needs to move an alias in this policy, and changes it with the service.',
      'AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]',
    );
    // The alarms must know the new version before the first of the traffic reaches it.
    this.alias.node.addDependency(...alarms);
  }

  /** What a batch or a request ends with is no error of Lambda's, so it is counted where it is said. */
  private faultLines({ logGroup, folder }: NonNullable<ReleaseProps['lines']>): MetricFilter {
    return new MetricFilter(this, 'FaultLines', {
      logGroup,
      filterPattern: FilterPattern.all(
        FilterPattern.stringValue('$.level', '=', 'ERROR'),
        FilterPattern.stringValue('$.code', '!=', HARMLESS),
        // A field that is a dimension must stand in the pattern.
        FilterPattern.stringValue('$.version', '=', '*'),
        FilterPattern.any(...OF_A_VERSION.map((kind) => FilterPattern.stringValue('$.fault', '=', kind))),
      ),
      metricNamespace: METRICS_NAMESPACE,
      metricName: `VersionFaults-${folder}`,
      metricValue: '1',
      dimensions: { version: '$.version' },
    });
  }

  private addAlarm(id: string, what: Sentence, metric: Metric): Alarm {
    const alarm = new Alarm(this, id, {
      alarmDescription:
        `${what} Impact: the part of the traffic that has reached it, until it is rolled back, which begins with this alarm. ` +
        'First step: see that the alias points to the version before. Runbook: docs/runbooks/deployment.md.',
      metric: metric.with({ statistic: 'Sum', period: Duration.minutes(1) }),
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
    return alarm;
  }
}
