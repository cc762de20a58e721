/** A request as API Gateway hands it to a function: HTTP API, payload format 2.0. */
import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { LOCAL_ACCOUNT } from '../loopback.ts';
import type { TokenClaims } from './token.ts';

export interface IncomingRequest {
  readonly method: string;
  /** As it was sent, percent-encoded and without the query. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** Name and value in the order they came, a name as often as it was sent. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  readonly protocol: string;
  readonly sourceIp: string;
}

export interface EventParts {
  readonly request: IncomingRequest;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly claims: TokenClaims | undefined;
  readonly apiId: string;
  readonly requestId: string;
  readonly at: Date;
}

export type HttpEvent = APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer;

/** Bodies of these kinds go to the function as text, all others as base64. */
const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|javascript)\b|application\/x-www-form-urlencoded\b)/i;

export function httpEvent({ request, routeKey, pathParameters, claims, apiId, requestId, at }: EventParts): HttpEvent {
  const { method, path, query, body } = request;
  const headers = joined(request.headers.filter(([name]) => name.toLowerCase() !== 'cookie'));
  const cookies = request.headers
    .filter(([name]) => name.toLowerCase() === 'cookie')
    .flatMap(([, value]) => value.split('; '));
  const queryStringParameters = joined([...new URLSearchParams(query)]);
  const isText = headers['content-type'] === undefined || TEXT.test(headers['content-type']);
  // HTTP APIs hand the path on decoded, unlike what else calls functions.
  const rawPath = decodeURIComponent(path);
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(query !== '' && { queryStringParameters }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters: { ...pathParameters } }),
    requestContext: {
      accountId: LOCAL_ACCOUNT,
      apiId,
      ...(claims !== undefined && { authorizer: authorizerOf(claims) }),
      domainName: headers.host ?? '',
      domainPrefix: headers.host?.split('.', 1)[0] ?? '',
      http: {
        method,
        path: rawPath,
        protocol: request.protocol,
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey,
      stage: '$default',
      time: clfTime(at),
      timeEpoch: at.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

function authorizerOf(claims: TokenClaims) {
  return { principalId: '', integrationLatency: 0, jwt: { claims: { ...claims }, scopes: [] } };
}

/** Names in lower case; what came several times stands once, with commas. */
function joined(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of pairs) {
    const known = found.get(name);
    found.set(name, known === undefined ? value : `${known},${value}`);
  }
  return Object.fromEntries(found);
}

/** `15/Jun/2021:14:03:00 +0000` */
function clfTime(at: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(at.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
