/**
 * The table's stream in a schedule: each shard has its way to either function, in batches cut anywhere, to containers that
 * end before or after their work. It has a chance and a waiting room of its own, so that what goes on beside it is as it was.
 */
import { imageOf, sequenceOf, streamRecord } from '../../streams/records.ts';
import { checkArchive } from '../checker/watch-archive.ts';
import { watchTold } from '../checker/watch-told.ts';
import { CASE_STREAM, type Lane, makeLane, type Streamed } from '../streams/stream.ts';
import type { Write } from '../table/table.ts';
import { chanceApart } from './chance.ts';
import { makeClock } from './clock.ts';
import { type Container, makeLife } from './containers.ts';
import { type Follower, makeAnnouncer, makeArchiver, runSweep, type Surroundings } from './followers.ts';
import { said } from './sink.ts';
import type { Stage } from './stage.ts';

const SHARDS_OF_STREAM = 2;
const FUNCTION_MILLIS = 60_000;
const SWEEP_MILLIS = 900_000;
/** Longer than a function's own tries last. */
const OUTAGE_STEPS = 100;

interface Change extends Streamed {
  readonly name: string;
  /** As Lambda hands it over; made when it is first read. */
  readonly record: () => object;
}

function changeOf({ pk, sk, before, after }: Write, place: number, at: number): Change {
  let record: object | undefined;
  return {
    name: `${pk} ${sk}`,
    sequence: sequenceOf(place),
    at,
    record: () => {
      const images = { before: before && imageOf(before), after: after && imageOf(after) };
      record ??= streamRecord({ partition: pk, name: sk, at: Math.floor(at / 1_000), ...images }, place);
      return record;
    },
  };
}

interface Follow {
  readonly kind: 'announce' | 'archive';
  readonly lane: Lane<Change>;
  readonly pool: Follower[];
  running: Follower | undefined;
}

