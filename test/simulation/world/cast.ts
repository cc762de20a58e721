/** Who acts in a schedule: docket systems, functions fed by queues, people and the API they ask, and time for all of them. */
import type { Update } from '../checker/naive-fold.ts';
import { drawPeople } from '../people/people.ts';
import { DAY_MILLIS } from '../queue/queue.ts';
import { makeAsking } from './asking.ts';
import { makeConsuming, type QueueKind } from './consuming.ts';
import { type Container, type Outside, policyOf } from './containers.ts';
import { updateIn } from './docket.ts';
import { makeFleet, NEW_POLICY } from './fleet.ts';
import { runFindDue } from './reclassifying.ts';
import { checkRest, sendCaretaker } from './resting.ts';
import { makeReport, said } from './sink.ts';
import type { Stage } from './stage.ts';

const CARETAKER_AFTER_MILLIS = 3_600_000;
/** Over the end of closures, waits and background checks. */
const QUIET_DAYS = [0, 0, 30, 75, 400] as const;

export function makeCast(stage: Stage) {
  const { chance, switches, coverage, clock, queue, reclassifyQueue, docket, names } = stage;
  const people = switches.reviewers ? drawPeople(chance) : [];
  const sent: Update[] = [];
  const sentBodies = new Set<string>();
  let hasNewPolicyWritten = false;

  const outside: Outside = {
    trouble: stage.trouble,
    table: stage.table,
    quarantine: stage.quarantine,
    samples: stage.samples,
    send,
    said: (line) => said(stage, line),
    report: () => makeReport(stage, coverage),
    writingAs: (writer, container, work) =>
      stage.writingAs(writer(), () => {
        const result = work();
        noteWrite(container);
        return result;
      }),
  };
  const fleet = makeFleet(stage, outside);
  const consuming = makeConsuming(stage, fleet);
  const asking = makeAsking(stage, fleet);
  const searches = new Set<Container>();

  function noteWrite(container: Container): void {
    if (container.isZombie) coverage.count('function: a zombie wrote');
    if (!('policy' in container)) return;
    if (container.policy === NEW_POLICY) {
      hasNewPolicyWritten = true;
      coverage.count('function: new policy wrote');
    } else if (hasNewPolicyWritten) coverage.count('function: old policy wrote after the new');
  }

  function send(body: string): void {
    const update = updateIn(body);
    if (update !== undefined && !sentBodies.has(body)) sent.push(update);
    sentBodies.add(body);
    queue.send(body, clock.now);
  }

  function forge(body: string): void {
    stage.forged.add(body);
    queue.send(body, clock.now);
  }

  /** Asks for cases to be drawn again: those whose day has come, or all, under what was approved. */
  function askAgain(caseKeys: readonly string[], isApproved: boolean): void {
    const policyHash = policyOf(fleet.current()).contentHash;
    if (isApproved) for (const caseKey of caseKeys) stage.approve(caseKey, fleet.current());
    const request = { type: 'own-motion.reclassify.v1', caseKeys, ...(isApproved && { policyHash }) };
    reclassifyQueue.send(JSON.stringify(request), clock.now);
  }

  function findDue(): string {
    const container = fleet.single('find-due');
    searches.add(container);
    const over = () => void searches.delete(container);
    runFindDue(outside, container, (body) => void reclassifyQueue.send(body, clock.now)).then(over, over);
    return `${container.name} looks for what is due`;
  }

  function leaveAlone(container: Container): void {
    consuming.abandon(container);
    asking.abandon(container);
    searches.delete(container);
  }

  function end(container: Container): void {
    fleet.end(container);
    leaveAlone(container);
  }

  const queues: readonly (readonly [QueueKind, typeof queue])[] = [
    ['classify', queue],
    ['reclassify', reclassifyQueue],
  ];

  return {
    people,
    send,
    forge,
    askAgain,
    findDue,
    end,
    startRequest: asking.start,
    startBatch: (kind: QueueKind) => consuming.start(kind),
    busy: (): Container[] => [
      ...consuming.running().map(({ container }) => container),
      ...asking.running().map(({ container }) => container),
      ...searches,
    ],
    running: (kind: QueueKind) => consuming.running().filter((batch) => batch.kind === kind).length,
    heads: () => [...stage.writes.cases.values()].filter(({ head }) => head !== undefined).length,
    deploy: () => fleet.deploy(),
    isNewPolicy: () => fleet.isNewPolicy(),

    /** Its time is over for everybody else; whether it goes on is another matter. */
    timeOut(container: Container): void {
      clock.now = Math.max(clock.now, container.deadline + 1);
      if (!switches.zombie) {
        end(container);
        return;
      }
      container.isZombie = true;
      coverage.count('fault: zombie');
      leaveAlone(container);
    },

    calmStep(): void {
      clock.step += 1;
      while (stage.table.catchUp());
      if (clock.resumeOne(chance, true) !== undefined) return;
      for (const [kind, each] of queues) {
        each.redrive(clock.now);
        if (each.visible(clock.now) === 0 || consuming.running().length > 0) continue;
        consuming.start(kind);
        return;
      }
      // What is visible already waits for the batch under way, which may be asleep.
      const times = [clock.nextWake(), ...queues.map(([, each]) => each.nextVisible(clock.now))];
      const next = Math.min(...times.map((time) => time ?? Infinity));
      if (Number.isFinite(next)) clock.now = Math.max(clock.now, next);
    },

    isAtRest: () =>
      clock.waiting() === 0 &&
      queues.every(([, each]) => each.waiting().length === 0 && each.deadLetters().length === 0) &&
      consuming.running().length === 0 &&
      asking.running().length === 0 &&
      searches.size === 0,

    waitingFor: () =>
      `${clock.waiting()} calls, ${queues.map(([kind, each]) => `${each.waiting().length} to ${kind}`).join(', ')}, ` +
      `${consuming.running().length} batches, ${asking.running().length} requests`,

    /** What is done about all cases once the storm is over: readers read, the approved instrument reaches what it must. */
    mend(): void {
      clock.now += CARETAKER_AFTER_MILLIS;
      sendCaretaker(stage, asking);
      if (fleet.isNewPolicy()) askAgain(docket.caseIds.map(names.caseKey), true);
    },

    /** Days pass in which nothing comes, and cases come due by themselves. */
    letDaysPass(): void {
      clock.now += chance.pick(QUIET_DAYS) * DAY_MILLIS;
      findDue();
    },

    checkAtRest: () => checkRest(stage, fleet, asking, sent),
  };
}

export type Cast = ReturnType<typeof makeCast>;
