/**
 * A change of policy in mid-stream: every case of a docket is drawn again by the functions' own code while updates arrive
 * and people decide. Stores are in memory; the queue delivers some messages twice and takes back what fails.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { noProgress } from '../../cli/progress.ts';
import { readPlan } from '../../cli/reclassify/plan-file.ts';
import { approve, dryRun } from '../../cli/reclassify/reclassify.ts';
import { randomFrom } from '../../cli/sample/random.ts';
import { updatesOf } from '../../cli/sample/updates.ts';
import { fileCheckpoint } from '../../cli/segments/checkpoint.ts';
import type { DocketUpdate } from '../../events/docket-update.ts';
import { consume } from '../../functions/consume.ts';
import { reclassifyCases } from '../../functions/reclassify/reclassify-cases.ts';
import type { CaseCounts } from '../../functions/reclassify/reclassify-report.ts';
import { decide } from '../../functions/review-api/cases/flag-acts.ts';
import type { ReviewDeps } from '../../functions/review-api/endpoint.ts';
import { makeSeals } from '../../functions/review-api/seals.ts';
import { findInstrument, type Instrument } from '../../shared/policy/instruments.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import { memoryQuarantineStore } from '../../shared/store/memory/quarantine-store.ts';
import { memorySampleStore } from '../../shared/store/memory/sample-store.ts';
import type { CaseStore } from '../../shared/store/store.ts';
import { page } from '../cli/case-world.ts';
import { names, SHARDS } from '../contract/store-samples.ts';
import { viewer } from '../review-api/world.ts';
import { makeConsumer, queueEvent, type Sent } from '../simulation/consumer.ts';

const SEED = 13993;
/** Updates of a case that are in before the policy changes; the next arrives meanwhile. */
const IN_BEFORE = 3;
const OLD = { id: 'opla-2021-05-27', asOf: '2021-08-02', at: '2021-08-02T12:00:00.000Z' };
const NEW = { id: 'opla-2022-04-03', asOf: '2022-05-02', at: '2022-05-02T12:00:00.000Z' };
const WORKERS = 4;
const BATCH = 10;
/** One message in so many is delivered twice. */
const TWICE = 20;
/** One case in so many is decided by a person. */
const DECIDED = 10;

function instrumentOf(id: string): Instrument {
  const instrument = findInstrument(id);
  if (instrument === undefined) throw new Error(`no instrument ${id}`);
  return instrument;
}

export interface MidStream {
  readonly store: CaseStore;
  readonly instrument: Instrument;
  readonly asOf: string;
  /** Every update of every case, by its subject. */
  readonly updates: ReadonlyMap<string, readonly DocketUpdate[]>;
  /** The act of each decision that was answered with "done", by case key. */
  readonly decisions: ReadonlyMap<string, string>;
  readonly counts: CaseCounts;
  /** How often somebody wrote first. */
  readonly conflicts: number;
  readonly deliveries: number;
  /** What a dry run says before and after. */
  readonly before: string;
  readonly after: string;
  readonly seconds: Readonly<Record<string, number>>;
}

interface Docket {
  readonly before: readonly Sent[][];
  readonly meanwhile: readonly Sent[];
  readonly updates: ReadonlyMap<string, readonly DocketUpdate[]>;
}

function drawDocket(cases: number): Docket {
  const before: Sent[][] = [];
  const meanwhile: Sent[] = [];
  const updates = new Map<string, readonly DocketUpdate[]>();
  for (let number = 1; number <= cases; number++) {
    const all = updatesOf(randomFrom(SEED, number), number).updates.slice(0, IN_BEFORE + 1);
    updates.set(all[0]?.subject ?? '', all);
    const sent = all.map((update) => ({ id: update.id, body: JSON.stringify(update) }));
    before.push(sent.slice(0, IN_BEFORE));
    meanwhile.push(...sent.slice(IN_BEFORE));
  }
  return { before, meanwhile, updates };
}