export function makeFollowing(stage: Stage) {
  const { switches, coverage, violations, seed, table, writes, secrets } = stage;
  const chance = chanceApart(seed, 'following');
  const world = stage.clock;
  const clock = Object.defineProperties(makeClock(world.now), {
    now: { get: () => world.now },
    step: { get: () => world.step },
  });
  let hasSwept = false;
  const told = watchTold({ violations, cases: writes.cases, secrets });
  const objects = new Map<string, string>();
  const around: Surroundings = {
    trouble: { ...stage.trouble, chance, clock },
    table,
    writingAs: (writer, _container, work) => stage.writingAs(writer(), work),
    said: (line) => said(stage, line),
    hear: (event) => told.heard(event),
    objects,
    isOut: () => !stage.isCalm() && world.step < outUntil,
    misplaced: (bodies) =>
      violations.check(bodies.length === 0, 'no head stands in a wrong queue', () => bodies.join()),
  };
  const shards = Array.from({ length: SHARDS_OF_STREAM }, (): Change[] => []);
  const follows = (['announce', 'archive'] as const).flatMap((kind) =>
    shards.map((shard): Follow => ({ kind, lane: makeLane(shard, CASE_STREAM), pool: [], running: undefined })),
  );
  const sweeps = new Set<Container>();
  let places = 0;
  let made = 0;
  let outUntil = 0;

  function append(write: Write): void {
    // The shard is that of the case: a key has one.
    const shard = shards[write.pk.charCodeAt(write.pk.length - 1) % SHARDS_OF_STREAM];
    shard?.push(changeOf(write, places, world.now));
    places += 1;
  }

  function finish(follow: Follow, container: Follower, result: Parameters<Lane<Change>['end']>[0]): void {
    if (follow.running !== container) return;
    follow.running = undefined;
    container.isBusy = false;
    const before = follow.lane.givenUp().length;
    follow.lane.end(result);
    if (follow.lane.givenUp().length > before) coverage.count('stream: given up after its retries');
  }

  function start(follow: Follow): string | undefined {
    const { kind, lane, pool } = follow;
    const before = lane.givenUp().length;
    const wanted = stage.isCalm() ? CASE_STREAM.batchMax : 1 + chance.below(6);
    const batch = lane.take(world.now, wanted);
    if (lane.givenUp().length > before) coverage.count('stream: given up as too old');
    if (batch.length === 0) return undefined;
    const make = kind === 'announce' ? makeAnnouncer : makeArchiver;
    const container =
      pool.find((each) => !each.isBusy && !each.isDead && !each.isZombie) ?? make(around, `${kind}${++made}`);
    if (!pool.includes(container)) pool.push(container);
    container.isBusy = true;
    container.deadline = world.now + FUNCTION_MILLIS;
    follow.running = container;
    container.run({ Records: batch.map(({ record }) => record()) }).then(
      (value) => finish(follow, container, { kind: 'answered', value }),
      () => finish(follow, container, { kind: 'failed' }),
    );
    return `${container.name} follows ${batch.length}`;
  }

  function stop(follow: Follow, isZombie: boolean): string | undefined {
    const { running } = follow;
    if (running === undefined) return undefined;
    coverage.count(isZombie ? 'stream: zombie' : 'stream: killed');
    if (isZombie) running.isZombie = true;
    else clock.end(running);
    finish(follow, running, { kind: 'failed' });
    return `${running.name} ends`;
  }

  function sweep(): string {
    const container = makeLife(`sweep${++made}`);
    container.deadline = world.now + SWEEP_MILLIS;
    sweeps.add(container);
    hasSwept = true;
    const over = () => void sweeps.delete(container);
    runSweep(around, container).then(over, over);
    return `${container.name} begins`;
  }

  function outage(): string {
    outUntil = world.step + OUTAGE_STEPS;
    coverage.count('stream: outage');
    return 'outage';
  }

  const isWaiting = (follow: Follow) => follow.running === undefined && follow.lane.lag() > 0;
  const busy = () => follows.filter(({ running }) => running !== undefined);

  function possible(): (readonly [() => string | undefined, number])[] {
    const deeds: (readonly [() => string | undefined, number])[] = [[() => undefined, 2]];
    if (clock.waiting() > 0) deeds.push([() => clock.resumeOne(chance, false), 6]);
    for (const follow of follows) if (isWaiting(follow)) deeds.push([() => start(follow), 0.6]);
    const [some] = busy();
    if (some !== undefined) {
      const victim = chance.pick(busy());
      if (switches.kill) deeds.push([() => stop(victim, false), 0.2]);
      if (switches.zombie) deeds.push([() => stop(victim, true), 0.2]);
    }
    if (switches.throttled && world.step >= outUntil) deeds.push([outage, 0.05]);
    if (switches.sweeps && sweeps.size === 0) deeds.push([sweep, 0.03]);
    return deeds;
  }

  const isOff = !switches.streams;
  return {
    append: (write: Write) => (isOff ? undefined : append(write)),

    /** Something that follows the stream goes on; undefined where nothing does. */
    next(): string | undefined {
      if (isOff) return undefined;
      for (const follow of busy())
        if ((follow.running?.deadline ?? 0) < world.now) return stop(follow, switches.zombie);
      return chance.weighted(possible())();
    },

    calmStep(): void {
      if (isOff || clock.resumeOne(chance, true) !== undefined) return;
      for (const follow of busy()) if ((follow.running?.deadline ?? 0) < world.now) stop(follow, false);
      for (const follow of follows) if (isWaiting(follow)) start(follow);
      const wakes = clock.nextWake();
      if (wakes !== undefined) world.now = Math.max(world.now, wakes);
    },

    isAtRest: () =>
      isOff ||
      (clock.waiting() === 0 &&
        sweeps.size === 0 &&
        follows.every(({ lane, running }) => running === undefined && lane.lag() === 0)),

    waitingFor: () =>
      `${follows.reduce((sum, { lane }) => sum + lane.lag(), 0)} changes to follow, ${sweeps.size} sweeps`,

    /** A person who is told of changes that were given up runs the sweep. */
    mend(): void {
      if (follows.some(({ kind, lane }) => kind === 'announce' && lane.givenUp().length > 0)) sweep();
    },

    checkAtRest(): void {
      if (isOff) return;
      const givenUp = (wanted: Follow['kind']) =>
        follows.flatMap(({ kind, lane }) => (kind === wanted ? lane.givenUp() : []));
      told.atRest(!hasSwept && givenUp('announce').length === 0);
      checkArchive(violations, table.all(), objects, new Set(givenUp('archive').map(({ name }) => name)));
    },
  };
}

export type Following = ReturnType<typeof makeFollowing>;
