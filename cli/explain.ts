/**
 * `own-motion explain`: why a case is where it is, and what would change it; from docket updates, one a line, or from the
 * ledger of a table. Memory grows with the updates of the cases that are explained, since each fact names its own.
 */
import { setImmediate } from 'node:timers/promises';
import type { CalendarDate } from '../events/dates.ts';
import { decodeDocketUpdate } from '../events/decode.ts';
import { DOCKET_UPDATE_MAX_BYTES, type DocketUpdate } from '../events/docket-update.ts';
import { contentHash } from '../shared/docket/content-hash.ts';
import { settingsOf } from '../shared/policy/compare/compared-side.ts';
import type { Side } from '../shared/policy/compare/settings.ts';
import type { AcceptedUpdate } from '../shared/policy/explanation/evidence.ts';
import { type ExplainInput, explainCase } from '../shared/policy/explanation/explain-case.ts';
import type { CaseLedger } from '../shared/store/store.ts';
import { explanationText } from './explain-text.ts';
import type { Outcome, Output, TextSink } from './io.ts';
import { linesOf } from './lines.ts';
import type { StartProgress } from './progress.ts';
import { rejectedLine } from './rejected-line.ts';

interface Written {
  asJson: boolean;
  out: Output;
  err: TextSink;
}

export type ChosenSide = { kind: 'chosen'; side: Side } | Extract<Outcome, { kind: 'refused' }>;

export interface ExplainLinesRequest extends Written {
  /** The policy, with what is set for this run. */
  side: Side;
  asOf: CalendarDate;
  /** The one case to explain; every case of the input when absent. */
  caseId: string | undefined;
  input: AsyncIterable<Uint8Array>;
  /** Size of the input, where it is known. */
  input_bytes: number | undefined;
  progress: StartProgress;
  signal: AbortSignal;
}

function accepted(update: DocketUpdate): AcceptedUpdate {
  return { update, contentHash: contentHash(update) };
}

interface Gathered {
  /** By case id, in order of first appearance. */
  updates: ReadonlyMap<string, AcceptedUpdate[]>;
  isAnyRejected: boolean;
}

async function gatherUpdates({
  caseId,
  input,
  input_bytes,
  err,
  signal,
  ...request
}: ExplainLinesRequest): Promise<Gathered> {
  const progress = await request.progress(input_bytes, 'updates read');
  const updates = new Map<string, AcceptedUpdate[]>();
  let isAnyRejected = false;
  let read = 0;
  let read_bytes = 0;
  for await (const lines of linesOf(input, DOCKET_UPDATE_MAX_BYTES, signal)) {
    for (const line of lines) {
      read += 1;
      read_bytes += line.bytes.length + 1;
      const decoded = decodeDocketUpdate(line.bytes);
      if (decoded.kind === 'rejected') {
        isAnyRejected = true;
        progress.clear();
        await err.write(rejectedLine(line.number, decoded));
        continue;
      }
      const { subject } = decoded.update;
      if (caseId !== undefined && subject !== caseId) continue;
      const known = updates.get(subject);
      if (known === undefined) updates.set(subject, [accepted(decoded.update)]);
      else known.push(accepted(decoded.update));
    }
    progress.update(read_bytes, read);
  }
  progress.stop();
  return { updates, isAnyRejected };
}

/** By which policy, and what is set for this run. */
function readBy(side: Side): Pick<ExplainInput, 'instrument' | 'whatIf'> {
  const { policy, instrument } = side;
  return instrument === policy ? { instrument } : { instrument, whatIf: settingsOf(side) };
}

/** Between the pages of two cases. */
const PAGE_END = `\n${'='.repeat(72)}\n\n`;

export async function explainLines(request: ExplainLinesRequest): Promise<Outcome> {
  const { side, asOf, caseId, asJson, out, err, signal } = request;
  const { updates, isAnyRejected } = await gatherUpdates(request);
  let isFirst = true;
  for (const [id, ofCase] of updates) {
    if (signal.aborted) return { kind: 'interrupted' };
    const explanation = explainCase({ ...readBy(side), caseId: id, updates: ofCase, asOf });
    const page = asJson ? JSON.stringify(explanation) : explanationText(explanation, out.columns).join('\n');
    await out.write(`${isFirst || asJson ? '' : PAGE_END}${page}\n`);
    isFirst = false;
    // A case takes milliseconds, and Ctrl-C is heard between two only when the event loop comes to its turn.
    await setImmediate();
  }
  if (signal.aborted) return { kind: 'interrupted' };
  if (caseId !== undefined && updates.size === 0) {
    await err.write(
      'own-motion: the input has no accepted update of this case; --from-table reads the running table\n',
    );
    return { kind: 'incomplete' };
  }
  if (updates.size === 0 && !isAnyRejected) await err.write('own-motion: the input has no docket update\n');
  return isAnyRejected ? { kind: 'incomplete' } : { kind: 'done' };
}

export interface ExplainStoredRequest extends Written {
  caseId: string;
  caseKey: string;
  ledger: Pick<CaseLedger, 'readHead' | 'listEntries'>;
  /** By what to explain a case that was classified by the policy of that id. */
  sideFor: (policy: string) => Promise<ChosenSide>;
  /** By default the day of the stored answer. */
  asOf: CalendarDate | undefined;
}

export async function explainStored(request: ExplainStoredRequest): Promise<Outcome> {
  const { caseId, caseKey, ledger, asJson, out, err } = request;
  const head = await ledger.readHead(caseKey);
  if (head === undefined) {
    await err.write('own-motion: the table has no case of this id\n');
    return { kind: 'incomplete' };
  }
  const chosen = await request.sideFor(head.policyId);
  if (chosen.kind === 'refused') {
    return { kind: 'refused', message: `the case was classified by ${head.policyId}: ${chosen.message}` };
  }
  const updates: AcceptedUpdate[] = [];
  let unreadable = 0;
  for await (const { body } of ledger.listEntries(caseKey)) {
    const decoded = decodeDocketUpdate(body);
    if (decoded.kind === 'accepted') updates.push(accepted(decoded.update));
    else unreadable += 1;
  }
  const asOf = request.asOf ?? head.classification.asOf;
  const explanation = explainCase({ ...readBy(chosen.side), caseId, updates, asOf });
  await out.write(
    asJson ? `${JSON.stringify(explanation)}\n` : `${explanationText(explanation, out.columns).join('\n')}\n`,
  );
  if (unreadable === 0) return { kind: 'done' };
  await err.write(`own-motion: ${unreadable} of the stored updates cannot be read by this version and are left out\n`);
  return { kind: 'incomplete' };
}
