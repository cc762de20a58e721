/** Lambda entry: called by a schedule, whose event says nothing that matters. Wiring only. */
import { lambdaEntry, scheduled } from '../lambda-entry.ts';
import { once } from '../once.ts';
import { awsReclassifyReport } from '../reclassify/reclassify-report.ts';
import { makeDeps } from './deps.ts';
import { parseEnv } from './env.ts';
import { findDue } from './find-due.ts';

const entry = lambdaEntry();
const report = awsReclassifyReport(entry.logger, entry.metrics);
const ready = once(async () => makeDeps(parseEnv(process.env), report));

export const handler = entry.handler(
  scheduled(
    async (_event, timeLeftMillis) => findDue(await ready(), timeLeftMillis),
    (fault) => {
      report.log('RECLASSIFY_FAULT', fault);
      report.countFault();
    },
    'what is due was not sent in full',
  ),
);
