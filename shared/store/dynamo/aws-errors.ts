/** Tells apart what may be tried again from what may not, in the errors of the AWS SDK. */
import { StoreError } from '../errors.ts';

const CONDITION_FAILED = 'ConditionalCheckFailedException';

const THROTTLED: ReadonlySet<string> = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'ThrottledException',
  'Throttling',
  'TooManyRequestsException',
  'ReplicatedWriteConflictException',
  'TransactionConflictException',
]);

/** Errors of a connection that broke off or never came about. */
const BROKEN_OFF: ReadonlySet<string> = new Set([
  'AbortError',
  'TimeoutError',
  'RequestTimeout',
  'RequestTimeoutException',
  'NetworkingError',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
]);

/** What an operator can act on by name; any other name is left out of messages. */
const KNOWN_REFUSALS: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'ItemCollectionSizeLimitExceededException',
  'ResourceNotFoundException',
  'UnrecognizedClientException',
  'ExpiredTokenException',
  'CredentialsProviderError',
  'ValidationException',
  'KMSAccessDeniedException',
  'InvalidSignatureException',
]);

interface SdkError {
  name: string;
  code?: unknown;
  $metadata?: { httpStatusCode?: number };
}

function isSdkError(error: unknown): error is SdkError {
  return error instanceof Error;
}

export function isConditionFailed(error: unknown): boolean {
  return isSdkError(error) && error.name === CONDITION_FAILED;
}

/** The SDK's error as the store's own. The message of the first is dropped: it may quote keys. */
export function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  if (!isSdkError(error)) return new StoreError('refused', 'unknown error');
  const names = [error.name, String(error.code)];
  const status = error.$metadata?.httpStatusCode ?? 0;
  if (names.some((name) => THROTTLED.has(name))) return new StoreError('throttled', 'table');
  if (names.some((name) => BROKEN_OFF.has(name)) || status >= 500) return new StoreError('unavailable', 'table');
  return new StoreError('refused', names.find((name) => KNOWN_REFUSALS.has(name)) ?? 'unknown error');
}
