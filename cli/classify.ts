/**
 * `own-motion classify`: docket updates in, one a line; classifications out, one a case. Contract, section 4.
 */
import { setImmediate } from 'node:timers/promises';
import type { CalendarDate } from '../events/dates.ts';
import { standingFacts } from '../shared/docket/standing.ts';
import { classify } from '../shared/policy/classify.ts';
import type { Side } from '../shared/policy/compare/settings.ts';
import { withReadings } from '../shared/policy/compare/with-readings.ts';
import { type FoldRequest, foldLines } from './fold-lines.ts';
import { gathered, type Outcome, type TextSink } from './io.ts';

export interface ClassifyRequest extends FoldRequest {
  /** The instrument and what is set for this run. */
  side: Pick<Side, 'instrument' | 'answers'>;
  asOf: CalendarDate;
  out: TextSink;
}

/** Cases classified between two looks at Ctrl-C. */
const CASES_AT_A_TIME = 1_000;

export async function classifyLines({ side, asOf, out, ...fold }: ClassifyRequest): Promise<Outcome> {
  const { records, rejected } = await foldLines(fold);
  if (fold.signal.aborted) return { kind: 'interrupted' };
  const results = gathered(out);
  let done = 0;
  for (const [caseId, record] of records) {
    const standing = withReadings(standingFacts(record), side.answers);
    await results.write(`${JSON.stringify(classify(side.instrument, caseId, standing, asOf))}\n`);
    done += 1;
    if (done % CASES_AT_A_TIME !== 0) continue;
    await setImmediate();
    if (fold.signal.aborted) return { kind: 'interrupted' };
  }
  await results.flush();
  return rejected > 0 ? { kind: 'incomplete' } : { kind: 'done' };
}
