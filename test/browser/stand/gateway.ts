/** The HTTP API before page and API, as the local run has it, with the functions in this process. */
import type { APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent } from 'aws-lambda';
import type { ReviewApp } from '../../../functions/review-api/app.ts';
import { answerPage, type Page } from '../../../functions/review-page/answer-page.ts';
import type { RunningFunction } from '../../../infra/local/functions.ts';
import type { PlannedApi } from '../../../infra/local/http/api-plan.ts';
import { type Gateway, openGateway } from '../../../infra/local/http/gateway.ts';
import { routes } from '../../../shared/review/api/routes.ts';
import type { Clock } from './clock.ts';

const API = 'review-api';
const PAGE = 'review-page';

export interface GatewaySettings {
  readonly app: ReviewApp;
  readonly page: Page;
  readonly issuer: string;
  readonly audience: string;
  readonly clock: Clock;
  readonly onFault: (fault: unknown) => void;
}

/** What the gateway has made is what the functions' own types say; in the deployed app nothing checks that either. */
function inProcess(answer: (event: HttpEvent) => object | Promise<object>): RunningFunction {
  return {
    invoke: async (event) => ({ kind: 'returned', answer: await answer(event as HttpEvent) }),
    close: async () => {},
  };
}

export function openStandGateway({ app, page, issuer, audience, clock, onFault }: GatewaySettings): Promise<Gateway> {
  const guard = { issuer, audience: [audience] };
  const api: PlannedApi = {
    id: 'stand',
    routes: [
      ...Object.values(routes).map(({ method, path }) => ({
        key: `${method} ${path}`,
        functionName: API,
        authorizer: guard,
      })),
      ...['GET /', 'GET /{proxy+}'].map((key) => ({ key, functionName: PAGE, authorizer: undefined })),
    ],
  };
  return openGateway({
    api,
    functions: new Map([
      [API, inProcess(app)],
      [PAGE, inProcess(({ rawPath, headers }) => answerPage(page, { path: rawPath, headers }))],
    ]),
    port: { port: 0, orAnother: true },
    now: () => new Date(clock.millis()),
    log: onFault,
  });
}
