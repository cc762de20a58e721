/** What the entries of functions have in common: log and metrics, under the allow-list, and failures that say nothing of a case. */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { type Fault, faultOf, OperatorError } from './fault.ts';
import { AllowListFormatter } from './report.ts';

export interface Entry {
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Puts the request into the log, and writes the metrics when the work is done. */
  readonly handler: <Result>(
    work: (event: unknown, context: Context) => Promise<Result>,
  ) => (event: unknown, context: Context) => Promise<Result>;
}

export function lambdaEntry(): Entry {
  const logger = new Logger({ logFormatter: new AllowListFormatter() });
  const metrics = new Metrics();
  return {
    logger,
    metrics,
    handler: <Result>(work: (event: unknown, context: Context) => Promise<Result>) =>
      middy<unknown, Result>(work)
        .use(logMetrics(metrics, { captureColdStartMetric: true }))
        .before(({ context }) => logger.addContext(context)),
  };
}

/**
 * Work that a schedule asks for; the schedule tries again what failed.
 *
 * @param failed says in the log what stood in the way
 * @param says the failure, to the runtime, which logs what is thrown: it must say nothing of its cause
 */
export function scheduled(
  work: (event: unknown, timeLeftMillis: () => number) => Promise<void>,
  failed: (fault: Fault) => void,
  says: string,
): (event: unknown, context: Context) => Promise<void> {
  return async (event, context) => {
    try {
      await work(event, () => context.getRemainingTimeInMillis());
    } catch (error) {
      failed(faultOf(error));
      throw new OperatorError(says);
    }
  };
}
