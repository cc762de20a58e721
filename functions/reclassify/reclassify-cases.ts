/**
 * Draws cases again that a queue names: because a day has passed, or because a person approved another instrument. A
 * message is proved when each of its cases is as it should be; whatever an update wrote meanwhile stands.
 */
import type { CalendarDate } from '../../events/dates.ts';
import { redrawHead } from '../../shared/flag/redraw.ts';
import type { Instrument } from '../../shared/policy/instruments.ts';
import { parseRequest } from '../../shared/reclassify/request.ts';
import { runLimited } from '../../shared/run-limited.ts';
import type { CaseLedger } from '../../shared/store/store.ts';
import type { Batch, Message } from '../consume.ts';
import { type Fault, faultOf, mayPass } from '../fault.ts';
import { inTime, RESERVE_MILLIS } from '../in-time.ts';
import type { CaseOutcome, ReclassifyReport } from './reclassify-report.ts';

export interface ReclassifyDeps {
  readonly ledger: Pick<CaseLedger, 'readHead' | 'writeHead'>;
  readonly instrument: Instrument;
  readonly shards: number;
  readonly report: ReclassifyReport;
  /** Day to classify as of. */
  readonly asOf: () => CalendarDate;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
  readonly sleep: (millis: number) => Promise<void>;
  /** At least 0, below 1. */
  readonly random: () => number;
}

const CASES_AT_A_TIME = 10;
const MAX_TRIES = 5;
const BACKOFF_MILLIS = 25;
const BACKOFF_MAX_MILLIS = 400;

interface Ended {
  readonly outcome: CaseOutcome;
  readonly fault?: Fault;
  readonly tries: number;
}

/** A case and the messages that name it: one draw serves them all. */
interface Wanted {
  readonly messages: Message[];
  /** A person has approved this instrument for it; else only the calendar asks. */
  isApproved: boolean;
}

export async function reclassifyCases(deps: ReclassifyDeps, batch: Batch): Promise<void> {
  const { report } = deps;
  const counts = { changed: 0, unchanged: 0, absent: 0, waiting: 0, retried: 0, failed: 0 };
  const failed = new Set<Message>();
  const { wanted, asked } = sort(deps, batch.messages);
  const timed = { ...deps, ledger: keptInTime(deps.ledger, batch.timeLeftMillis) };
  const tasks = [...wanted].map(([caseKey, { messages, isApproved }]) => async () => {
    const { outcome, fault, tries } = await reclassifyCase(timed, { caseKey, isApproved }, batch.timeLeftMillis);
    counts[outcome] += 1;
    if (fault === undefined) return;
    for (const message of messages) {
      failed.add(message);
      report.log(outcome === 'retried' ? 'CASE_RETRIED' : 'CASE_FAILED', { messageId: message.id, tries, ...fault });
    }
  });
  await runLimited(tasks, CASES_AT_A_TIME);
  for (const message of asked) if (!failed.has(message)) batch.prove(message);
  report.log('RECLASSIFY_DONE', { outcomes: counts });
  report.countCases(counts);
}

function keptInTime(ledger: ReclassifyDeps['ledger'], timeLeftMillis: () => number): ReclassifyDeps['ledger'] {
  return {
    readHead: inTime(timeLeftMillis, 'case', ledger.readHead),
    writeHead: inTime(timeLeftMillis, 'case', ledger.writeHead),
  };
}

function sort({ instrument, report }: ReclassifyDeps, messages: readonly Message[]) {
  const wanted = new Map<string, Wanted>();
  const asked: Message[] = [];
  for (const message of messages) {
    const request = parseRequest(message.body);
    if (request === undefined) {
      report.log('REQUEST_REFUSED', { messageId: message.id });
      continue;
    }
    if (request.policyHash !== undefined && request.policyHash !== instrument.contentHash) {
      report.log('REQUEST_OTHER_POLICY', { messageId: message.id });
      continue;
    }
    asked.push(message);
    for (const caseKey of request.caseKeys) {
      const one = wanted.get(caseKey) ?? { messages: [], isApproved: false };
      one.messages.push(message);
      one.isApproved ||= request.policyHash !== undefined;
      wanted.set(caseKey, one);
    }
  }
  return { wanted, asked };
}

interface OneCase {
  readonly caseKey: string;
  readonly isApproved: boolean;
}

async function reclassifyCase(deps: ReclassifyDeps, one: OneCase, timeLeftMillis: () => number): Promise<Ended> {
  let fault: Fault = { kind: 'version-lost', place: 'head' };
  for (let tries = 1; ; tries++) {
    if (timeLeftMillis() < RESERVE_MILLIS) {
      return { outcome: 'retried', fault: { kind: 'out-of-time', place: 'case' }, tries };
    }
    try {
      const outcome = await drawOnce(deps, one);
      if (outcome !== undefined) return { outcome, tries };
      fault = { kind: 'version-lost', place: 'head' };
    } catch (error) {
      fault = faultOf(error);
      if (!mayPass(error)) return { outcome: 'failed', fault, tries };
    }
    if (tries === MAX_TRIES) return { outcome: 'retried', fault, tries };
    await deps.sleep(deps.random() * Math.min(BACKOFF_MAX_MILLIS, BACKOFF_MILLIS * 2 ** tries));
  }
}

/** @returns undefined when somebody else wrote first: what they wrote is read before anything is written again */
async function drawOnce(deps: ReclassifyDeps, { caseKey, isApproved }: OneCase): Promise<CaseOutcome | undefined> {
  const { ledger, instrument, shards, report } = deps;
  const head = await ledger.readHead(caseKey);
  if (head === undefined) return 'absent';
  // Still due tomorrow: the calendar must not put a policy in another's place before a person has seen what it does.
  if (!isApproved && head.policyHash !== instrument.contentHash) return 'waiting';
  const { content, change, isChanged } = redrawHead(head, { instrument, shards, asOf: deps.asOf(), at: deps.now() });
  if (!isChanged) return 'unchanged';
  const written = await ledger.writeHead(caseKey, content, head.version);
  if (written === 'version-conflict') return undefined;
  if (change !== 'unchanged' && content.flag) report.countFlag(change, content.flag.lane);
  return 'changed';
}
