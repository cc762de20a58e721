/** Lambda entry: takes docket updates from the queue to the case table. Wiring only. */
import { consume } from '../consume.ts';
import { faultOf } from '../fault.ts';
import { lambdaEntry } from '../lambda-entry.ts';
import { once } from '../once.ts';
import { awsReport } from '../report.ts';
import { classifyUpdates } from './classify-updates.ts';
import { makeDeps } from './deps.ts';
import { parseEnv } from './env.ts';
import { awsShadowReport } from './shadow-report.ts';

const entry = lambdaEntry();
const report = awsReport(entry.logger, entry.metrics);
const shadowReport = awsShadowReport(entry.logger, entry.metrics);
const ready = once(async () => makeDeps(parseEnv(process.env), { report, shadowReport }));

export const handler = entry.handler(
  consume(
    async (batch) => classifyUpdates(await ready(), batch),
    (error) => {
      const { kind, place } = faultOf(error);
      report.log('BATCH_FAULT', { fault: kind, place });
      report.countFault();
    },
  ),
);
