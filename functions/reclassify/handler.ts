/** Lambda entry: takes cases to be drawn again from the queue to the case table. Wiring only. */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
import middy from '@middy/core';
import type { SQSBatchResponse } from 'aws-lambda';
import { consume } from '../consume.ts';
import { faultOf } from '../fault.ts';
import { once } from '../once.ts';
import { AllowListFormatter } from '../report.ts';
import { makeDeps } from './deps.ts';
import { parseEnv } from './env.ts';
import { reclassifyCases } from './reclassify-cases.ts';
import { awsReclassifyReport } from './reclassify-report.ts';

const logger = new Logger({ logFormatter: new AllowListFormatter() });
const metrics = new Metrics();
const report = awsReclassifyReport(logger, metrics);
const ready = once(async () => makeDeps(parseEnv(process.env), report));

export const handler = middy<unknown, SQSBatchResponse>()
  .use(logMetrics(metrics, { captureColdStartMetric: true }))
  .before(({ context }) => logger.addContext(context))
  .handler(
    consume(
      async (batch) => reclassifyCases(await ready(), batch),
      (error) => {
        report.log('RECLASSIFY_FAULT', faultOf(error));
        report.countFault();
      },
    ),
  );
