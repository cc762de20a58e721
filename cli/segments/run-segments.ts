/** Runs work over every segment of the docket side by side, a page at a time, and keeps how far it has come. */
import type { SegmentPage, SegmentRead } from '../../shared/store/store.ts';
import type { TextSink } from '../io.ts';
import type { Progress } from '../progress.ts';
import type { Checkpoint, Counts, JobProgress } from './checkpoint.ts';

export interface SegmentWork<Page extends SegmentPage> {
  /** Segments, all of them at the same time. Those of a checkpoint that is gone on with stay as many as they were. */
  readonly of: number;
  readonly checkpoint: Checkpoint;
  readonly readPage: (read: SegmentRead) => Promise<Page>;
  /** Done when it returns: the page is then never read again. */
  readonly workOn: (page: Page, startedAt: string) => Promise<Counts>;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** The count that progress shows. */
  readonly shown: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Told whether it goes on with what an earlier run had begun, and that it was interrupted. */
  readonly err: TextSink;
}

export interface SegmentsEnd {
  readonly kind: 'finished' | 'interrupted';
  readonly counts: Counts;
}

/** Items looked at between two entries in the checkpoint. */
const PAGE_ITEMS = 500;

export function addCounts(one: Counts, other: Counts): Counts {
  const sum: Record<string, number> = { ...one };
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

/** Days after which what an earlier run found says nothing of the docket any more. */
const RESUME_DAYS = 7;
const DAY_MILLIS = 86_400_000;

/** What an earlier run has reached, unless it is too long ago; else the beginning. */
async function beginning({
  of,
  checkpoint,
  now,
  err,
}: Pick<SegmentWork<SegmentPage>, 'of' | 'checkpoint' | 'now' | 'err'>): Promise<Omit<JobProgress, 'job'>> {
  const startedAt = now();
  const anew = { startedAt, segments: Array.from({ length: of }, () => ({ isDone: false })), counts: {} };
  const earlier = await checkpoint.read();
  if (earlier === undefined) return anew;
  const age = (Date.parse(startedAt) - Date.parse(earlier.startedAt)) / DAY_MILLIS;
  if (age <= RESUME_DAYS) {
    await err.write(`goes on with what was begun at ${earlier.startedAt}\n`);
    return earlier;
  }
  await err.write(`begins anew: what was begun at ${earlier.startedAt} is more than ${RESUME_DAYS} days old\n`);
  return anew;
}

export async function runSegments<Page extends SegmentPage>(work: SegmentWork<Page>): Promise<SegmentsEnd> {
  const { checkpoint, readPage, workOn, shown, progress, signal, err } = work;
  progress.clear();
  const begun = await beginning(work);
  const segments = begun.segments.map((segment) => ({ ...segment }));
  const { startedAt } = begun;
  let { counts } = begun;
  /** The first ends the others, each after the page it is at. */
  const failures: unknown[] = [];

  async function run(index: number): Promise<void> {
    let { after, isDone } = segments[index] ?? { isDone: true };
    while (!isDone && !signal.aborted && failures.length === 0) {
      const place = after === undefined ? {} : { after };
      const page = await readPage({ segment: index, of: segments.length, limit: PAGE_ITEMS, ...place });
      const done = await workOn(page, startedAt);
      // Counts and places are kept together, so that whoever goes on neither misses nor counts twice.
      counts = addCounts(counts, done);
      after = page.next;
      isDone = after === undefined;
      segments[index] = after === undefined ? { isDone } : { after, isDone };
      await checkpoint.write({ startedAt, segments: segments.map((each) => ({ ...each })), counts });
      progress.update(0, counts[shown] ?? 0);
    }
  }

  const running = segments.map((_, index) =>
    run(index).catch((error: unknown) => {
      failures.push(error);
    }),
  );
  await Promise.all(running);
  progress.stop();
  if (failures.length > 0) throw failures[0];
  if (segments.every(({ isDone }) => isDone)) return { kind: 'finished', counts };
  await err.write(`interrupted; the same command goes on from here (${checkpoint.file})\n`);
  return { kind: 'interrupted', counts };
}
