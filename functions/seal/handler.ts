/** Lambda entry: called by a schedule once an hour for each segment, `{"segment": 0, "of": 4}`. Wiring only. */
import { lambdaEntry, scheduled } from '../lambda-entry.ts';
import { once } from '../once.ts';
import { segmentOf } from '../segment-event.ts';
import { makeDeps } from './deps.ts';
import { parseEnv } from './env.ts';
import { awsSealReport } from './seal-report.ts';
import { sealSegment } from './seal-segment.ts';

const entry = lambdaEntry();
const report = awsSealReport(entry.logger, entry.metrics);
const ready = once(async () => makeDeps(parseEnv(process.env), report));

export const handler = entry.handler(
  scheduled(
    async (event, timeLeftMillis) => sealSegment(await ready(), segmentOf(event), timeLeftMillis),
    (fault) => report.log('SEAL_FAULT', fault),
    'the segment was not sealed',
  ),
);
