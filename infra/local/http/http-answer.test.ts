import { expect, test } from 'vitest';
import type { InvocationResult } from '../functions.ts';
import { httpAnswer } from './http-answer.ts';

const returned = (answer: unknown): InvocationResult => ({ kind: 'returned', answer });
const sent = (result: InvocationResult) => {
  const { body, ...answer } = httpAnswer(result);
  return { ...answer, body: body.toString() };
};

test('a function says what the caller gets', () => {
  const answer = {
    statusCode: 409,
    headers: { 'Content-Type': 'application/problem+json', 'X-Number': 3 },
    cookies: ['a=1'],
    body: '{}',
  };
  expect(sent(returned(answer))).toEqual({
    status: 409,
    headers: { 'content-type': 'application/problem+json', 'x-number': '3' },
    cookies: ['a=1'],
    body: '{}',
  });
});

test('bytes travel as base64', () => {
  expect(sent(returned({ statusCode: 200, body: 'YWI=', isBase64Encoded: true })).body).toBe('ab');
});

test.each([
  { answer: { says: 'hello' }, body: '{"says":"hello"}' },
  { answer: 'hello', body: 'hello' },
  { answer: null, body: 'null' },
])('an answer without a status is the body of a success: $answer', ({ answer, body }) => {
  const headers = { 'content-type': 'application/json' };
  expect(sent(returned(answer))).toEqual({ status: 200, headers, cookies: [], body });
});

test.each([
  { result: returned({ statusCode: '200' }), status: 500, message: 'Internal Server Error' },
  { result: returned({ statusCode: 200, body: {} }), status: 500, message: 'Internal Server Error' },
  { result: { kind: 'failed', why: 'threw' } as const, status: 500, message: 'Internal Server Error' },
  { result: { kind: 'failed', why: 'crashed' } as const, status: 500, message: 'Internal Server Error' },
  { result: { kind: 'failed', why: 'timed-out' } as const, status: 503, message: 'Service Unavailable' },
])('$result ends with $status', ({ result, status, message }) => {
  expect(sent(result)).toMatchObject({ status, body: JSON.stringify({ message }) });
});
