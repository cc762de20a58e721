/** What API Gateway does before the API and the page: verifies the token, tells routes apart, hands on payload 2.0. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { ReviewApp } from '../../../functions/review-api/app.ts';
import { answerPage, type Page } from '../../../functions/review-page/answer-page.ts';
import type { Issuer } from './issuer.ts';
import { type Answered, readBody } from './serve.ts';

const API = '/v1/';

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])));
}

export interface ApiRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers?: Record<string, string>;
  /** Claims as the authorizer hands them on: text, whatever they were. */
  readonly claims: Record<string, unknown>;
  readonly body: string;
}

export function eventOf({
  method,
  url,
  headers = {},
  claims,
  body,
}: ApiRequest): APIGatewayProxyEventV2WithJWTAuthorizer {
  const texts = Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, String(value)]));
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    ...(url.search !== '' && { queryStringParameters: Object.fromEntries(url.searchParams) }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'stand',
      authorizer: { principalId: '', integrationLatency: 0, jwt: { claims: texts, scopes: [] } },
      domainName: url.host,
      domainPrefix: '',
      http: { method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    ...(body !== '' && { body }),
    isBase64Encoded: false,
  };
}

export interface GatewayParts {
  readonly app: ReviewApp;
  readonly page: () => Page;
  readonly issuer: Issuer;
}

export function gateway({ app, page, issuer }: GatewayParts) {
  return async (request: IncomingMessage, url: URL): Promise<Answered> => {
    if (!url.pathname.startsWith(API)) {
      const { statusCode, headers, body, isBase64Encoded } = answerPage(page(), {
        path: url.pathname,
        headers: headersOf(request),
      });
      return { statusCode, headers, body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') };
    }
    const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    const claims = await issuer.verify(token);
    if (claims === undefined) {
      return { statusCode: 401, headers: { 'content-type': 'application/json' }, body: '{"message":"Unauthorized"}' };
    }
    const { method = 'GET' } = request;
    return app(eventOf({ method, url, headers: headersOf(request), claims, body: await readBody(request) }));
  };
}
