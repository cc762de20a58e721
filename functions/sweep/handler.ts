/** Lambda entry: called by a schedule once a week for each segment, `{"segment": 0, "of": 4}`. Wiring only. */
import { lambdaEntry, scheduled } from '../lambda-entry.ts';
import { once } from '../once.ts';
import { segmentOf } from '../segment-event.ts';
import { makeDeps } from './deps.ts';
import { parseEnv } from './env.ts';
import { awsSweepReport } from './sweep-report.ts';
import { sweepSegment } from './sweep-segment.ts';

const entry = lambdaEntry();
const report = awsSweepReport(entry.logger, entry.metrics);
const ready = once(async () => makeDeps(parseEnv(process.env), report));

export const handler = entry.handler(
  scheduled(
    async (event, timeLeftMillis) => sweepSegment(await ready(), segmentOf(event), timeLeftMillis),
    (fault) => report.log('SWEEP_FAULT', fault),
    'the segment was not swept',
  ),
);
