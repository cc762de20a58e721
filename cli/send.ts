/**
 * `own-motion send`: docket updates from standard input to a queue, each line as it is. What cannot be accepted is
 * reported and, unless asked for, not sent. Sending twice is harmless: an update that is in already is a duplicate.
 */
import { decodeDocketUpdate } from '../events/decode.ts';
import { DOCKET_UPDATE_MAX_BYTES } from '../events/docket-update.ts';
import { batcher, type QueuedMessage, type SendBatch, sendAll } from './batches.ts';
import { failureText } from './failure.ts';
import type { Outcome, TextSink } from './io.ts';
import { type Line, linesOf } from './lines.ts';
import type { Progress } from './progress.ts';
import { rejectedLine } from './rejected-line.ts';

export interface SendRequest {
  input: AsyncIterable<Uint8Array>;
  /** Send what cannot be accepted too, to see it set aside. */
  unchecked: boolean;
  sendBatch: SendBatch;
  sleep: (millis: number) => Promise<void>;
  progress: Progress;
  out: TextSink;
  err: TextSink;
  signal: AbortSignal;
}

const BATCHES_AT_A_TIME = 4;

/** As text, which is what a queue takes; undefined when it is not UTF-8. */
function bodyOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The line as a message, or why it is not one. */
function messageOf({ number, bytes }: Line, unchecked: boolean) {
  const decoded = decodeDocketUpdate(bytes);
  // A line that was cut because it is too long is not what was meant to be sent.
  const mayBeSent = decoded.kind === 'accepted' || (unchecked && bytes.length <= DOCKET_UPDATE_MAX_BYTES);
  const body = mayBeSent ? bodyOf(bytes) : undefined;
  return { decoded, message: body === undefined ? undefined : { line: number, body, bytes: bytes.length } };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What became of the lines so far. */
interface Tally {
  sent: number;
  rejected: number;
  read_bytes: number;
  failure?: unknown;
}

/** Sends batches, some at the same time, and keeps the tally. */
function dispatcher(request: SendRequest, tally: Tally) {
  const { sendBatch, sleep, progress, err } = request;
  const running = new Set<Promise<void>>();

  async function report(line: number, reason: string, paths: readonly string[]): Promise<void> {
    tally.rejected += 1;
    progress.clear();
    await err.write(rejectedLine(line, { reason, paths }));
  }

  async function deliver(batch: readonly QueuedMessage[]): Promise<void> {
    try {
      const refused = await sendAll(batch, { sendBatch, sleep });
      tally.sent += batch.length - refused.length;
      for (const { message, reason } of refused) await report(message.line, reason, ['$']);
      progress.update(tally.read_bytes, tally.sent);
    } catch (error) {
      tally.failure ??= error;
    }
  }

  return {
    report,
    dispatch: async (batch: readonly QueuedMessage[]): Promise<void> => {
      if (batch.length === 0) return;
      const task = deliver(batch).finally(() => running.delete(task));
      running.add(task);
      if (running.size >= BATCHES_AT_A_TIME) await Promise.race(running);
    },
    finish: async (): Promise<void> => {
      await Promise.all(running);
    },
  };
}

export async function sendLines(request: SendRequest): Promise<Outcome> {
  const { input, unchecked, progress, out, signal } = request;
  const tally: Tally = { sent: 0, rejected: 0, read_bytes: 0 };
  const { report, dispatch, finish } = dispatcher(request, tally);
  const mustStop = () => signal.aborted || tally.failure !== undefined;

  const batches = batcher();
  for await (const lines of linesOf(input, DOCKET_UPDATE_MAX_BYTES, signal)) {
    for (const line of lines) {
      if (mustStop()) break;
      tally.read_bytes += line.bytes.length + 1;
      const { decoded, message } = messageOf(line, unchecked);
      if (message !== undefined) await dispatch(batches.add(message));
      else if (decoded.kind === 'rejected') await report(line.number, decoded.reason, decoded.paths);
    }
    if (mustStop()) break;
    // A slow source must not keep what it has given waiting for more.
    await dispatch(batches.rest());
  }
  await finish();
  progress.stop();
  return ended(request, tally, out);
}

async function ended({ signal }: SendRequest, { sent, rejected, failure }: Tally, out: TextSink): Promise<Outcome> {
  const left = rejected === 0 ? '' : `; ${counted(rejected, 'line', 'lines')} rejected and not sent`;
  await out.write(`sent ${counted(sent, 'docket update', 'docket updates')}${left}\n`);
  if (failure !== undefined)
    return { kind: 'refused', message: `the queue did not take the rest: ${failureText(failure)}` };
  if (signal.aborted) return { kind: 'interrupted' };
  return rejected === 0 ? { kind: 'done' } : { kind: 'incomplete' };
}
