/**
 * Looks through every office's queue, protected cases among the others, for what has waited longest. It measures queues,
 * never a person or an office, so that no figure tells of a protected case where it stands.
 */
import { flag } from '../../shared/flag/flag.ts';
import type { QueueName } from '../../shared/flag/queue-place.ts';
import { runLimited } from '../../shared/run-limited.ts';
import { isTransient } from '../../shared/store/errors.ts';
import type { FlagQueue, QueuedFlag } from '../../shared/store/store.ts';
import { type Fault, faultOf } from '../fault.ts';
import { waitsSince } from './waits-since.ts';
import type { WatchReport } from './watch-report.ts';
import { isWorkingHour, type WorkingHours } from './working-hours.ts';

export interface WatchDeps {
  readonly queue: Pick<FlagQueue, 'listQueue'>;
  /** Whose queues there are, the one of cases without an office among them. */
  readonly offices: readonly string[];
  readonly workingHours: WorkingHours;
  readonly report: WatchReport;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
  readonly sleep: (millis: number) => Promise<void>;
}

const LANES = flag.shape.lane.options;
/** Time kept for the requests under way, their repetitions included, and for the report. */
const RESERVE_MILLIS = 15_000;
const QUEUES_AT_A_TIME = 4;
/** Large: each page reads so many of every shard and hands over so many of all of them together. */
const PAGE_SIZE = 2_000;
const MAX_TRIES = 3;
const PAUSE_MILLIS = 200;
const DAY_MILLIS = 86_400_000;
const OUT_OF_TIME: Fault = { kind: 'out-of-time', place: 'queue' };

export async function watchQueues(deps: WatchDeps, timeLeftMillis: () => number): Promise<void> {
  const { offices, report } = deps;
  const now = deps.now();
  report.countHour(isWorkingHour(now, deps.workingHours));
  let oldestDays = 0;
  let read = 0;
  let unread = 0;
  for (const lane of LANES) {
    const names = offices.flatMap((office) => [false, true].map((restricted) => ({ office, lane, restricted })));
    const watched = await watchLane(
      deps,
      names.map((name) => ({ part: 'work', ...name })),
      { now, timeLeftMillis },
    );
    oldestDays = Math.max(oldestDays, watched.oldestDays);
    read += names.length - watched.unread;
    unread += watched.unread;
    const waiting = watched.unread === 0 ? watched.waiting : undefined;
    report.countLane(lane, { waiting, oldestDays: watched.oldestDays });
  }
  report.log('WATCH_DONE', { outcomes: { read, unread } });
  report.countAll(oldestDays, unread);
}

interface Clock {
  readonly now: string;
  readonly timeLeftMillis: () => number;
}

async function watchLane(deps: WatchDeps, names: readonly QueueName[], clock: Clock) {
  const watched = { waiting: 0, oldestDays: 0, unread: 0 };
  const see = (queued: QueuedFlag) => {
    const since = waitsSince(queued, clock.now);
    if (since === undefined) return;
    const days = Math.floor((Date.parse(clock.now) - Date.parse(since)) / DAY_MILLIS);
    watched.waiting += 1;
    watched.oldestDays = Math.max(watched.oldestDays, days);
  };
  let first: Fault | undefined;
  const tasks = names.map((name) => async () => {
    const fault = await readQueue(deps, name, clock, see);
    if (fault === undefined) return;
    watched.unread += 1;
    first ??= fault;
  });
  await runLimited(tasks, QUEUES_AT_A_TIME);
  if (first !== undefined) deps.report.log('QUEUE_UNREAD', first);
  return watched;
}

/** @returns what stood in the way of the rest, or undefined at the end of the queue */
async function readQueue(
  { queue, sleep }: WatchDeps,
  name: QueueName,
  { timeLeftMillis }: Clock,
  see: (queued: QueuedFlag) => void,
): Promise<Fault | undefined> {
  let after: string | undefined;
  for (let tries = 1; ; tries++) {
    if (timeLeftMillis() < RESERVE_MILLIS) return OUT_OF_TIME;
    try {
      const page = await queue.listQueue({ ...name, limit: PAGE_SIZE, ...(after !== undefined && { after }) });
      for (const queued of page) see(queued);
      if (page.length < PAGE_SIZE) return undefined;
      after = page.at(-1)?.order;
      tries = 0;
    } catch (error) {
      if (!isTransient(error) || tries === MAX_TRIES) return faultOf(error);
      await sleep(PAUSE_MILLIS * tries);
    }
  }
}
