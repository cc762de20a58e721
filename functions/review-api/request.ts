/**
 * A request as API Gateway hands it on (HTTP API, payload 2.0), read strictly: what does not fit is a bad request that
 * names places and never a word of what was sent.
 */
import * as z from 'zod';
import { findTextFaults } from '../../events/text-faults.ts';
import type { Answer } from './endpoint.ts';

/** Largest body, in bytes. The longest reason fits several times. */
export const BODY_MAX_BYTES = 64 * 1024;

/** Deepest body: a finding may be an object of a few levels. */
const BODY_MAX_DEPTH = 16;

/** Enough to mend a client by. */
const MAX_PATHS = 20;

const WHOLE = '$';

const httpEvent = z.object({
  version: z.literal('2.0'),
  requestContext: z.object({
    requestId: z.string().max(200),
    http: z.object({ method: z.string(), path: z.string() }),
    authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) }).optional(),
  }),
  queryStringParameters: z.record(z.string(), z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().optional(),
});

export interface HttpRequest {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Of a token that was verified; undefined where none was asked for. */
  readonly claims: Readonly<Record<string, unknown>> | undefined;
  readonly query: Readonly<Record<string, string>>;
  /** As it came. */
  readonly body: Uint8Array;
}

/** Thrown for an invocation that did not come from an HTTP API; it names no content. */
class NotAnHttpEvent extends Error {
  override name = 'NotAnHttpEvent';
  constructor() {
    super('the event is not a request of an HTTP API');
  }
}

/** @throws {NotAnHttpEvent} */
export function readHttpEvent(event: unknown): HttpRequest {
  const parsed = httpEvent.safeParse(event);
  if (!parsed.success) throw new NotAnHttpEvent();
  const { requestContext, queryStringParameters, body, isBase64Encoded } = parsed.data;
  const { requestId, http, authorizer } = requestContext;
  return {
    id: requestId,
    ...http,
    claims: authorizer?.jwt.claims,
    query: queryStringParameters ?? {},
    body: Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}

export function badRequest(...paths: string[]): Answer {
  return { kind: 'problem', code: 'bad-request', detail: { paths: [...new Set(paths)].sort().slice(0, MAX_PATHS) } };
}

/** @param issues of one of our schemas, in which every key of a path is our own */
export function badRequestOf(issues: readonly z.core.$ZodIssue[], prefix: readonly string[] = []): Answer {
  return badRequest(...issues.map(({ path }) => [...prefix, ...path.map(String)].join('.') || WHOLE));
}

function isDeeperThan(value: unknown, depth: number): boolean {
  let level: unknown[] = [value];
  for (let i = 0; level.length > 0; i++) {
    if (i > depth) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

export type ReadBody =
  | { readonly kind: 'body'; readonly value: unknown }
  | { readonly kind: 'bad'; readonly answer: Answer };

/** No body at all stands for an object without members. */
export function readBody(bytes: Uint8Array): ReadBody {
  const bad: ReadBody = { kind: 'bad', answer: badRequest(WHOLE) };
  if (bytes.length === 0) return { kind: 'body', value: {} };
  if (bytes.length > BODY_MAX_BYTES) return bad;
  try {
    // A byte-order mark is no JSON: it is kept, so that JSON.parse refuses it.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return findTextFaults(text).length > 0 || isDeeperThan(value, BODY_MAX_DEPTH) ? bad : { kind: 'body', value };
  } catch {
    return bad;
  }
}

/** Every name must be one that the route knows. */
export function hasOnly(query: Readonly<Record<string, string>>, known: readonly string[]): boolean {
  return Object.keys(query).every((name) => known.includes(name));
}
