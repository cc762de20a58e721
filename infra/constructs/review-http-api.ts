/**
 * The HTTP API that reviewers reach the program by: one origin with the page, open to whoever asks, and the API, every
 * route of which wants a token.
 */
import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { routes } from '../../shared/review/api/routes.ts';
import { acknowledge } from './acknowledge.ts';
import type { FunctionLogs } from './bundled-function.ts';
import type { SignIn } from './sign-in.ts';

export interface ReviewHttpApiProps {
  readonly logs: FunctionLogs;
}

export interface Served {
  readonly api: IFunction;
  readonly page: IFunction;
  readonly signIn: SignIn;
}

/** Far above what an agency's reviewers ask for; what is beyond it is a fault or an attack. */
const REQUESTS_PER_SECOND = 200;
const BURST = 400;

/**
 * Ids, the route as it stands in the template, and how it ended. No path, which may hold the keyed hash of a case, no query,
 * no address, no claim; who asked for which case is in the log of the function.
 */
const accessLogFields = {
  requestId: '$context.requestId',
  functionRequestId: '$context.integration.requestId',
  requestTime: '$context.requestTime',
  routeKey: '$context.routeKey',
  status: '$context.status',
  integrationStatus: '$context.integration.status',
  latencyMs: '$context.responseLatency',
} as const;

export class ReviewHttpApi extends Construct {
  readonly httpApi: HttpApi;
  readonly stage: HttpStage;
  /** Where reviewers open the page, with the slash at its end. */
  readonly pageUrl: string;

  constructor(scope: Construct, id: string, { logs }: ReviewHttpApiProps) {
    super(scope, id);
    this.httpApi = new HttpApi(this, 'HttpApi', {
      apiName: 'own-motion-review',
      description: "The reviewers' page and its API.",
      createDefaultStage: false,
    });
    acknowledge(
      this.httpApi,
      'The permission names this API as its source, in parts that the rule does not put together.',
      'cdk-validator-cfnguard::lambda_function_public_access_prohibited_check',
    );
    this.pageUrl = `${this.httpApi.apiEndpoint}/`;
    this.stage = this.addStage(logs);
  }

  /** After the API is there: who signs people in must know its address, and what it serves must know who that is. */
  serve({ api, page, signIn }: Served): void {
    const authorizer = new HttpJwtAuthorizer('Reviewers', signIn.issuer, { jwtAudience: [signIn.audience] });
    const known = Object.values(routes).map(({ method, path }) => `${method} ${path}`);
    // What is under the API's path and no route of it must never be taken for a page, so it goes to the API too.
    const unknown = ['GET', 'POST'].map((method) => `${method} /v1/{proxy+}`);
    this.addRoutes('Api', api, [...known, ...unknown], authorizer);
    this.addRoutes('Page', page, ['GET /', 'GET /{proxy+}'], new HttpNoneAuthorizer());
  }

  private addRoutes(id: string, handler: IFunction, keys: string[], authorizer: IHttpRouteAuthorizer): void {
    const integration = new HttpLambdaIntegration(id, handler, { scopePermissionToRoute: false });
    for (const key of keys) {
      const [method, path = ''] = key.split(' ');
      const added = this.httpApi.addRoutes({
        path,
        methods: [method === 'POST' ? HttpMethod.POST : HttpMethod.GET],
        integration,
        authorizer,
      });
      if (!(authorizer instanceof HttpNoneAuthorizer)) continue;
      for (const route of added) {
        acknowledge(
          route,
          'The page is open to whoever asks: signing in begins with it, and it holds nothing of a case.',
          'AwsSolutions::AwsSolutions-APIG4',
          'cdk-validator-cfnguard::api_gw_v2_authorization_type_configured_check',
        );
      }
    }
  }

  private addStage({ key, days }: FunctionLogs): HttpStage {
    const logGroup = new LogGroup(this, 'AccessLog', {
      encryptionKey: key,
      retention: days,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    return new HttpStage(this, 'Stage', {
      httpApi: this.httpApi,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: REQUESTS_PER_SECOND, burstLimit: BURST },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
  }
}
