/**
 * One schedule: a world made from a seed, which drives the product's own functions over a table and a queue that do what
 * AWS says they may, until all is calm and everything must have come in. The same seed makes the same schedule, byte for
 * byte.
 */
import { createHash } from 'node:crypto';
import { makeCast } from './cast.ts';
import { settle } from './clock.ts';
import { drawDeeds } from './deeds.ts';
import { type Following, makeFollowing } from './following.ts';
import { makeForging } from './forging.ts';
import { makeStage, type Stage } from './stage.ts';

export interface Outcome {
  readonly seed: number;
  readonly violations: readonly { rule: string; detail: string }[];
  /** Hash of every step and of all that is stored at the end. */
  readonly digest: string;
  readonly steps: number;
  readonly coverage: ReadonlyMap<string, number>;
  readonly switches: Stage['switches'];
  /** Every step, where it was asked for. */
  readonly trace: readonly string[];
}

const STORM_STEPS_MAX = 600;
const CALM_STEPS_MAX = 20_000;

/** Faults are over: everything that waits goes on, and the queue must drain. */
async function calmDown(stage: Stage, cast: ReturnType<typeof makeCast>, following: Following): Promise<boolean> {
  for (let i = 0; i < CALM_STEPS_MAX; i++) {
    if (stage.violations.found.length > 0) return true;
    if (cast.isAtRest() && following.isAtRest()) return true;
    if (!cast.isAtRest()) cast.calmStep();
    following.calmStep();
    await settle();
  }
  return false;
}

export async function runSchedule(seed: number, { keepTrace = false, switches = {} } = {}): Promise<Outcome> {
  const stage = makeStage(seed, { keepTrace, switches });
  const cast = makeCast(stage);
  const deeds = drawDeeds(stage, cast);
  const following = makeFollowing(stage);
  stage.follow(following.append);
  const forging = makeForging(stage, cast.forge);
  const { violations, clock, trace } = stage;
  try {
    for (let i = 0; i < STORM_STEPS_MAX && violations.found.length === 0; i++) {
      clock.step += 1;
      const done = deeds.next();
      if (done === undefined) break;
      trace.step(done);
      const forged = forging.next();
      const followed = following.next();
      for (const also of [forged, followed]) if (also !== undefined) trace.step(also);
      await settle();
    }
    stage.calm();
    const waitingFor = () => `${cast.waitingFor()}, ${following.waitingFor()}`;
    const drains = await calmDown(stage, cast, following);
    violations.check(drains, 'with faults off the queue drains', waitingFor);
    // Twice: what is asked for and what has come due is drawn again after all else is in.
    for (const work of [() => cast.mend(), () => cast.letDaysPass(), () => following.mend()]) {
      if (violations.found.length > 0) break;
      work();
      const drainsAgain = await calmDown(stage, cast, following);
      violations.check(drainsAgain, 'with faults off the queue drains', waitingFor);
    }
    if (violations.found.length === 0) cast.checkAtRest();
    if (violations.found.length === 0) following.checkAtRest();
  } catch (error) {
    violations.report('the world goes on', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const hash = createHash('sha256').update(trace.digest());
  for (const item of stage.table.all()) hash.update(stage.canonical(item));
  return {
    seed,
    violations: violations.found,
    digest: hash.digest('hex'),
    steps: clock.step,
    coverage: stage.coverage.counts,
    switches: stage.switches,
    trace: trace.lines(),
  };
}
