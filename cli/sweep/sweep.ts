/** `own-motion sweep`: what was not told of flags, and what stands in a wrong queue, found over all segments and mended. */
import {
  addSwept,
  NOTHING_SWEPT,
  type SweepDeps as PageDeps,
  type Swept,
  sweepPage,
} from '../../shared/announce/sweep.ts';
import type { Announcements } from '../../shared/store/announcements.ts';
import { counted } from '../compare/words.ts';
import type { Outcome, TextSink } from '../io.ts';
import type { Progress } from '../progress.ts';
import type { Checkpoint, Counts } from '../segments/checkpoint.ts';
import { runSegments } from '../segments/run-segments.ts';

export interface SweepRequest extends PageDeps {
  readonly scan: Pick<Announcements, 'scanAnnounced'>;
  readonly isDryRun: boolean;
  readonly segments: number;
  readonly checkpoint: Checkpoint;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly out: TextSink;
  readonly err: TextSink;
}

function countsOf({ cases, untold, told, misplaced, unreadable }: Swept): Counts {
  return { cases, untold, told, misplaced, unreadable };
}

function sweptOf({ cases = 0, untold = 0, told = 0, misplaced = 0, unreadable = 0 }: Counts): Swept {
  return addSwept(NOTHING_SWEPT, { cases, untold, told, misplaced, unreadable });
}

function lines({ isDryRun, bus, redraw }: SweepRequest, swept: Swept): string[] {
  const { cases, untold, told, misplaced, unreadable } = swept;
  const announced = bus === undefined ? '' : `, ${told} told now`;
  const sent = redraw === undefined ? '' : ', sent to be drawn again';
  const hint =
    bus === undefined && !isDryRun && untold > 0
      ? ['nothing was told: that takes --event-bus, the bus of a deployed stack']
      : [];
  return [
    `swept ${counted(cases, 'case', 'cases')}`,
    `not told of all that stands: ${untold}${announced}`,
    `in a wrong place of the queues: ${misplaced}${sent}`,
    ...(unreadable > 0 ? [`damaged and left as they are: ${unreadable}, see the lines above`] : []),
    ...hint,
  ];
}

export async function sweep(request: SweepRequest): Promise<Outcome> {
  const { scan, segments, checkpoint, progress, signal, now, out, err, bus } = request;
  const ended = await runSegments({
    of: segments,
    checkpoint,
    readPage: (read) => scan.scanAnnounced(read),
    async workOn(page) {
      for (const caseKey of page.unreadable) {
        progress.clear();
        await err.write(`${JSON.stringify({ case: caseKey, damage: 'head-unreadable' })}\n`);
      }
      return countsOf(await sweepPage(request, page));
    },
    now,
    shown: 'cases',
    progress,
    signal,
    err,
  });
  const swept = sweptOf(ended.counts);
  await out.write(`${lines(request, swept).join('\n')}\n`);
  if (ended.kind === 'interrupted') return { kind: 'interrupted' };
  await checkpoint.forget();
  const isLeft = bus !== undefined && swept.told < swept.untold;
  return isLeft || swept.unreadable > 0 ? { kind: 'incomplete' } : { kind: 'done' };
}
