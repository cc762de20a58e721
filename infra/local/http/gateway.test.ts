import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InvocationResult, RunningFunction } from '../functions.ts';
import type { PlannedApi } from './api-plan.ts';
import { type Gateway, openGateway } from './gateway.ts';

const authorizer = { issuer: 'http://127.0.0.1:1', audience: ['own-motion'] };
const api: PlannedApi = {
  id: 'api',
  routes: [
    { key: 'GET /v1/cases/{key}', functionName: 'api', authorizer },
    { key: 'GET /{proxy+}', functionName: 'page', authorizer: undefined },
    { key: 'POST /{proxy+}', functionName: 'page', authorizer: undefined },
  ],
};

let gateway: Gateway;
const said: string[] = [];
let called: unknown[] = [];
let result: InvocationResult = { kind: 'failed', why: 'threw' };

beforeAll(async () => {
  const callee = (name: string): RunningFunction => ({
    invoke: async (event) => {
      called.push({ name, event });
      return result;
    },
    close: async () => {},
  });
  const functions = new Map(['api', 'page'].map((name) => [name, callee(name)]));
  const port = { port: 0, orAnother: true };
  gateway = await openGateway({ api, functions, port, now: () => new Date(0), log: (line) => said.push(line) });
});
afterAll(() => gateway.close());

async function ask(path: string, init: RequestInit = {}) {
  called = [];
  const response = await fetch(gateway.origin + path, init);
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

test('a route that wants a token calls nothing without one', async () => {
  const { status, headers, bytes } = await ask('/v1/cases/k');
  expect({ status, body: bytes.toString(), challenge: headers.get('www-authenticate') }).toEqual({
    status: 401,
    body: '{"message":"Unauthorized"}',
    challenge: 'Bearer',
  });
  expect(called).toEqual([]);
});

test('what a function answers reaches the caller, bytes as bytes', async () => {
  const body = Buffer.from([0, 255, 128]).toString('base64');
  result = {
    kind: 'returned',
    answer: { statusCode: 200, headers: { 'x-own': 'a' }, cookies: ['c=1'], body, isBase64Encoded: true },
  };
  const { status, headers, bytes } = await ask('/assets/a%20b?x=1');
  expect({ status, own: headers.get('x-own'), cookie: headers.get('set-cookie'), bytes: [...bytes] }).toEqual({
    status: 200,
    own: 'a',
    cookie: 'c=1',
    bytes: [0, 255, 128],
  });
  expect(called).toEqual([
    {
      name: 'page',
      event: expect.objectContaining({
        rawPath: '/assets/a b',
        rawQueryString: 'x=1',
        pathParameters: { proxy: 'assets/a b' },
      }),
    },
  ]);
  expect(headers.get('apigw-requestid')).toMatch(/^[\w-]{36}$/);
});

test('a function that fails is a fault of ours, and a person is told which', async () => {
  result = { kind: 'failed', why: 'timed-out' };
  const { status, bytes } = await ask('/anything');
  expect({ status, body: bytes.toString() }).toEqual({ status: 503, body: '{"message":"Service Unavailable"}' });
  expect(said).toContain('GET /{proxy+}: the function timed-out');
});

test.each([
  { name: 'no route takes', path: '/anything', method: 'PUT', status: 404, body: '{"message":"Not Found"}' },
  { name: 'is not percent-encoded', path: '/%ff', method: 'GET', status: 400, body: '{"message":"Bad Request"}' },
])('a request that $name ends with $status', async ({ path, method, status, body }) => {
  const answer = await ask(path, { method });
  expect({ status: answer.status, body: answer.bytes.toString() }).toEqual({ status, body });
  expect(called).toEqual([]);
});

test('a body past the limit reaches no function', async () => {
  const { status } = await ask('/anything', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
  expect(status).toBe(413);
  expect(called).toEqual([]);
});

test('a page elsewhere that gave its name this address is not answered', async () => {
  const status = await new Promise((resolve) => {
    request(gateway.origin, { headers: { host: 'elsewhere.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });
  expect(status).toBe(421);
});
