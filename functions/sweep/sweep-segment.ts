/** Sweeps a segment of the table, page by page, as far as there is time. */
import { addSwept, NOTHING_SWEPT, type SweepDeps as PageDeps, sweepPage } from '../../shared/announce/sweep.ts';
import type { Announcements } from '../../shared/store/announcements.ts';
import type { Segment } from '../../shared/store/store.ts';
import type { SweepReport } from './sweep-report.ts';

export interface SweepDeps extends PageDeps {
  readonly scan: Pick<Announcements, 'scanAnnounced'>;
  readonly report: SweepReport;
}

/** Time kept for a page in which everything is behind. */
const RESERVE_MILLIS = 60_000;
const PAGE_ITEMS = 500;

export async function sweepSegment(deps: SweepDeps, segment: Segment, timeLeftMillis: () => number): Promise<void> {
  const { scan, report } = deps;
  let swept = NOTHING_SWEPT;
  let after: string | undefined;
  let isLate = false;
  do {
    const place = after === undefined ? {} : { after };
    const page = await scan.scanAnnounced({ ...segment, limit: PAGE_ITEMS, ...place });
    swept = addSwept(swept, await sweepPage(deps, page));
    after = page.next;
    isLate = timeLeftMillis() < RESERVE_MILLIS;
  } while (after !== undefined && !isLate);
  if (swept.told < swept.untold) report.log('CASES_LEFT_UNTOLD', { outcomes: swept });
  report.log(after === undefined ? 'SWEEP_DONE' : 'SWEEP_LEFT_OVER', { outcomes: swept });
  report.countSwept(swept);
}
