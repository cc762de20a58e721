/** Lambda entry: takes changes of heads from the table's stream to the event bus. Wiring only. */
import { consumeStream } from '../consume-stream.ts';
import { faultOf } from '../fault.ts';
import { lambdaEntry } from '../lambda-entry.ts';
import { once } from '../once.ts';
import { announceFlags } from './announce-flags.ts';
import { awsAnnounceReport } from './announce-report.ts';
import { makeDeps } from './deps.ts';
import { parseEnv } from './env.ts';

const entry = lambdaEntry();
const report = awsAnnounceReport(entry.logger, entry.metrics);
const ready = once(async () => makeDeps(parseEnv(process.env), report));

export const handler = entry.handler(
  consumeStream(
    async (batch) => announceFlags(await ready(), batch),
    (error) => {
      report.log('ANNOUNCE_FAULT', faultOf(error));
      report.countFault();
    },
  ),
);
