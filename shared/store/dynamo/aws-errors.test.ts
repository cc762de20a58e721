import { expect, test } from 'vitest';
import { isTransient, StoreError } from '../errors.ts';
import { asStoreError, isConditionFailed } from './aws-errors.ts';

function sdkError(name: string, more: object = {}): Error {
  return Object.assign(new Error('item CASE#A-123 was not there'), { name }, more);
}

test.each([
  ['a throttled table', sdkError('ProvisionedThroughputExceededException'), 'throttled', true],
  ['a throttled account', sdkError('ThrottlingException'), 'throttled', true],
  ['a call that timed out', sdkError('TimeoutError'), 'unavailable', true],
  ['a connection that broke', sdkError('Error', { code: 'ECONNRESET' }), 'unavailable', true],
  ['a server error', sdkError('InternalServerError', { $metadata: { httpStatusCode: 500 } }), 'unavailable', true],
  [
    'a request without permission',
    sdkError('AccessDeniedException', { $metadata: { httpStatusCode: 400 } }),
    'refused',
    false,
  ],
  ['an error nobody knows', sdkError('Surprise'), 'refused', false],
  ['no error at all', 'thrown text', 'refused', false],
])('%s', (_what, error, fault, transient) => {
  const told = asStoreError(error);
  expect(told.fault).toBe(fault);
  expect(isTransient(told)).toBe(transient);
  expect(told.message).not.toContain('A-123');
});

test('a refusal that an operator can mend is named', () => {
  expect(asStoreError(sdkError('AccessDeniedException')).message).toBe('refused: AccessDeniedException');
});

test("the store's own error stays what it is", () => {
  const error = new StoreError('too-large', 'head');
  expect(asStoreError(error)).toBe(error);
});

test('a failed condition is told from every other error', () => {
  expect(isConditionFailed(sdkError('ConditionalCheckFailedException'))).toBe(true);
  expect(isConditionFailed(sdkError('TimeoutError'))).toBe(false);
  expect(isConditionFailed('ConditionalCheckFailedException')).toBe(false);
});
