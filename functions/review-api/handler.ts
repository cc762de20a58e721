/** Lambda entry: the reviewers' API behind an HTTP API with a JWT authorizer. Wiring only. */
import { Logger } from '@aws-lambda-powertools/logger';
// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { once } from '../once.ts';
import { AccessLogFormatter, accessLog } from './access-log.ts';
import { type HttpResponse, reviewAppOnceReady } from './app.ts';
import { makeReady } from './deps.ts';
import { parseEnv } from './env.ts';

const logger = new Logger({ logFormatter: new AccessLogFormatter() });
const ready = once(async () => makeReady(parseEnv(process.env)));

export const handler = middy<APIGatewayProxyEventV2WithJWTAuthorizer, HttpResponse>()
  .before(({ context }) => logger.addContext(context))
  .handler(reviewAppOnceReady(ready, accessLog(logger)));
