/** Lambda entry: called by a schedule once a week for each segment, `{"segment": 0, "of": 4}`. Wiring only. */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
import middy from '@middy/core';
import { faultOf, OperatorError } from '../fault.ts';
import { once } from '../once.ts';
import { AllowListFormatter } from '../report.ts';
import { segmentOf } from '../segment-event.ts';
import { makeDeps } from './deps.ts';
import { parseEnv } from './env.ts';
import { awsSweepReport } from './sweep-report.ts';
import { sweepSegment } from './sweep-segment.ts';

const logger = new Logger({ logFormatter: new AllowListFormatter() });
const metrics = new Metrics();
const report = awsSweepReport(logger, metrics);
const ready = once(async () => makeDeps(parseEnv(process.env), report));

export const handler = middy<unknown, void>()
  .use(logMetrics(metrics, { captureColdStartMetric: true }))
  .before(({ context }) => logger.addContext(context))
  .handler(async (event, context) => {
    try {
      await sweepSegment(await ready(), segmentOf(event), () => context.getRemainingTimeInMillis());
    } catch (error) {
      report.log('SWEEP_FAULT', faultOf(error));
      // The runtime logs what is thrown: it must say nothing of its cause. The schedule tries again.
      throw new OperatorError('the segment was not swept');
    }
  });
