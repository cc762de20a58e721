/**
 * `own-motion reclassify`: what another instrument or another day would do to the flags, counted for a person to approve;
 * and, approved, the cases sent to be drawn again.
 */
import type { CalendarDate } from '../../events/dates.ts';
import { UNASSIGNED_OFFICE } from '../../shared/flag/queue-place.ts';
import { redrawHead } from '../../shared/flag/redraw.ts';
import type { Instrument } from '../../shared/policy/instruments.ts';
import { effectedBy } from '../../shared/reclassify/effect.ts';
import { countsOf, type Plan, planIdOf } from '../../shared/reclassify/plan.ts';
import { type SendPorts, sendCases } from '../../shared/reclassify/send-cases.ts';
import type { CaseHead, CaseScan, HeadPage } from '../../shared/store/store.ts';
import { counted } from '../compare/words.ts';
import type { Outcome, Output } from '../io.ts';
import type { Progress } from '../progress.ts';
import type { Checkpoint, Counts } from '../segments/checkpoint.ts';
import { addCounts, runSegments, type SegmentsEnd } from '../segments/run-segments.ts';
import { writePlan } from './plan-file.ts';
import { isNothingToDo, planLines } from './plan-text.ts';

export interface ReclassifyRequest {
  readonly scan: Pick<CaseScan, 'scanHeads'>;
  readonly tableName: string;
  readonly instrument: Instrument;
  readonly shards: number;
  readonly asOf: CalendarDate;
  readonly segments: number;
  readonly checkpoint: Checkpoint;
  readonly now: () => string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly out: Output;
  readonly err: Output;
}

export interface DryRunRequest extends ReclassifyRequest {
  /** Folder to keep the plan in. */
  readonly folder: string;
  readonly showRestricted: boolean;
  readonly asJson: boolean;
}

const LOOKED_AT = 'cases';
const UNREADABLE = 'unreadable';
const SENT = 'sent';

function officeOf({ record }: CaseHead): string {
  const office = record.asserted.get('office')?.value;
  return typeof office === 'string' ? office : UNASSIGNED_OFFICE;
}

/** Works on the heads of every segment; those that cannot be read are told of by key and stop nobody. */
async function overHeads(
  request: ReclassifyRequest,
  shown: string,
  workOn: (heads: HeadPage['heads'], at: string) => Promise<Counts>,
): Promise<SegmentsEnd> {
  const { scan, segments, checkpoint, now, progress, signal, err } = request;
  return runSegments({
    of: segments,
    checkpoint,
    readPage: (read) => scan.scanHeads(read),
    async workOn({ heads, unreadable }, startedAt) {
      for (const caseKey of unreadable) {
        progress.clear();
        await err.write(`${JSON.stringify({ case: caseKey, damage: 'head-unreadable' })}\n`);
      }
      const found = { [LOOKED_AT]: heads.length + unreadable.length, [UNREADABLE]: unreadable.length };
      return addCounts(await workOn(heads, startedAt), found);
    },
    now,
    shown,
    progress,
    signal,
    err,
  });
}

function outcomeOf({ kind, counts }: SegmentsEnd): Outcome {
  if (kind === 'interrupted') return { kind: 'interrupted' };
  return (counts[UNREADABLE] ?? 0) > 0 ? { kind: 'incomplete' } : { kind: 'done' };
}

export async function dryRun(request: DryRunRequest): Promise<Outcome> {
  const { instrument, shards, asOf, tableName, folder, showRestricted, asJson, checkpoint, out } = request;
  const ended = await overHeads(request, LOOKED_AT, async (heads, at) => {
    let counts: Counts = {};
    for (const head of heads) {
      const effected = effectedBy(head, redrawHead(head, { instrument, asOf, at, shards }));
      counts = addCounts(counts, countsOf(effected, officeOf(head)));
    }
    return counts;
  });
  if (ended.kind === 'interrupted') return outcomeOf(ended);
  const { [LOOKED_AT]: _cases, [UNREADABLE]: _unreadable, ...counts } = ended.counts;
  const named = { policyId: instrument.id, policyHash: instrument.contentHash, table: tableName, asOf, counts };
  const made: Plan = { id: planIdOf(named), ...named };
  const lines = planLines(made, { columns: out.columns, showRestricted });
  if (isNothingToDo(made)) {
    lines.push('', 'There is nothing to reclassify.');
  } else {
    await writePlan(folder, made);
    lines.push('', `To carry it out: own-motion reclassify --approve ${made.id}`);
  }
  await out.write(asJson ? `${JSON.stringify(made, null, 2)}\n` : `${lines.join('\n')}\n`);
  await checkpoint.forget();
  return outcomeOf(ended);
}

export interface ApproveRequest extends ReclassifyRequest, SendPorts {
  readonly plan: Plan;
}

/** Days that a plan may be old when it is approved: the docket goes on meanwhile. */
const PLAN_DAYS = 7;
const DAY_MILLIS = 86_400_000;

/** Why a plan cannot be carried out here and now; undefined when it can. */
export function planFault(made: Plan, given: Pick<ReclassifyRequest, 'instrument' | 'tableName' | 'asOf'>) {
  const { instrument, tableName, asOf } = given;
  if (made.table !== tableName) return `the plan ${made.id} was made for another table`;
  if (made.policyId !== instrument.id)
    return `the plan ${made.id} is of ${made.policyId}, and this is ${instrument.id}`;
  if (made.policyHash !== instrument.contentHash) {
    return `the plan ${made.id} is of ${made.policyId} as it was: its rules have changed since. Make another with --dry-run`;
  }
  const age = (Date.parse(asOf) - Date.parse(made.asOf)) / DAY_MILLIS;
  if (age < 0 || age > PLAN_DAYS) {
    return `the plan ${made.id} is as of ${made.asOf}, more than ${PLAN_DAYS} days from ${asOf}. Make another with --dry-run`;
  }
  return undefined;
}

export async function approve(request: ApproveRequest): Promise<Outcome> {
  const { instrument, shards, asOf, plan, checkpoint, out } = request;
  const fault = planFault(plan, request);
  if (fault !== undefined) return { kind: 'refused', message: fault };
  const ended = await overHeads(request, SENT, async (heads, at) => {
    const changed = heads.filter((head) => redrawHead(head, { instrument, asOf, at, shards }).isChanged);
    await sendCases(
      request,
      changed.map(({ caseKey }) => caseKey),
      instrument.contentHash,
    );
    return { [SENT]: changed.length };
  });
  const sent = counted(ended.counts[SENT] ?? 0, 'case', 'cases');
  await out.write(`sent ${sent} of ${ended.counts[LOOKED_AT] ?? 0} to be drawn again by ${instrument.id}\n`);
  if (ended.kind === 'finished') await checkpoint.forget();
  return outcomeOf(ended);
}
