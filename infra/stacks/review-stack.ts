/** What reviewers use: the page, its API, and the HTTP API that both are reached by. */
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { BundledFunction } from '../constructs/bundled-function.ts';
import { logsKey } from '../constructs/keys.ts';
import { ReviewHttpApi } from '../constructs/review-http-api.ts';
import type { Sentence } from '../constructs/sentence.ts';
import type { Settings } from '../settings.ts';
import type { PipelineStack } from './pipeline-stack.ts';

export interface ReviewStackProps extends StackProps {
  readonly pipeline: PipelineStack;
  readonly settings: Settings;
  /** Folder of the built page. */
  readonly pageFolder: string;
}

export class ReviewStack extends Stack {
  readonly pageUrl: CfnOutput;

  constructor(scope: Construct, id: string, props: ReviewStackProps) {
    super(scope, id, props);
    const { issuer, clientId, audience = clientId } = props.settings;
    const key = logsKey(this, 'ReviewLogsKey');
    const api = this.apiFunction(props, key);
    const page = this.pageFunction(props, key);
    const { httpApi } = new ReviewHttpApi(this, 'Http', { api, page, issuer, audience, logsKey: key });

    this.watch('ApiErrors', 'The API fails with no answer of its own.', api.metricErrors(perMinute));
    this.watch('ApiThrottles', 'The API is refused for want of concurrency.', api.metricThrottles(perMinute));
    this.watch('PageErrors', 'The page is not served to whoever asks for it.', page.metricErrors(perMinute));
    this.watch('ServerErrors', 'Requests end with a fault of ours.', httpApi.metricServerError(perMinute));
    this.pageUrl = new CfnOutput(this, 'PageUrl', {
      value: httpApi.apiEndpoint,
      description: 'Where reviewers open the page; the issuer must know it as a place to come back to.',
    });
  }

  private apiFunction({ pipeline, settings }: ReviewStackProps, key: IKey): LambdaFunction {
    const { asOf, handlingBanner } = settings;
    const { function: api } = new BundledFunction(this, 'ReviewApi', {
      folder: 'review-api',
      description: 'Shows flagged cases to reviewers and records what they decide.',
      logsKey: key,
      timeout: Duration.seconds(20),
      memoryMb: 1024,
      environment: {
        CASE_TABLE_NAME: pipeline.cases.table.tableName,
        CASE_KEY_SECRET_ID: pipeline.caseKey.secret.secretArn,
        UPDATES_QUEUE_URL: pipeline.updates.queue.queueUrl,
        INSTRUMENT_ID: settings.instrument,
        QUEUE_SHARDS: String(settings.queueShards),
        OFFICES: settings.offices.join(','),
        CLAIM_LEASE_MINUTES: String(settings.leaseMinutes),
        ROLE_CLAIM: settings.roleClaim,
        OFFICES_CLAIM: settings.officesClaim,
        PROTECTED_CLAIM: settings.protectedClaim,
        ...(asOf === undefined ? {} : { AS_OF: asOf }),
        ...(handlingBanner === undefined ? {} : { HANDLING_BANNER: handlingBanner }),
        POWERTOOLS_SERVICE_NAME: 'review-api',
      },
    });
    pipeline.cases.allowReviewing(api);
    pipeline.caseKey.allowReading(api);
    pipeline.updates.allowSending(api);
    return api;
  }

  private pageFunction({ settings, pageFolder }: ReviewStackProps, key: IKey): LambdaFunction {
    const { signInOrigins } = settings;
    return new BundledFunction(this, 'ReviewPage', {
      folder: 'review-page',
      description: "Serves the reviewers' page, which is packed with it.",
      logsKey: key,
      timeout: Duration.seconds(10),
      memoryMb: 512,
      packed: { folder: pageFolder, as: 'page' },
      environment: {
        ISSUER: settings.issuer,
        CLIENT_ID: settings.clientId,
        SCOPE: settings.scope,
        ...(signInOrigins.length === 0 ? {} : { SIGN_IN_ORIGINS: signInOrigins.join(' ') }),
      },
    }).function;
  }

  private watch(id: string, what: Sentence, metric: IMetric): Alarm {
    return new Alarm(this, `${id}Alarm`, {
      alarmDescription: `${what} Attorneys cannot see or decide their cases; nothing of a case is lost.`,
      metric,
      threshold: 1,
      evaluationPeriods: 3,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}

const perMinute = { period: Duration.minutes(1), statistic: 'Sum' };
