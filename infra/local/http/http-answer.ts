/** What API Gateway sends to the caller for what a function returned: payload format 2.0. */
import * as z from 'zod';
import type { InvocationResult } from '../functions.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

/** An answer of API Gateway's own. */
export function gatewayAnswer(status: number, message: string, headers: Record<string, string> = {}): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    cookies: [],
    body: Buffer.from(JSON.stringify({ message })),
  };
}

const headerValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const structured = z.object({
  statusCode: z.int().min(100).max(599),
  headers: z.record(z.string(), headerValue).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

export function httpAnswer(result: InvocationResult): HttpAnswer {
  if (result.kind === 'failed') return FAILURES[result.why];
  const { answer } = result;
  if (typeof answer !== 'object' || answer === null || !('statusCode' in answer)) {
    // Without a status the whole answer is the body of a success.
    const body = typeof answer === 'string' ? answer : JSON.stringify(answer);
    return { status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body: Buffer.from(body) };
  }
  const parsed = structured.safeParse(answer);
  if (!parsed.success) return FAILURES.threw;
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    status: statusCode,
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...Object.fromEntries(named) },
    cookies,
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
}

const INTERNAL = gatewayAnswer(500, 'Internal Server Error');
const FAILURES = {
  threw: INTERNAL,
  crashed: INTERNAL,
  'timed-out': gatewayAnswer(503, 'Service Unavailable'),
} as const;
