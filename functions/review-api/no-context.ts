/** Middy's router and middleware are typed for Lambda's context. Nothing here reads it, so one that is empty will do. */
import type { Context } from 'aws-lambda';

const ignore = () => {};

export const NO_CONTEXT: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: '',
  functionVersion: '',
  invokedFunctionArn: '',
  memoryLimitInMB: '',
  awsRequestId: '',
  logGroupName: '',
  logStreamName: '',
  getRemainingTimeInMillis: () => 0,
  done: ignore,
  fail: ignore,
  succeed: ignore,
};

export const NO_ABORT = { signal: new AbortController().signal };
