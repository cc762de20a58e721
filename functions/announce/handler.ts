/** Lambda entry: takes changes of heads from the table's stream to the event bus. Wiring only. */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
import middy from '@middy/core';
import { consumeStream, type StreamResponse } from '../consume-stream.ts';
import { faultOf } from '../fault.ts';
import { once } from '../once.ts';
import { AllowListFormatter } from '../report.ts';
import { announceFlags } from './announce-flags.ts';
import { awsAnnounceReport } from './announce-report.ts';
import { makeDeps } from './deps.ts';
import { parseEnv } from './env.ts';

const logger = new Logger({ logFormatter: new AllowListFormatter() });
const metrics = new Metrics();
const report = awsAnnounceReport(logger, metrics);
const ready = once(async () => makeDeps(parseEnv(process.env), report));

export const handler = middy<unknown, StreamResponse>()
  .use(logMetrics(metrics, { captureColdStartMetric: true }))
  .before(({ context }) => logger.addContext(context))
  .handler(
    consumeStream(
      async (batch) => announceFlags(await ready(), batch),
      (error) => {
        report.log('ANNOUNCE_FAULT', faultOf(error));
        report.countFault();
      },
    ),
  );
