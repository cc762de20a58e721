/** Lambda entry: called by a schedule, whose event says nothing that matters. Wiring only. */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
import middy from '@middy/core';
import { faultOf, OperatorError } from '../fault.ts';
import { once } from '../once.ts';
import { awsReclassifyReport } from '../reclassify/reclassify-report.ts';
import { AllowListFormatter } from '../report.ts';
import { makeDeps } from './deps.ts';
import { parseEnv } from './env.ts';
import { findDue } from './find-due.ts';

const logger = new Logger({ logFormatter: new AllowListFormatter() });
const metrics = new Metrics();
const report = awsReclassifyReport(logger, metrics);
const ready = once(async () => makeDeps(parseEnv(process.env), report));

export const handler = middy<unknown, void>()
  .use(logMetrics(metrics, { captureColdStartMetric: true }))
  .before(({ context }) => logger.addContext(context))
  .handler(async (_event, context) => {
    try {
      await findDue(await ready(), () => context.getRemainingTimeInMillis());
    } catch (error) {
      report.log('RECLASSIFY_FAULT', faultOf(error));
      report.countFault();
      // The runtime logs what is thrown: it must say nothing of its cause. The schedule tries again.
      throw new OperatorError('what is due was not sent in full');
    }
  });