/** A store whose calls let others run in between, and which counts how often a writer came too late. */
function contended(store: CaseStore) {
  const tally = { conflicts: 0 };
  const result = <T>(written: T): T => {
    if (written === 'version-conflict') tally.conflicts += 1;
    return written;
  };
  const contendedStore: CaseStore = {
    ...store,
    async readHead(caseKey) {
      const head = await store.readHead(caseKey);
      await setImmediate();
      return head;
    },
    writeHead: async (...args) => result(await store.writeHead(...args)),
    writeReview: async (...args) => result(await store.writeReview(...args)),
  };
  return { store: contendedStore, tally };
}

function batchesOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

/** Everything in turn from several hands at once. */
async function together(hands: number, tasks: Iterable<() => Promise<void>>): Promise<void> {
  const waiting = tasks[Symbol.iterator]();
  async function hand(): Promise<void> {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) await next.value();
  }
  await Promise.all(Array.from({ length: hands }, hand));
}

async function plainly(store: CaseStore, given: { folder: string; name: string; queue?: Sent[] }) {
  const instrument = instrumentOf(NEW.id);
  const [out, err] = [page(), page()];
  const { folder, name, queue } = given;
  const request = {
    // A page a segment: a store in memory looks through all of it for each.
    scan: { scanHeads: ({ segment, of }: { segment: number; of: number }) => store.scanHeads({ segment, of }) },
    tableName: 'cases',
    instrument,
    shards: SHARDS,
    asOf: NEW.asOf,
    segments: 4,
    checkpoint: fileCheckpoint(folder, name, []),
    now: () => NEW.at,
    progress: noProgress,
    signal: new AbortController().signal,
    out,
    err,
  };
  if (queue === undefined) {
    await dryRun({ ...request, folder, showRestricted: false, asJson: false });
    return out.text();
  }
  const id = /--approve (\w+)\n$/.exec(await plainly(store, { folder, name: 'weigh' }))?.[1] ?? '';
  const found = await readPlan(folder, id);
  if (found.kind === 'refused') throw new Error(found.message);
  const sendBatch = async (bodies: readonly string[]) => {
    for (const body of bodies) queue.push({ id: `r${queue.length}`, body });
    return [];
  };
  await approve({ ...request, plan: found.plan, sendBatch, sleep: async () => {} });
  return out.text();
}

/** The function that reclassifies, on a queue that delivers some messages twice and takes back what fails. */
async function drain(store: CaseStore, queue: readonly Sent[]) {
  const counts = { changed: 0, unchanged: 0, absent: 0, waiting: 0, retried: 0, failed: 0 };
  const run = consume(
    (batch) =>
      reclassifyCases(
        {
          ledger: store,
          instrument: instrumentOf(NEW.id),
          shards: SHARDS,
          report: {
            log: () => {},
            countCases(some) {
              counts.changed += some.changed;
              counts.unchanged += some.unchanged;
              counts.absent += some.absent;
              counts.waiting += some.waiting;
              counts.retried += some.retried;
              counts.failed += some.failed;
            },
            countDue: () => {},
            countFlag: () => {},
            countFault: () => {},
          },
          asOf: () => NEW.asOf,
          now: () => NEW.at,
          sleep: async () => {},
          random: () => 0.5,
        },
        batch,
      ),
    (error) => {
      throw error;
    },
  );
  const waiting = queue.flatMap((message, i) => (i % TWICE === 0 ? [message, message] : [message]));
  let deliveries = 0;
  async function hand(): Promise<void> {
    for (let some = waiting.splice(0, BATCH); some.length > 0; some = waiting.splice(0, BATCH)) {
      deliveries += some.length;
      const { batchItemFailures } = await run(queueEvent(some), { getRemainingTimeInMillis: () => 60_000 });
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      waiting.push(...some.filter(({ id }) => failed.has(id)));
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, hand));
  return { counts, deliveries };
}

