/**
 * The whole API as one function from a request of API Gateway to a response. Every answer passes its route's schema
 * before it leaves, every request leaves one line in the access log, and nothing thrown gets past here.
 */
// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent } from 'aws-lambda';
import * as z from 'zod';
import { routes } from '../../shared/review/api/routes.ts';
import { isTransient } from '../../shared/store/errors.ts';
import { type Fault, faultOf, OperatorError } from '../fault.ts';
import type { AccessLog } from './access-log.ts';
import { isCaseKey } from './case-key.ts';
import { type Answer, NOT_FOUND, type ReviewDeps } from './endpoint.ts';
import { ENDPOINTS } from './endpoints.ts';
import type { Mounted } from './mounted.ts';
import { NO_ABORT, NO_CONTEXT } from './no-context.ts';
import { badRequest, type HttpRequest, hasOnly, readBody, readHttpEvent } from './request.ts';
import { type HttpResponse, respond } from './respond.ts';
import { securityHeaders } from './security-headers.ts';
import { type ClaimNames, DEFAULT_CLAIM_NAMES, viewerOf } from './viewer-of.ts';

export type { HttpResponse } from './respond.ts';

export type ReviewApp = (event: HttpEvent) => Promise<HttpResponse>;

export interface Ready {
  readonly deps: ReviewDeps;
  readonly claimNames: ClaimNames;
}

interface Outcome {
  readonly answer: Answer;
  readonly actor?: string;
  readonly fault?: Fault;
}

const keyOfAnswer = z.object({ key: z.string() });

/** The case that a request was about, by its key. */
function caseKeyOf(path: Readonly<Record<string, string>>, answer: Answer): string | undefined {
  const shown = answer.kind === 'ok' ? keyOfAnswer.safeParse(answer.body).data?.key : undefined;
  return [path.key, shown].find(isCaseKey);
}

/** @throws {OperatorError} naming where the answer is not what the route promises */
function checked({ name }: Mounted, answer: Answer): Answer {
  const { answer: schema } = routes[name];
  if (answer.kind !== 'ok' || schema === undefined) return answer;
  const parsed = schema.safeParse(answer.body);
  if (parsed.success) return { kind: 'ok', body: z.looseObject({}).parse(parsed.data) };
  const place = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new OperatorError(`the answer of ${name} does not fit its schema at ${place === '' ? '$' : place}`);
}

async function ask(
  ready: () => Promise<Ready>,
  mounted: Mounted,
  { claims, query, body }: HttpRequest,
  path: Readonly<Record<string, string>>,
): Promise<Outcome> {
  let actor: string | undefined;
  const outcome = (answer: Answer, fault?: Fault): Outcome => ({
    answer,
    ...(actor !== undefined && { actor }),
    ...(fault && { fault }),
  });
  try {
    const { deps, claimNames } = await ready();
    if (claims === undefined) return outcome({ kind: 'problem', code: 'not-signed-in' });
    const viewer = viewerOf(claims, claimNames);
    if (viewer === undefined) return outcome({ kind: 'problem', code: 'not-allowed' });
    actor = viewer.id;
    const { method, query: known = [] } = routes[mounted.name];
    if (!hasOnly(query, known)) return outcome(badRequest('query'));
    const read = readBody(method === 'GET' ? new Uint8Array() : body);
    if (read.kind === 'bad') return outcome(read.answer);
    const answer = await mounted.answer(deps, { viewer, path, query, body: read.value });
    return outcome(checked(mounted, answer));
  } catch (error) {
    return outcome({ kind: 'problem', code: isTransient(error) ? 'try-again' : 'failed' }, faultOf(error));
  }
}

/** @param ready resolves to what the API works with; a failure is the answer `failed` and is tried again next time */
export function reviewAppOnceReady(ready: () => Promise<Ready>, log: AccessLog): ReviewApp {
  function finish(
    name: Mounted['name'] | 'unknown',
    request: HttpRequest,
    path: Readonly<Record<string, string>>,
    { answer, actor, fault }: Outcome,
  ): HttpResponse {
    const response = respond(answer);
    const caseKey = caseKeyOf(path, answer);
    log({
      route: name,
      status: response.statusCode,
      outcome: answer.kind === 'problem' ? answer.code : 'ok',
      ...(actor !== undefined && { actor }),
      ...(caseKey !== undefined && { caseKey }),
      request: request.id,
      ...(fault && { fault: fault.kind, place: fault.place }),
    });
    return response;
  }

  const route = httpRouter<HttpEvent, HttpResponse>({
    routes: ENDPOINTS.map((mounted) => ({
      method: routes[mounted.name].method,
      path: routes[mounted.name].path,
      handler: async (event: HttpEvent) => {
        const request = readHttpEvent(event);
        const path = z.record(z.string(), z.string()).parse(event.pathParameters);
        return finish(mounted.name, request, path, await ask(ready, mounted, request, path));
      },
    })),
    notFoundResponse: () => undefined,
  });

  const app = middy<HttpEvent, HttpResponse>({ timeoutEarlyInMillis: 0 })
    .use(httpSecurityHeaders(securityHeaders))
    .handler(async (event) => {
      const request = readHttpEvent(event);
      // The router's own reading of the path counts, whatever API Gateway made of it.
      const found = await route({ ...event, pathParameters: {} }, NO_CONTEXT, NO_ABORT);
      return found ?? finish('unknown', request, {}, { answer: NOT_FOUND });
    });
  return (event) => app(event, NO_CONTEXT);
}

export function reviewApp(deps: ReviewDeps, log: AccessLog, claimNames: ClaimNames = DEFAULT_CLAIM_NAMES): ReviewApp {
  return reviewAppOnceReady(async () => ({ deps, claimNames }), log);
}
