/** Lambda entry: takes ledger entries and acts from the table's stream to the archive. Wiring only. */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
import middy from '@middy/core';
import { consumeStream, type StreamResponse } from '../consume-stream.ts';
import { faultOf } from '../fault.ts';
import { once } from '../once.ts';
import { AllowListFormatter } from '../report.ts';
import { archiveItems } from './archive-items.ts';
import { awsArchiveReport } from './archive-report.ts';
import { makeDeps } from './deps.ts';
import { parseEnv } from './env.ts';

const logger = new Logger({ logFormatter: new AllowListFormatter() });
const metrics = new Metrics();
const report = awsArchiveReport(logger, metrics);
const ready = once(async () => makeDeps(parseEnv(process.env), report));

export const handler = middy<unknown, StreamResponse>()
  .use(logMetrics(metrics, { captureColdStartMetric: true }))
  .before(({ context }) => logger.addContext(context))
  .handler(
    consumeStream(
      async (batch) => archiveItems(await ready(), batch),
      (error) => {
        report.log('ARCHIVE_FAULT', faultOf(error));
        report.countFault();
      },
    ),
  );