function reviewDeps(store: CaseStore): ReviewDeps {
  return {
    cases: store,
    queue: store,
    samples: memorySampleStore(),
    names,
    seals: makeSeals('a secret of the tests, long enough to be one'),
    sendUpdate: async () => {},
    instrument: instrumentOf(NEW.id),
    shards: SHARDS,
    offices: [],
    leaseMinutes: 30,
    handling: '',
    asOf: () => NEW.asOf,
    now: () => NEW.at,
    newSeed: () => '',
  };
}

/** A person decides on what they read; whoever comes too late reads again, as the page asks them to. */
async function decideOn(deps: ReviewDeps, caseKey: string, done: Map<string, string>): Promise<void> {
  const supervisor = viewer('sub-anna', { role: 'supervisor', offices: ['*'] });
  for (let tries = 0; tries < 20; tries++) {
    const head = await deps.cases.readHead(caseKey);
    if (head?.flag?.state !== 'raised') return;
    const updates = head.members.length / 16;
    const seen = { version: head.version, digest: head.classification.digest, updates };
    const idempotencyKey = `decision-of-${caseKey.slice(0, 20)}`;
    const body = { decision: 'decline' as const, reason: 'not now', seen, idempotencyKey };
    const answer = await decide(deps, { viewer: supervisor, path: { key: caseKey }, query: {}, body });
    if (answer.kind === 'ok') {
      done.set(caseKey, names.actId(supervisor.id, idempotencyKey));
      return;
    }
    if (answer.kind === 'problem' && !['case-moved', 'try-again'].includes(answer.code)) return;
    await setImmediate();
  }
}

export async function runMidStream(cases: number): Promise<MidStream> {
  const seconds: Record<string, number> = {};
  let since = performance.now();
  const lap = (name: string) => {
    seconds[name] = Math.round((performance.now() - since) / 10) / 100;
    since = performance.now();
  };
  const { store, tally } = contended(memoryCaseStore({ shards: SHARDS }));
  const quarantine = memoryQuarantineStore();
  const docket = drawDocket(cases);
  const old = { instrument: instrumentOf(OLD.id), asOf: () => OLD.asOf, now: () => OLD.at };
  const first = makeConsumer({ ledger: store, quarantine }, old);
  await together(
    1,
    docket.before.map((some) => async () => void (await first.consume(some))),
  );
  lap('folding the docket');

  const folder = await mkdtemp(join(tmpdir(), 'own-motion-mid-stream-'));
  try {
    const before = await plainly(store, { folder, name: 'before' });
    const queue: Sent[] = [];
    await plainly(store, { folder, name: 'approved', queue });
    lap('weighing and approving');

    const live = makeConsumer(
      { ledger: store, quarantine },
      { instrument: instrumentOf(NEW.id), asOf: () => NEW.asOf, now: () => NEW.at },
    );
    const arriving = batchesOf(docket.meanwhile, BATCH).map((some) => async () => {
      for (let left = some; left.length > 0; ) {
        const failed = new Set(await live.consume(left));
        left = left.filter(({ id }) => failed.has(id));
      }
    });
    const decisions = new Map<string, string>();
    const deps = reviewDeps(store);
    const keys = [...docket.updates.keys()].map(names.caseKey).filter((_, i) => i % DECIDED === 0);
    const [drained] = await Promise.all([
      drain(store, queue),
      together(WORKERS, arriving),
      together(
        WORKERS,
        keys.map((caseKey) => () => decideOn(deps, caseKey, decisions)),
      ),
    ]);
    lap('drawing again, with updates and decisions');
    const after = await plainly(store, { folder, name: 'after' });
    lap('weighing again');
    return {
      store,
      instrument: instrumentOf(NEW.id),
      asOf: NEW.asOf,
      updates: docket.updates,
      decisions,
      ...drained,
      conflicts: tally.conflicts,
      before,
      after,
      seconds,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
