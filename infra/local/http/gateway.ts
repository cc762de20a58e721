/** The HTTP API of a local run: takes requests on loopback, checks tokens, calls the functions behind the routes. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { RunningFunction } from '../functions.ts';
import type { PlannedApi, PlannedAuthorizer, PlannedRoute } from './api-plan.ts';
import { isLoopbackHost } from './host.ts';
import { gatewayAnswer, type HttpAnswer, httpAnswer } from './http-answer.ts';
import { httpEvent, type IncomingRequest } from './http-event.ts';
import { closeServer, listenOnLoopback, type WantedPort } from './listen.ts';
import { type MatchRoute, routeMatcher } from './route-match.ts';
import { sideBySide } from './side-by-side.ts';
import { type CheckToken, type TokenClaims, tokenChecker } from './token.ts';

export interface Gateway {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export interface GatewayParts {
  readonly api: PlannedApi;
  readonly functions: ReadonlyMap<string, RunningFunction>;
  readonly port: WantedPort;
  readonly now: () => Date;
  /** Told of what a person should see: a request that a function had no answer for. */
  readonly log: (line: string) => void;
}

/** What API Gateway takes; the functions have limits of their own. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;
/** Each is a thread with the whole bundle in it: a page that loads a dozen files must not start a dozen. */
const SIDE_BY_SIDE = 3;

export async function openGateway({ api, functions, port, now, log }: GatewayParts): Promise<Gateway> {
  const match = routeMatcher(api.routes);
  const turns = new Map([...functions.keys()].map((name) => [name, sideBySide(SIDE_BY_SIDE)]));
  const checkers = new Map<PlannedAuthorizer, CheckToken>();
  const answerTo = async (request: IncomingRequest): Promise<HttpAnswer> => {
    const matched = matchOf(match, request);
    if (matched === 'malformed') return gatewayAnswer(400, 'Bad Request');
    if (matched === undefined) return gatewayAnswer(404, 'Not Found');
    const { route, pathParameters } = matched;
    let claims: TokenClaims | undefined;
    if (route.authorizer !== undefined) {
      const check = checkers.get(route.authorizer) ?? tokenChecker(route.authorizer, now);
      checkers.set(route.authorizer, check);
      const checked = await check(request.headers.find(([name]) => name === 'authorization')?.[1]);
      if (checked.kind === 'invalid') return unauthorized(checked.why);
      claims = checked.claims;
    }
    const callee = functions.get(route.functionName);
    const inTurn = turns.get(route.functionName);
    if (callee === undefined || inTurn === undefined) throw new Error(`${route.key} leads to no function that runs`);
    const requestId = randomUUID();
    const event = httpEvent({
      request,
      routeKey: route.key,
      pathParameters,
      claims,
      apiId: api.id,
      requestId,
      at: now(),
    });
    const result = await inTurn(() => callee.invoke(event));
    if (result.kind === 'failed') log(`${route.key}: the function ${result.why}`);
    const answer = httpAnswer(result);
    return { ...answer, headers: { ...answer.headers, 'apigw-requestid': requestId } };
  };

  const server = createServer((incoming, response) => {
    serve(incoming, response, answerTo).catch((error: unknown) => {
      log(`a request could not be answered: ${error instanceof Error ? error.message : 'no error'}`);
      response.destroy();
    });
  });
  return { origin: await listenOnLoopback(server, port), close: () => closeServer(server) };
}

function matchOf(match: MatchRoute<PlannedRoute>, { method, path }: IncomingRequest) {
  try {
    return match(method, path);
  } catch (error) {
    if (error instanceof URIError) return 'malformed';
    throw error;
  }
}

function unauthorized(why: string): HttpAnswer {
  const challenge =
    why === 'there is no token' ? 'Bearer' : `Bearer scope="" error="invalid_token" error_description="${why}"`;
  return gatewayAnswer(401, 'Unauthorized', { 'www-authenticate': challenge });
}

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  answerTo: (request: IncomingRequest) => Promise<HttpAnswer>,
): Promise<void> {
  const answer = await answerOf(incoming, answerTo);
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(answer.cookies.length > 0 && { 'set-cookie': [...answer.cookies] }),
    'content-length': String(answer.body.length),
  });
  response.end(answer.body);
}

async function answerOf(
  incoming: IncomingMessage,
  answerTo: (request: IncomingRequest) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  if (!isLoopbackHost(incoming.headers.host)) return gatewayAnswer(421, 'Misdirected Request');
  const body = await readBody(incoming);
  return body === undefined ? gatewayAnswer(413, 'Request Too Long') : answerTo(requestOf(incoming, body));
}

function requestOf(incoming: IncomingMessage, body: Buffer): IncomingRequest {
  const [path = '/', ...query] = (incoming.url ?? '/').split('?');
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return {
    method: incoming.method ?? 'GET',
    path,
    query: query.join('?'),
    headers,
    body,
    protocol: `HTTP/${incoming.httpVersion}`,
    sourceIp: incoming.socket.remoteAddress ?? '',
  };
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    const buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > MAX_BODY_BYTES) return undefined;
    chunks.push(buffer);
  }
  return Buffer.concat(chunks);
}
