/** Lambda entry: takes docket updates from the queue to the case table. Wiring only. */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
import middy from '@middy/core';
import type { SQSBatchResponse } from 'aws-lambda';
import { consume } from '../consume.ts';
import { faultOf } from '../fault.ts';
import { once } from '../once.ts';
import { AllowListFormatter, awsReport } from '../report.ts';
import { classifyUpdates } from './classify-updates.ts';
import { makeDeps } from './deps.ts';
import { parseEnv } from './env.ts';
import { awsShadowReport } from './shadow-report.ts';

const logger = new Logger({ logFormatter: new AllowListFormatter() });
const metrics = new Metrics();
const report = awsReport(logger, metrics);
const shadowReport = awsShadowReport(logger, metrics);
const ready = once(async () => makeDeps(parseEnv(process.env), { report, shadowReport }));

export const handler = middy<unknown, SQSBatchResponse>()
  .use(logMetrics(metrics, { captureColdStartMetric: true }))
  .before(({ context }) => logger.addContext(context))
  .handler(
    consume(
      async (batch) => classifyUpdates(await ready(), batch),
      (error) => {
        const { kind, place } = faultOf(error);
        report.log('BATCH_FAULT', { fault: kind, place });
        report.countFault();
      },
    ),
  );
