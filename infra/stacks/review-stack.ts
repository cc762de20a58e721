/** What reviewers use: the page, its API, the HTTP API that both are reached by, and where that is asked for, their user pool. */
import { CfnOutput, type CfnOutputProps, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { BundledFunction, type FunctionLogs } from '../constructs/bundled-function.ts';
import { logsKey } from '../constructs/keys.ts';
import { retentionOf } from '../constructs/log-retention.ts';
import { ReviewHttpApi } from '../constructs/review-http-api.ts';
import { ReviewerPool } from '../constructs/reviewer-pool.ts';
import { type SignIn, signInAt } from '../constructs/sign-in.ts';
import type { Environment } from '../environment.ts';
import type { DataStack } from './data-stack.ts';
import type { PipelineStack } from './pipeline-stack.ts';

export interface ReviewStackProps extends StackProps {
  readonly data: DataStack;
  readonly pipeline: PipelineStack;
  readonly environment: Environment;
  /** Folder of the built page. */
  readonly pageFolder: string;
}

/** What the functions of this stack are made with. */
interface Parts {
  readonly props: ReviewStackProps;
  readonly logs: FunctionLogs;
  readonly signIn: SignIn;
}

export class ReviewStack extends Stack {
  readonly api: BundledFunction;
  readonly page: BundledFunction;
  readonly httpApi: HttpApi;
  /** Undefined where reviewers sign in at an issuer of the agency's own. */
  tokenClaims: BundledFunction | undefined;

  constructor(scope: Construct, id: string, props: ReviewStackProps) {
    super(scope, id, props);
    const logs = { key: logsKey(this, 'ReviewLogsKey'), days: retentionOf(props.environment) };
    const http = new ReviewHttpApi(this, 'Http', { logs });
    const signIn = this.signIn(props.environment, http.pageUrl, logs);
    this.api = this.apiFunction({ props, logs, signIn });
    this.page = this.pageFunction({ props, logs, signIn });
    http.serve({ api: this.api.live, page: this.page.live, signIn });
    this.httpApi = http.httpApi;

    this.addOutput('PageUrl', {
      value: http.httpApi.apiEndpoint,
      description: 'Where reviewers open the page; the issuer must know it as a place to come back to.',
    });
  }

  private addOutput(name: string, shown: CfnOutputProps): CfnOutput {
    return new CfnOutput(this, name, shown);
  }

  private signIn({ signIn, region, fipsEndpoints }: Environment, pageUrl: string, logs: FunctionLogs): SignIn {
    if (signIn.kind === 'issuer') return signInAt(signIn);
    const tokenClaims = new BundledFunction(this, 'TokenClaims', {
      folder: 'token-claims',
      description: 'Puts role, offices and access of a reviewer into the token that the user pool issues.',
      logs,
      fipsEndpoints,
      calledBy: 'user-pool',
      isSilent: true,
      // The user pool waits for five seconds.
      timeout: Duration.seconds(5),
      memoryMb: 256,
      environment: {},
    });
    const reviewers = new ReviewerPool(this, 'Reviewers', {
      domainPrefix: signIn.domainPrefix,
      region,
      pageUrl,
      tokenClaims: tokenClaims.function,
    });
    this.tokenClaims = tokenClaims;
    this.addOutput('UserPoolId', {
      value: reviewers.pool.userPoolId,
      description: 'Where an administrator adds reviewers and says what they may see.',
    });
    return reviewers.signIn;
  }

  private apiFunction({ props: { data, pipeline, environment }, logs, signIn }: Parts): BundledFunction {
    const { asOf, handlingBanner } = environment;
    const api = new BundledFunction(this, 'ReviewApi', {
      folder: 'review-api',
      description: 'Shows flagged cases to reviewers and records what they decide.',
      logs,
      fipsEndpoints: environment.fipsEndpoints,
      calledBy: 'http-api',
      timeout: Duration.seconds(20),
      memoryMb: 1024,
      environment: {
        CASE_TABLE_NAME: data.cases.table.tableName,
        CASE_KEY_SECRET_ID: data.caseKey.secret.secretArn,
        UPDATES_QUEUE_URL: pipeline.updates.urlForSenders(environment.fipsEndpoints),
        INSTRUMENT_ID: environment.instrument,
        QUEUE_SHARDS: String(environment.queueShards),
        OFFICES: environment.offices.join(','),
        CLAIM_LEASE_MINUTES: String(environment.leaseMinutes),
        ROLE_CLAIM: signIn.roleClaim,
        OFFICES_CLAIM: signIn.officesClaim,
        PROTECTED_CLAIM: signIn.protectedClaim,
        ...(asOf === undefined ? {} : { AS_OF: asOf }),
        ...(handlingBanner === undefined ? {} : { HANDLING_BANNER: handlingBanner }),
        POWERTOOLS_SERVICE_NAME: 'review-api',
      },
    });
    data.cases.allowReviewing(api.function);
    data.caseKey.allowReading(api.function);
    pipeline.updates.allowSending(api.function);
    return api;
  }

  private pageFunction({ props: { environment, pageFolder }, logs, signIn }: Parts): BundledFunction {
    return new BundledFunction(this, 'ReviewPage', {
      folder: 'review-page',
      description: "Serves the reviewers' page, which is packed with it.",
      logs,
      fipsEndpoints: environment.fipsEndpoints,
      calledBy: 'http-api',
      isSilent: true,
      timeout: Duration.seconds(10),
      memoryMb: 512,
      packed: { folder: pageFolder, as: 'page' },
      environment: {
        ISSUER: signIn.issuer,
        CLIENT_ID: signIn.clientId,
        SCOPE: signIn.scope,
        ...(signIn.origins.length === 0 ? {} : { SIGN_IN_ORIGINS: signIn.origins.join(' ') }),
      },
    });
  }
}
