/** Lambda entry: takes cases to be drawn again from the queue to the case table. Wiring only. */
import { consume } from '../consume.ts';
import { faultOf } from '../fault.ts';
import { lambdaEntry } from '../lambda-entry.ts';
import { once } from '../once.ts';
import { makeDeps } from './deps.ts';
import { parseEnv } from './env.ts';
import { reclassifyCases } from './reclassify-cases.ts';
import { awsReclassifyReport } from './reclassify-report.ts';

const entry = lambdaEntry();
const report = awsReclassifyReport(entry.logger, entry.metrics);
const ready = once(async () => makeDeps(parseEnv(process.env), report));

export const handler = entry.handler(
  consume(
    async (batch) => reclassifyCases(await ready(), batch),
    (error) => {
      report.log('RECLASSIFY_FAULT', faultOf(error));
      report.countFault();
    },
  ),
);
