/** What a schedule is played on: chance, clock, table, queue, and the checker that looks at all of them. */
import { createHash } from 'node:crypto';
import { memoryQuarantineStore } from '../../../shared/store/memory/quarantine-store.ts';
import { memorySampleStore } from '../../../shared/store/memory/sample-store.ts';
import type { QuarantinedMessage } from '../../../shared/store/store.ts';
import { caseTable } from '../../../shared/store/table-shape.ts';
import { canonical, namesUnder } from '../checker/canonical.ts';
import type { Writer } from '../checker/seen-case.ts';
import { textOf } from '../checker/stored.ts';
import { makeViolations } from '../checker/violations.ts';
import { watchAnswers } from '../checker/watch-answers.ts';
import { watchWrites } from '../checker/watch-writes.ts';
import { isSupervisor } from '../people/people.ts';
import { makeQueue, PIPELINE_QUEUE } from '../queue/queue.ts';
import { type IndexShape, makeTable, type Write } from '../table/table.ts';
import type { Trouble } from '../table/table-client.ts';
import { type Chance, chanceOf } from './chance.ts';
import { makeClock } from './clock.ts';
import { LEASE_MINUTES, SECRET } from './containers.ts';
import { makeCoverage } from './coverage.ts';
import { drawDocket } from './docket.ts';
import { drawSwitches, type Switches } from './switches.ts';

const START = Date.parse('2021-06-15T12:00:00.000Z');

/** The indexes that the CDK app makes, whatever they are. */
const indexes = Object.values(caseTable).filter(
  (each): each is Extract<(typeof caseTable)[keyof typeof caseTable], IndexShape> => typeof each === 'object',
);

function makeTrace(keeps: boolean) {
  const hash = createHash('sha256');
  const kept: string[] = [];
  return {
    step(line: string): void {
      hash.update(`${line}\n`);
      if (keeps) kept.push(line);
    },
    digest: () => hash.copy().digest('hex'),
    lines: (): readonly string[] => kept,
  };
}

interface Options {
  readonly keepTrace: boolean;
  readonly switches: Partial<Switches>;
}

export function makeStage(seed: number, options: Options) {
  const chance: Chance = chanceOf(seed);
  const switches: Switches = { ...drawSwitches(chance, seed), ...options.switches };
  const coverage = makeCoverage();
  const clock = makeClock(START);
  const violations = makeViolations();
  const trace = makeTrace(options.keepTrace);
  const names = namesUnder(SECRET);
  const docket = drawDocket(chance, switches);
  let isCalm = false;
  let onWrite: (write: Write) => void = () => {};
  let writer: Writer = { kind: 'updates', now: '' };

  const shareOfFaults = chance.pick([0.01, 0.03, 0.06]);
  const trouble: Trouble = { chance, switches, coverage, clock, shareOfFaults, isCalm: () => isCalm };
  const actOf = (pk: string, id: string) => {
    const item = table.at(pk, `ACT#${id}`);
    return item && { ...item, bodyText: textOf(item.body) };
  };
  const leaseMillis = LEASE_MINUTES * 60_000;
  /** Instruments that a person has approved for a case, by its key. */
  const approved = new Map<string, Set<string>>();
  const writes = watchWrites({
    violations,
    coverage,
    leaseMillis,
    step: () => clock.step,
    isSupervisor,
    actOf,
    isApproved: (caseKey, policyId) => approved.get(caseKey)?.has(policyId) === true,
  });
  const table = makeTable(
    { partitionKey: caseTable.partitionKey, sortKey: caseTable.sortKey, indexes },
    {
      onWrite: (write) => {
        writes.wrote(write, writer);
        onWrite(write);
      },
      cutPage: () => {
        if (isCalm || !switches.pageCuts || chance.isTrue(0.3)) return undefined;
        coverage.count('fault: page cut');
        return 1 + chance.below(3);
      },
      noted: (what) => coverage.count(`fault: ${what}`),
      readsStale: () => !isCalm && switches.staleReads,
      indexesLag: switches.staleIndex,
    },
  );
  const setAside: QuarantinedMessage[] = [];
  const quarantineStore = memoryQuarantineStore();
  const quarantine = {
    async put(message: QuarantinedMessage) {
      const put = await quarantineStore.put(message);
      if (put === 'stored') setAside.push(message);
      return put;
    },
  };
  const actsIn = (caseKey: string) =>
    [...table.all()].filter(({ pk, sk }) => pk === `CASE#${caseKey}` && String(sk).startsWith('ACT#'));
  const answers = watchAnswers({
    violations,
    cases: writes.cases,
    caseKeyOf: names.caseKey,
    caseIds: docket.caseIds,
    secrets: docket.secrets,
    leaseMillis,
    accessTo: (caseKey) =>
      actsIn(caseKey)
        .filter(({ kind }) => kind === 'access')
        .map(({ by, at }) => ({ by: String(by), at: String(at) })),
  });

  return {
    seed,
    chance,
    switches,
    coverage,
    clock,
    violations,
    trace,
    names,
    docket,
    trouble,
    table,
    queue: makeQueue(PIPELINE_QUEUE),
    reclassifyQueue: makeQueue(PIPELINE_QUEUE),
    /** What no log, metric or key may repeat. */
    secrets: [...docket.caseIds, 'word-', 'because-', 'Anna', 'Boris', 'Petra', 'Sofia', 'Simon'],
    quarantine,
    setAside,
    /** Bodies of updates that say they are a reviewer's and are not. */
    forged: new Set<string>(),
    approve: (caseKey: string, policyId: string) =>
      void approved.set(caseKey, (approved.get(caseKey) ?? new Set()).add(policyId)),
    samples: memorySampleStore(),
    writes,
    answers,
    actsIn,
    canonical,
    calm: () => {
      isCalm = true;
    },
    isCalm: () => isCalm,
    /** Hears of every write from now on. */
    follow: (hear: (write: Write) => void) => {
      onWrite = hear;
    },
    /** Every write is somebody's. */
    writingAs: (next: Writer, work: () => object) => {
      writer = next;
      return work();
    },
  };
}

export type Stage = ReturnType<typeof makeStage>;
