/** Takes a batch of docket updates to the case table: one outcome a message, cases side by side. */
import { decodeDocketUpdate } from '../../events/decode.ts';
import { REVIEW_SOURCE } from '../../events/docket-update.ts';
import { contentHash } from '../../shared/docket/content-hash.ts';
import type { HeadContent } from '../../shared/flag/head.ts';
import { runLimited } from '../../shared/run-limited.ts';
import type { Batch, Message } from '../consume.ts';
import { faultOf } from '../fault.ts';
import { inTime, RESERVE_MILLIS } from '../in-time.ts';
import type { Outcome, Traffic } from '../report.ts';
import { type BelievedDeps, believed } from './believed.ts';
import { type Arrival, type FoldDeps, foldArrivals, type Listener } from './fold-arrivals.ts';
import { type Refused, type Settle, setAside } from './set-aside.ts';
import { compareUnderShadow, type Shadow } from './shadow.ts';

const CASES_AT_A_TIME = 10;

const IS_ACKNOWLEDGED = {
  applied: true,
  duplicate: true,
  superseded: true,
  rejected: true,
  retried: false,
  error: false,
} as const satisfies Record<Outcome, boolean>;

/** Outcomes of an update that the ledger did not have. */
const IS_NEWS = { ...IS_ACKNOWLEDGED, duplicate: false, rejected: false } as const;

/** What a classification says when no priority is true and one is unknown: contract, section 3. */
const UNDETERMINED = 'undetermined';

export interface ClassifyDeps extends FoldDeps {
  readonly ledger: FoldDeps['ledger'] & BelievedDeps['ledger'];
  /** A second instrument to try on live traffic; undefined when there is none. */
  readonly shadow?: Shadow | undefined;
}

interface Task {
  readonly messages: readonly Message[];
  readonly run: () => Promise<void>;
}

export async function classifyUpdates(deps: ClassifyDeps, batch: Batch): Promise<void> {
  const outcomes = { applied: 0, duplicate: 0, superseded: 0, rejected: 0, retried: 0, error: 0 };
  const settle: Settle = (message, outcome, fault) => {
    outcomes[outcome] += 1;
    if (IS_ACKNOWLEDGED[outcome]) batch.prove(message);
    if (fault === undefined) return;
    const { kind, place, tries } = fault;
    const code = outcome === 'retried' ? 'UPDATE_RETRIED' : 'UPDATE_FAILED';
    deps.report.log(code, { messageId: message.id, fault: kind, place, ...(tries !== undefined && { tries }) });
  };

  let accepted = 0;
  const heads: HeadContent[] = [];
  const listener: Listener = {
    settle: (arrival, outcome, fault) => {
      if (IS_NEWS[outcome] && arrival.update.source !== REVIEW_SOURCE) accepted += 1;
      settle(arrival.message, outcome, fault);
    },
    written: (content) => void heads.push(content),
  };
  const { cases, refused } = sort(deps, batch.messages, settle);
  const timed = keptInTime(deps, batch.timeLeftMillis);
  const tasks = [
    ...refused.map((item) => ({ messages: [item.message], run: () => setAside(timed, item, settle) })),
    ...cases.map((arrivals) => foldTask(timed, arrivals, batch, { settle, listener })),
  ];
  await runLimited(
    tasks.map((task) => () => runInTime(task, batch, settle)),
    CASES_AT_A_TIME,
  );
  deps.report.log('BATCH_DONE', { outcomes });
  deps.report.countOutcomes(outcomes, { accepted, ...standings(heads) });
  // Last: whatever becomes of it, every message has its outcome.
  if (deps.shadow !== undefined) compareUnderShadow(deps.shadow, heads, batch.timeLeftMillis);
}

/** One case can ask for more requests, one after another, than there is time for. */
function keptInTime({ ledger, quarantine, ...deps }: ClassifyDeps, timeLeftMillis: () => number): ClassifyDeps {
  return {
    ...deps,
    ledger: {
      readHead: inTime(timeLeftMillis, 'case', ledger.readHead),
      readAct: inTime(timeLeftMillis, 'case', ledger.readAct),
      putEntry: inTime(timeLeftMillis, 'case', ledger.putEntry),
      writeHead: inTime(timeLeftMillis, 'case', ledger.writeHead),
    },
    quarantine: { put: inTime(timeLeftMillis, 'quarantine', quarantine.put) },
  };
}

function standings(heads: readonly HeadContent[]): Omit<Traffic, 'accepted'> {
  const lanes = { 'own-motion': 0, supervisor: 0, 'needs-facts': 0, triage: 0, none: 0 };
  for (const { classification } of heads) lanes[classification.lane] += 1;
  const undetermined = heads.filter(({ classification }) => classification.priority === UNDETERMINED).length;
  return { classified: heads.length, undetermined, lanes };
}

/** Parses each message on its own, so that none can harm its neighbours, and brings those of one case together. */
function sort(deps: FoldDeps, messages: readonly Message[], settle: Settle) {
  const refused: Refused[] = [];
  const cases = new Map<string, Arrival[]>();
  for (const message of messages) {
    try {
      const decoded = decodeDocketUpdate(message.body);
      if (decoded.kind === 'rejected') {
        refused.push({ message, reason: decoded.reason, paths: decoded.paths });
        continue;
      }
      const { update } = decoded;
      const hash = contentHash(update);
      const arrival = { message, update, contentHash: hash, memberId: deps.names.memberId(update, hash) };
      cases.set(update.subject, [...(cases.get(update.subject) ?? []), arrival]);
    } catch (error) {
      settle(message, 'error', faultOf(error));
    }
  }
  return { refused, cases: [...cases.values()] };
}

/** Runs a task unless the invocation is about to end; whatever it throws fails its own messages only. */
async function runInTime({ messages, run }: Task, batch: Batch, settle: Settle): Promise<void> {
  if (batch.timeLeftMillis() < RESERVE_MILLIS) {
    for (const message of messages) settle(message, 'retried', { kind: 'out-of-time', place: 'batch' });
    return;
  }
  await run();
}

/** The same update twice in one batch is brought in once; its twins share its fate and count as duplicates. */
function byTwins(arrivals: readonly Arrival[]): Map<Arrival, readonly Arrival[]> {
  const twins = new Map<string, Arrival[]>();
  for (const arrival of arrivals) {
    const name = Buffer.from(arrival.memberId).toString('base64url');
    twins.set(name, [...(twins.get(name) ?? []), arrival]);
  }
  const firstOf = new Map<Arrival, readonly Arrival[]>();
  for (const [first, ...rest] of twins.values()) if (first !== undefined) firstOf.set(first, rest);
  return firstOf;
}

interface Hearing {
  readonly settle: Settle;
  readonly listener: Listener;
}

function foldTask(deps: ClassifyDeps, arrivals: readonly Arrival[], batch: Batch, hearing: Hearing): Task {
  const { settle, listener } = hearing;
  const run = async () => {
    const firstOf = byTwins(await believed(deps, arrivals, settle));
    await foldArrivals(deps, [...firstOf.keys()], batch.timeLeftMillis, {
      settle: (arrival, outcome, fault) => {
        listener.settle(arrival, outcome, fault);
        const twinOutcome = IS_ACKNOWLEDGED[outcome] ? 'duplicate' : outcome;
        for (const twin of firstOf.get(arrival) ?? []) listener.settle(twin, twinOutcome, fault);
      },
      written: listener.written,
    });
  };
  return { messages: arrivals.map(({ message }) => message), run };
}
