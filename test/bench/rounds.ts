/**
 * Times jobs against each other in interleaved rounds: every round runs every job once, in an order of its own, so that
 * whatever else the machine does meets them all alike. Ratios are taken within a round.
 */
import { setImmediate } from 'node:timers/promises';
import { collectGarbage } from './heap.ts';
import { type Spread, spreadOf } from './spread.ts';

export interface Job {
  name: string;
  /** Inputs it goes round. */
  size: number;
  /** Works on the next so many inputs. */
  work: (count: number) => void | Promise<void>;
}

export interface Timing {
  job: Job;
  /** Nanoseconds an input, one for each round. */
  nanos: number[];
}

export interface Schedule {
  warmUps: number;
  rounds: number;
  /** About how long a job's turn in a round is. */
  turnMillis: number;
  /** Hears how many rounds of how many are done. */
  onRound?: (done: number, of: number) => void;
}

/** Where results go, so that no work can be left out for want of a reader. */
const sink: { kept?: unknown } = {};

/** A job that works synchronously. */
export function job<I>(name: string, inputs: readonly I[], run: (input: I) => unknown): Job {
  const next = cycle(inputs);
  const work = (count: number) => {
    for (let i = 0; i < count; i++) sink.kept = run(next());
  };
  return { name, size: inputs.length, work };
}

/** A job whose work is awaited, so many inputs side by side. */
export function awaitedJob<I>(name: string, inputs: readonly I[], run: (input: I) => unknown, sideBySide = 1): Job {
  const next = cycle(inputs);
  const work = async (count: number) => {
    for (let i = 0; i < count; i += sideBySide) {
      const together = Math.min(sideBySide, count - i);
      sink.kept = await (together === 1
        ? run(next())
        : Promise.all(Array.from({ length: together }, () => run(next()))));
    }
  };
  return { name, size: inputs.length, work };
}

function cycle<I>(inputs: readonly I[]): () => I {
  let at = -1;
  return () => {
    at = at + 1 < inputs.length ? at + 1 : 0;
    const input = inputs[at];
    if (input === undefined) throw new RangeError('nothing to measure on');
    return input;
  };
}

/**
 * One turn of a job, in nanoseconds an input. What earlier work left to the event loop and the collector is done before,
 * and a few inputs are worked on untimed, so that no job pays for the one before it.
 */
async function turn({ work }: Job, count: number): Promise<number> {
  await setImmediate();
  collectGarbage('minor');
  await work(Math.ceil(count * LEAD_IN_SHARE));
  const start = process.hrtime.bigint();
  const pending = work(count);
  if (pending !== undefined) await pending;
  return Number(process.hrtime.bigint() - start) / count;
}

const LEAD_IN_SHARE = 0.2;
const FEWEST_INPUTS = 16;

/** How many inputs fill a turn: whole rounds of them, or some if one round is longer than that. */
async function inputsFor(timed: Job, turnMillis: number): Promise<number> {
  await turn(timed, timed.size);
  const nanos = Math.min(await turn(timed, timed.size), await turn(timed, timed.size));
  const rounds = (turnMillis * 1e6) / (nanos * timed.size);
  return Math.max(FEWEST_INPUTS, Math.ceil(timed.size * (rounds < 1 ? rounds : Math.round(rounds))));
}

/** Another order for every round, the same in every run. */
function orderOf<T>(items: readonly T[], round: number): T[] {
  const step = [1, 3, 7, 11, 13].find((each) => each > round % 5 && items.length % each !== 0) ?? 1;
  const start = (round * 5) % items.length;
  const order = items.map((_, i) => items[(start + i * step) % items.length]);
  return order.filter((item) => item !== undefined);
}

export async function timeInRounds(jobs: readonly Job[], schedule: Schedule): Promise<Map<Job, Timing>> {
  const timings = new Map(jobs.map((each): [Job, Timing] => [each, { job: each, nanos: [] }]));
  const counts = new Map<Job, number>();
  for (const each of jobs) counts.set(each, await inputsFor(each, schedule.turnMillis));
  for (let round = -schedule.warmUps; round < schedule.rounds; round++) {
    collectGarbage('major');
    for (const each of orderOf(jobs, round + schedule.warmUps)) {
      const nanos = await turn(each, counts.get(each) ?? each.size);
      if (round >= 0) timings.get(each)?.nanos.push(nanos);
    }
    schedule.onRound?.(round + schedule.warmUps + 1, schedule.warmUps + schedule.rounds);
  }
  return timings;
}

/** How many times as long as the other a job takes, round by round. */
export function ratioTo(other: Timing, timing: Timing): Spread {
  return spreadOf(timing.nanos.map((nanos, round) => nanos / (other.nanos[round] ?? Number.NaN)));
}
