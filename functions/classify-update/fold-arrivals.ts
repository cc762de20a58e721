/**
 * Brings the updates of one case that arrived together into its ledger and, in one write, into its head. Entries are
 * stored first; an update is settled only when a head that contains it is proved to be stored.
 */
import type { CalendarDate } from '../../events/dates.ts';
import type { DocketUpdate } from '../../events/docket-update.ts';
import { addUpdate, emptyRecord } from '../../shared/docket/fold.ts';
import { drawHead, type HeadContent } from '../../shared/flag/head.ts';
import type { Instrument } from '../../shared/policy/instruments.ts';
import { runLimited } from '../../shared/run-limited.ts';
import type { KeyedNames } from '../../shared/store/keys.ts';
import { hasMember, hasOtherContent, noMembers, withMember } from '../../shared/store/members.ts';
import type { CaseHead, CaseLedger, QuarantineStore } from '../../shared/store/store.ts';
import type { Message } from '../consume.ts';
import { type Fault, faultOf, mayPass } from '../fault.ts';
import { RESERVE_MILLIS } from '../in-time.ts';
import type { Outcome, Report } from '../report.ts';

export interface FoldDeps {
  readonly ledger: Pick<CaseLedger, 'readHead' | 'putEntry' | 'writeHead'>;
  readonly quarantine: Pick<QuarantineStore, 'put'>;
  readonly names: KeyedNames;
  readonly instrument: Instrument;
  readonly shards: number;
  readonly report: Report;
  /** Day to classify as of. */
  readonly asOf: () => CalendarDate;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
  readonly sleep: (millis: number) => Promise<void>;
  /** At least 0, below 1. */
  readonly random: () => number;
}

export interface Arrival {
  readonly message: Message;
  readonly update: DocketUpdate;
  readonly contentHash: string;
  readonly memberId: Uint8Array;
}

const MAX_TRIES = 5;
const BACKOFF_MILLIS = 25;
const BACKOFF_MAX_MILLIS = 400;
const PUTS_AT_A_TIME = 8;

const VERSION_LOST: Fault = { kind: 'version-lost', place: 'head' };
const OUT_OF_TIME: Fault = { kind: 'out-of-time', place: 'case' };

/** Hears what becomes of the arrivals of a case. */
export interface Listener {
  /** The outcome of an arrival, once for each. */
  readonly settle: (arrival: Arrival, outcome: Outcome, fault?: Fault & { tries: number }) => void;
  /** A head that was written and is known to be. */
  readonly written: (content: HeadContent) => void;
}

interface OneCase {
  readonly caseKey: string;
  readonly caseId: string;
  /** Arrivals without an outcome. */
  readonly open: Set<Arrival>;
  /** What an arrival counts as once it is found in the head: a write whose answer was lost may have been done. */
  readonly attempted: Map<Arrival, Outcome>;
  readonly conflicting: Set<Arrival>;
  /** Those whose entry is proved to be stored. It stays, so that a lost version costs no second put of it. */
  readonly entered: Set<Arrival>;
  readonly settle: (arrival: Arrival, outcome: Outcome, fault?: Fault) => void;
  readonly written: (content: HeadContent) => void;
}

/** @param arrivals updates of one case, no two of them the same */
export async function foldArrivals(
  deps: FoldDeps,
  arrivals: readonly Arrival[],
  timeLeftMillis: () => number,
  { settle, written }: Listener,
): Promise<void> {
  const caseId = arrivals[0]?.update.subject;
  if (caseId === undefined) return;
  let tries = 1;
  const open = new Set(arrivals);
  const one: OneCase = {
    caseKey: deps.names.caseKey(caseId),
    caseId,
    open,
    attempted: new Map(),
    conflicting: new Set(),
    entered: new Set(),
    settle: (arrival, outcome, fault) => {
      if (open.delete(arrival)) settle(arrival, outcome, fault && { ...fault, tries });
    },
    written,
  };
  for (; ; tries++) {
    const fault = await attempt(deps, one).catch(faultFor(one));
    if (open.size === 0) return;
    const isLate = timeLeftMillis() < RESERVE_MILLIS;
    if (isLate || tries === MAX_TRIES) {
      for (const arrival of open) one.settle(arrival, 'retried', isLate ? OUT_OF_TIME : fault);
      return;
    }
    await deps.sleep(deps.random() * Math.min(BACKOFF_MAX_MILLIS, BACKOFF_MILLIS * 2 ** tries));
  }
}

