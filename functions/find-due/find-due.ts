/**
 * Finds the cases that a day may have changed by itself and sends them to be drawn again. Once a day; a case that is sent
 * twice is drawn twice to the same end, and one that is not sent is still due the next day.
 */
import type { CalendarDate } from '../../events/dates.ts';
import { SEND_MAX_CASES, type SendPorts, sendCases } from '../../shared/reclassify/send-cases.ts';
import type { DueCases } from '../../shared/store/store.ts';
import type { ReclassifyReport } from '../reclassify/reclassify-report.ts';

export interface FindDueDeps extends SendPorts {
  readonly cases: DueCases;
  readonly report: Pick<ReclassifyReport, 'log' | 'countDue'>;
  /** Day that cases are classified as of. */
  readonly asOf: () => CalendarDate;
}

/** Time kept for the request under way, its repetitions included. */
const RESERVE_MILLIS = 15_000;

export async function findDue(deps: FindDueDeps, timeLeftMillis: () => number): Promise<void> {
  const { cases, report } = deps;
  let sent = 0;
  let isAll = true;
  let some: string[] = [];
  const send = async () => {
    await sendCases(deps, some);
    sent += some.length;
    some = [];
  };
  for await (const caseKey of cases.listDue(deps.asOf())) {
    some.push(caseKey);
    if (some.length < SEND_MAX_CASES) continue;
    await send();
    isAll = timeLeftMillis() >= RESERVE_MILLIS;
    if (!isAll) break;
  }
  if (isAll) await send();
  report.log(isAll ? 'DUE_SENT' : 'DUE_LEFT_OVER', { outcomes: { sent } });
  report.countDue(sent, isAll);
}
