/**
 * `own-motion compare`: docket updates in, one a line; which cases two policies put in different lanes, and why. For
 * people who weigh a policy, not a case: nothing here is sent, filed or decided.
 */
import { setImmediate } from 'node:timers/promises';
import type { CalendarDate } from '../events/dates.ts';
import { standingFacts } from '../shared/docket/standing.ts';
import { compareCase } from '../shared/policy/compare/compare-case.ts';
import { comparedSide } from '../shared/policy/compare/compared-side.ts';
import type { Comparison } from '../shared/policy/compare/comparison.ts';
import type { Side } from '../shared/policy/compare/settings.ts';
import { startTally, type Tallied } from '../shared/policy/compare/tally.ts';
import { comparisonLines } from './compare/comparison-text.ts';
import { reportPage } from './compare/report/report-page.ts';
import { openReport } from './compare/report-file.ts';
import { counted } from './compare/words.ts';
import { type Folded, type FoldRequest, foldLines } from './fold-lines.ts';
import { gathered, type Outcome, type Output, type TextSink } from './io.ts';

export interface CompareRequest extends FoldRequest {
  sides: readonly [Side, Side];
  asOf: CalendarDate;
  showRestricted: boolean;
  /** List the cases that differ. */
  withCases: boolean;
  asJson: boolean;
  /** File to write a report to. */
  html: string | undefined;
  out: Output;
}

/** Cases compared between two looks at the terminal and at Ctrl-C. */
const CASES_AT_A_TIME = 256;

/** Compares the cases one by one; stops early when interrupted. */
async function tallyCases({ records }: Folded, request: CompareRequest): Promise<Tallied> {
  const { sides, asOf, showRestricted, withCases, signal } = request;
  const progress = await request.progress(records.size, 'cases compared');
  const tally = startTally({ showRestricted, keepCases: withCases });
  let done = 0;
  for (const [caseId, record] of records) {
    if (signal.aborted) break;
    tally.add(caseId, compareCase(sides, standingFacts(record), asOf));
    done += 1;
    if (done % CASES_AT_A_TIME !== 0) continue;
    progress.update(done, done);
    await setImmediate();
  }
  progress.stop();
  return tally.total();
}

function readText({ records, read, rejected }: Folded): string {
  const accepted = counted(read - rejected, 'docket update', 'docket updates');
  const left = rejected === 0 ? 'none rejected' : `${counted(rejected, 'line', 'lines')} rejected`;
  return `read ${accepted} of ${counted(records.size, 'case', 'cases')}; ${left}\n`;
}

async function writeComparison(comparison: Comparison, asJson: boolean, out: Output): Promise<void> {
  const page: TextSink & { flush(): Promise<void> } = gathered(out);
  if (asJson) await page.write(`${JSON.stringify(comparison, null, 2)}\n`);
  else for (const line of comparisonLines(comparison, out.columns)) await page.write(`${line}\n`);
  await page.flush();
}

export async function compareLines(request: CompareRequest): Promise<Outcome> {
  const { sides, asOf, showRestricted, asJson, html, out, err, signal } = request;
  // Before the reading, which may take minutes: a file that cannot be written is told at once.
  const report = html === undefined ? undefined : await openReport(html);
  if (report?.kind === 'refused') return report;

  try {
    const folded = await foldLines(request);
    const tallied = await tallyCases(folded, request);
    if (signal.aborted) return { kind: 'interrupted' };
    const { read, rejected } = folded;
    const comparison: Comparison = {
      asOf,
      a: comparedSide(sides[0], asOf),
      b: comparedSide(sides[1], asOf),
      updates: { read, rejected },
      showsRestricted: showRestricted,
      ...tallied,
    };
    await writeComparison(comparison, asJson, out);
    await report?.save(reportPage(comparison));
    await err.write(readText(folded));
    return rejected > 0 ? { kind: 'incomplete' } : { kind: 'done' };
  } finally {
    await report?.close();
  }
}
