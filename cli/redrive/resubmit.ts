/**
 * `own-motion quarantine resubmit`: messages that were set aside, sent again once what rejected them is mended. Nothing is
 * changed on the way, and the quarantine keeps its copy; what is in already is not applied again.
 */
import type { CalendarDate } from '../../events/dates.ts';
import { decodeDocketUpdate } from '../../events/decode.ts';
import type { RejectionReason } from '../../events/rejection.ts';
import type { QuarantineStore } from '../../shared/store/store.ts';
import { batcher, type QueuedMessage, type SendBatch, sendAll } from '../batches.ts';
import { counted } from '../compare/words.ts';
import type { Outcome, TextSink } from '../io.ts';
import type { Progress } from '../progress.ts';

export interface ResubmitRequest {
  readonly quarantine: Pick<QuarantineStore, 'listRecent' | 'read'>;
  readonly newest: CalendarDate;
  readonly days: number;
  readonly limit: number;
  /** Only what was set aside for this reason; undefined for any. */
  readonly reason: RejectionReason | undefined;
  readonly isDryRun: boolean;
  readonly sendBatch: SendBatch;
  readonly sleep: (millis: number) => Promise<void>;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly out: TextSink;
  readonly err: TextSink;
}

/** Of other content under a known source and id: it counted when it came, and the copy is there to be seen. */
const COUNTED_ALREADY: RejectionReason = 'conflicting-content';

interface Tally {
  looked: number;
  sent: number;
  counted: number;
  stillRejected: Map<RejectionReason, number>;
  refused: number;
}

/** What would be accepted now, and may be sent. */
async function* acceptable(request: ResubmitRequest, tally: Tally) {
  const { quarantine, newest, days, limit, reason, signal } = request;
  for await (const aside of quarantine.listRecent({ newest, days })) {
    if (signal.aborted || tally.looked === limit) return;
    if (reason !== undefined && aside.reason !== reason) continue;
    tally.looked += 1;
    if (aside.reason === COUNTED_ALREADY) {
      tally.counted += 1;
      continue;
    }
    const message = await quarantine.read(aside.id);
    if (message === undefined) continue;
    const decoded = decodeDocketUpdate(message.body);
    if (decoded.kind === 'accepted') yield message.body;
    else tally.stillRejected.set(decoded.reason, (tally.stillRejected.get(decoded.reason) ?? 0) + 1);
  }
}

export async function resubmit(request: ResubmitRequest): Promise<Outcome> {
  const { isDryRun, sendBatch, sleep, progress, signal, out } = request;
  const tally: Tally = { looked: 0, sent: 0, counted: 0, stillRejected: new Map(), refused: 0 };
  const deliver = async (batch: readonly QueuedMessage[]) => {
    const refused = isDryRun ? [] : await sendAll(batch, { sendBatch, sleep });
    tally.sent += batch.length - refused.length;
    tally.refused += refused.length;
    progress.update(0, tally.sent);
  };
  const batches = batcher();
  for await (const body of acceptable(request, tally)) {
    await deliver(batches.add({ line: tally.looked, body, bytes: Buffer.byteLength(body) }));
  }
  await deliver(batches.rest());
  progress.stop();
  await out.write(`${summary(tally, isDryRun).join('\n')}\n`);
  if (signal.aborted) return { kind: 'interrupted' };
  return tally.refused > 0 ? { kind: 'incomplete' } : { kind: 'done' };
}

function summary({ looked, sent, counted: known, stillRejected, refused }: Tally, isDryRun: boolean): string[] {
  const done = isDryRun ? 'would be sent again' : 'sent again';
  const lines = [`looked at ${counted(looked, 'message', 'messages')}: ${sent} ${done}`];
  if (known > 0) lines.push(`  ${known} counted when they came, and are not sent`);
  for (const [reason, count] of [...stillRejected].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(`  ${count} would be rejected again: ${reason}`);
  }
  if (refused > 0) lines.push(`  ${refused} not taken by the queue`);
  return lines;
}
