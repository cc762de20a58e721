/** What may happen next in a storm, and how often. */
import { changeSession, nextAsk, type Office, otherBody } from '../people/people.ts';
import { DAY_MILLIS } from '../queue/queue.ts';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

const HOUR_MILLIS = 3_600_000;
const CONSUMERS_MAX = 3;
const ASKS_MAX = 30;

type Deed = () => string | undefined;

export function drawDeeds(stage: Stage, cast: Cast) {
  const { chance, switches, coverage, clock, queue, reclassifyQueue, docket, table, names } = stage;
  const toSend = [...docket.bodies];
  let acts = 0;
  const office: Office = {
    chance,
    switches,
    caseKeys: docket.caseIds.map(names.caseKey),
    caseIds: docket.caseIds,
    nextAct: () => ++acts,
  };
  let asksLeft = cast.people.length === 0 ? 0 : 6 + chance.below(ASKS_MAX);

  const feed: Deed = () => {
    const body = toSend.shift();
    if (body === undefined) return undefined;
    cast.send(body);
    if (switches.duplicates && chance.isTrue(0.25)) {
      cast.send(body);
      coverage.count('queue: duplicate sent');
    }
    return 'feed';
  };

  const ask: Deed = () => {
    const free = cast.people.filter(({ isWaiting }) => !isWaiting);
    if (free.length === 0) return undefined;
    const person = chance.pick(free);
    asksLeft -= 1;
    const before = person.pending;
    const next = nextAsk(office, person);
    if (next === before) coverage.count('people: retried under the same key');
    const isAct = next.body !== undefined && 'idempotencyKey' in next.body;
    const done = cast.startRequest(person, next);
    if (isAct && switches.doubleClicks && chance.isTrue(0.25)) {
      const isOther = chance.isTrue(0.3) && next.body !== undefined && 'reason' in next.body;
      coverage.count(isOther ? 'people: another body under a key' : 'people: double click');
      cast.startRequest(person, isOther ? otherBody(chance, next) : next, { isAlone: false });
    }
    return done;
  };

  const resume: Deed = () => clock.resumeOne(chance, false);
  const poll: Deed = () => cast.startBatch('classify');
  const pollAgain: Deed = () => cast.startBatch('reclassify');
  const askAgain: Deed = () => {
    cast.askAgain([chance.pick(office.caseKeys)], cast.isNewPolicy() && chance.isTrue(0.6));
    return 'asked to draw again';
  };
  const findDue: Deed = () => cast.findDue();

  const pass = (millis: number, counted?: string): Deed => {
    return () => {
      clock.now += millis;
      if (counted !== undefined) coverage.count(counted);
      return `time passes ${millis}`;
    };
  };

  const kill: Deed = () => {
    const busy = cast.busy();
    if (busy.length === 0) return undefined;
    const victim = chance.pick(busy);
    cast.end(victim);
    coverage.count('fault: killed');
    return `kill ${victim.name}`;
  };

  const timeOut: Deed = () => {
    const busy = cast.busy();
    if (busy.length === 0) return undefined;
    const late = chance.pick(busy);
    cast.timeOut(late);
    return `time out ${late.name}`;
  };

  const resurrect: Deed = () => {
    const message = queue.resurrect(chance, clock.now);
    if (message !== undefined) coverage.count('queue: redelivered after deletion');
    return message && `resurrect ${message.id}`;
  };

  const redrive: Deed = () => {
    if (queue.waiting().length === 0 && chance.isTrue(0.8)) clock.now += 13 * DAY_MILLIS;
    stage.violations.check(
      queue.expire(clock.now).length === 0,
      'the world loses no message by itself',
      () => 'expired',
    );
    const { moved, oldestMillis } = queue.redrive(clock.now);
    if (moved.length > 0) coverage.count('queue: redriven');
    if (oldestMillis > 12 * DAY_MILLIS) coverage.count('queue: redriven after days');
    return `redrive ${moved.length}`;
  };

  const catchUp: Deed = () => (table.catchUp() ? 'index follows' : undefined);

  const deploy: Deed = () => {
    cast.deploy();
    return 'deploy';
  };

  const session: Deed = () => {
    const person = chance.pick(cast.people);
    changeSession(chance, person);
    coverage.count('people: session changed');
    return `session ${person.token.id}`;
  };

  function possible(): (readonly [Deed, number])[] {
    const isBusy = cast.busy().length > 0;
    const deeds: (readonly [Deed, number])[] = [[pass(1 + chance.below(400)), 0.3]];
    if (clock.waiting() > 0) deeds.push([resume, 9]);
    if (toSend.length > 0) deeds.push([feed, 1.2]);
    if (queue.visible(clock.now) > 0 && cast.running('classify') < CONSUMERS_MAX) deeds.push([poll, 2]);
    if (reclassifyQueue.visible(clock.now) > 0 && cast.running('reclassify') < 2) deeds.push([pollAgain, 1]);
    if (switches.reclassify) deeds.push([askAgain, 0.12], [findDue, 0.12]);
    if (asksLeft > 0) {
      // People come to work on what is there; a few are early.
      const shareThere = cast.heads() / docket.caseIds.length;
      deeds.push([ask, 0.03 + (toSend.length > docket.bodies.length / 2 ? 0.5 : 3) * shareThere * shareThere]);
    }
    if (table.lag() > 0) deeds.push([catchUp, 2.5]);
    if (queue.waiting().length > 0) deeds.push([pass(190_000), 0.3]);
    if (asksLeft > 0) deeds.push([pass(20 * 60_000), 0.15]);
    if (switches.delays) deeds.push([pass(3 * HOUR_MILLIS, 'queue: hours passed'), 0.08]);
    if (switches.kill && isBusy) deeds.push([kill, 0.25]);
    if (isBusy) deeds.push([timeOut, switches.zombie ? 0.25 : 0.02]);
    if (switches.redelivery) deeds.push([resurrect, 0.1]);
    if (queue.deadLetters().length > 0) deeds.push([redrive, 0.2]);
    if (switches.newPolicy && !cast.isNewPolicy()) deeds.push([deploy, 0.12]);
    if (switches.sessionsEnd && cast.people.length > 0 && asksLeft > 0) deeds.push([session, 0.12]);
    return deeds;
  }

  return {
    /** Does something; undefined when the storm has blown itself out. */
    next(): string | undefined {
      const isOver =
        toSend.length === 0 &&
        asksLeft <= 0 &&
        clock.waiting() === 0 &&
        queue.waiting().length === 0 &&
        reclassifyQueue.waiting().length === 0 &&
        cast.busy().length === 0;
      if (isOver) return undefined;
      clock.now += chance.below(40);
      return chance.weighted(possible())() ?? 'nothing';
    },
  };
}
