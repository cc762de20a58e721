import { expect, test } from 'vitest';
import { httpEvent, type IncomingRequest } from './http-event.ts';

const request: IncomingRequest = {
  method: 'POST',
  path: '/v1/cases/k%201/decision',
  query: 'a=1&b=x%20y&a=2',
  headers: [
    ['host', '127.0.0.1:8021'],
    ['content-type', 'application/json'],
    ['x-twice', 'one'],
    ['x-twice', 'two'],
    ['cookie', 'a=1; b=2'],
    ['user-agent', 'test'],
  ],
  body: Buffer.from('{"name":"Inés"}'),
  protocol: 'HTTP/1.1',
  sourceIp: '127.0.0.1',
};
const parts = {
  request,
  routeKey: 'POST /v1/cases/{key}/decision',
  pathParameters: { key: 'k 1' },
  claims: { sub: 'p1', own_motion_offices: '[HOU NYC]' },
  apiId: 'api',
  requestId: 'request',
  at: new Date('2021-06-15T14:03:00Z'),
};

test('a request reaches the function as API Gateway hands it on', () => {
  expect(httpEvent(parts)).toEqual({
    version: '2.0',
    routeKey: 'POST /v1/cases/{key}/decision',
    rawPath: '/v1/cases/k 1/decision',
    rawQueryString: 'a=1&b=x%20y&a=2',
    cookies: ['a=1', 'b=2'],
    headers: {
      host: '127.0.0.1:8021',
      'content-type': 'application/json',
      'x-twice': 'one,two',
      'user-agent': 'test',
    },
    queryStringParameters: { a: '1,2', b: 'x y' },
    pathParameters: { key: 'k 1' },
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      authorizer: {
        principalId: '',
        integrationLatency: 0,
        jwt: { claims: { sub: 'p1', own_motion_offices: '[HOU NYC]' }, scopes: [] },
      },
      domainName: '127.0.0.1:8021',
      domainPrefix: '127',
      http: {
        method: 'POST',
        path: '/v1/cases/k 1/decision',
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: 'test',
      },
      requestId: 'request',
      routeKey: 'POST /v1/cases/{key}/decision',
      stage: '$default',
      time: '15/Jun/2021:14:03:00 +0000',
      timeEpoch: 1_623_765_780_000,
    },
    body: '{"name":"Inés"}',
    isBase64Encoded: false,
  });
});

test('what was not sent is not there', () => {
  const plain = httpEvent({
    ...parts,
    request: { ...request, query: '', headers: [], body: Buffer.alloc(0) },
    pathParameters: {},
    claims: undefined,
  });
  for (const absent of ['body', 'cookies', 'pathParameters', 'queryStringParameters']) {
    expect(plain).not.toHaveProperty(absent);
  }
  expect(plain.requestContext).not.toHaveProperty('authorizer');
  expect(plain.isBase64Encoded).toBe(false);
});

test.each([
  { type: 'application/json', isText: true },
  { type: 'application/problem+json; charset=utf-8', isText: true },
  { type: 'text/csv', isText: true },
  { type: undefined, isText: true },
  { type: 'application/octet-stream', isText: false },
  { type: 'image/png', isText: false },
])('a body of type $type is text: $isText', ({ type, isText }) => {
  const headers = type === undefined ? [] : [['content-type', type] as const];
  const event = httpEvent({ ...parts, request: { ...request, headers, body: Buffer.from('ab') } });
  expect(event).toMatchObject({ body: isText ? 'ab' : 'YWI=', isBase64Encoded: !isText });
});