/** What may pass is tried again; anything else settles all that is open. */
function faultFor({ open, settle }: OneCase) {
  return (error: unknown): Fault => {
    const fault = faultOf(error);
    if (!mayPass(error)) for (const arrival of open) settle(arrival, 'error', fault);
    return fault;
  };
}

/** One try: read the head, store what it lacks, fold, write. Returns what stood in the way of what is still open. */
async function attempt(deps: FoldDeps, one: OneCase): Promise<Fault> {
  const head = await deps.ledger.readHead(one.caseKey);
  const members = head?.members ?? noMembers;
  for (const arrival of one.open) {
    if (hasMember(members, arrival.memberId)) one.settle(arrival, one.attempted.get(arrival) ?? 'duplicate');
  }
  if (one.open.size === 0) return VERSION_LOST;
  const { stored, fault } = await storeEntries(deps, one, members);
  if (stored.length === 0) return fault ?? VERSION_LOST;
  return (await writeFolded(deps, one, head, stored)) ?? fault ?? VERSION_LOST;
}

async function storeEntries(deps: FoldDeps, one: OneCase, members: Uint8Array) {
  const receivedAt = deps.now();
  const stored: Arrival[] = [];
  let fault: Fault | undefined;
  let seen = members;
  const tasks = [...one.open].map((arrival) => {
    const isConflicting = hasOtherContent(seen, arrival.memberId);
    seen = withMember(seen, arrival.memberId);
    return async () => {
      try {
        if (isConflicting) await setAsideCopy(deps, one, arrival, receivedAt);
        await storeEntry(deps, one, arrival, receivedAt);
        stored.push(arrival);
      } catch (error) {
        fault = faultOf(error);
        if (!mayPass(error)) one.settle(arrival, 'error', fault);
      }
    };
  });
  await runLimited(tasks, PUTS_AT_A_TIME);
  return { stored, fault };
}

async function storeEntry(deps: FoldDeps, one: OneCase, arrival: Arrival, receivedAt: string): Promise<void> {
  if (one.entered.has(arrival)) return;
  const { memberId, message } = arrival;
  await deps.ledger.putEntry(one.caseKey, { memberId, body: message.body, receivedAt });
  one.entered.add(arrival);
}

/** Other content under a known source and id counts, and a person sees a copy. */
async function setAsideCopy(deps: FoldDeps, one: OneCase, arrival: Arrival, receivedAt: string): Promise<void> {
  if (one.conflicting.has(arrival)) return;
  const { id: messageId, body } = arrival.message;
  const id = deps.names.receivedId(body);
  await deps.quarantine.put({ id, reason: 'conflicting-content', paths: ['$'], receivedAt, body });
  one.conflicting.add(arrival);
  deps.report.log('UPDATE_CONFLICTING', { messageId });
  deps.report.countSetAside('conflicting-content');
}

/** Folds the stored arrivals into the head; returns what stood in the way, or undefined when it is written. */
async function writeFolded(
  deps: FoldDeps,
  one: OneCase,
  head: CaseHead | undefined,
  stored: readonly Arrival[],
): Promise<Fault | undefined> {
  let record = head?.record ?? emptyRecord;
  let members = head?.members ?? noMembers;
  const outcomes = new Map<Arrival, Outcome>();
  for (const arrival of stored) {
    try {
      const next = addUpdate(record, arrival.update, arrival.contentHash);
      outcomes.set(arrival, next === record ? 'superseded' : 'applied');
      record = next;
      members = withMember(members, arrival.memberId);
    } catch (error) {
      one.settle(arrival, 'error', faultOf(error));
    }
  }
  if (outcomes.size === 0) return undefined;

  const { content, change } = drawHead({
    caseKey: one.caseKey,
    caseId: one.caseId,
    members,
    record,
    previous: head,
    review: head?.review,
    instrument: deps.instrument,
    asOf: deps.asOf(),
    at: deps.now(),
    shards: deps.shards,
  });
  for (const [arrival, outcome] of outcomes) one.attempted.set(arrival, outcome);
  const result = await deps.ledger.writeHead(one.caseKey, content, head?.version);
  if (result === 'version-conflict') {
    deps.report.log('HEAD_CONFLICT');
    return VERSION_LOST;
  }
  for (const [arrival, outcome] of outcomes) one.settle(arrival, outcome);
  one.written(content);
  if (change !== 'unchanged' && content.flag) deps.report.countFlag(change, content.flag.lane);
  return undefined;
}
