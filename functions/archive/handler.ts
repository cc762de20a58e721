/** Lambda entry: takes ledger entries and acts from the table's stream to the archive. Wiring only. */
import { consumeStream } from '../consume-stream.ts';
import { faultOf } from '../fault.ts';
import { lambdaEntry } from '../lambda-entry.ts';
import { once } from '../once.ts';
import { archiveItems } from './archive-items.ts';
import { awsArchiveReport } from './archive-report.ts';
import { makeDeps } from './deps.ts';
import { parseEnv } from './env.ts';

const entry = lambdaEntry();
const report = awsArchiveReport(entry.logger, entry.metrics);
const ready = once(async () => makeDeps(parseEnv(process.env), report));

export const handler = entry.handler(
  consumeStream(
    async (batch) => archiveItems(await ready(), batch),
    (error) => {
      report.log('ARCHIVE_FAULT', faultOf(error));
      report.countFault();
    },
  ),
);
