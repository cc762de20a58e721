/** Lambda entry: called by a schedule once an hour, whose event says nothing that matters. Wiring only. */
import { lambdaEntry, scheduled } from '../lambda-entry.ts';
import { once } from '../once.ts';
import { makeDeps } from './deps.ts';
import { parseEnv } from './env.ts';
import { watchQueues } from './watch-queues.ts';
import { awsWatchReport } from './watch-report.ts';

const entry = lambdaEntry();
const report = awsWatchReport(entry.logger, entry.metrics);
const ready = once(async () => makeDeps(parseEnv(process.env), report));

export const handler = entry.handler(
  scheduled(
    async (_event, timeLeftMillis) => watchQueues(await ready(), timeLeftMillis),
    (fault) => report.log('WATCH_FAULT', fault),
    'the queues were not watched',
  ),
);
