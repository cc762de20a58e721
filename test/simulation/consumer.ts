/** The consumer of the queue as it is deployed, on given stores, with a clock, chance and report of its own. */
import type { SQSBatchResponse } from 'aws-lambda';
import { type ClassifyDeps, classifyUpdates } from '../../functions/classify-update/classify-updates.ts';
import { consume } from '../../functions/consume.ts';
import type { LogCode, LogFields, Outcome, Report } from '../../functions/report.ts';
import { AS_OF, names, SHARDS, theInstrument } from '../contract/store-samples.ts';
import type { FaultyStores } from './faulty.ts';

export interface Recorded extends Report {
  readonly lines: { code: LogCode; fields: LogFields }[];
  readonly outcomes: Record<Outcome, number>;
  readonly counted: string[];
}

export function recordingReport(): Recorded {
  const recorded: Recorded = {
    lines: [],
    outcomes: { applied: 0, duplicate: 0, superseded: 0, rejected: 0, retried: 0, error: 0 },
    counted: [],
    log: (code, fields = {}) => void recorded.lines.push({ code, fields }),
    countOutcomes: (outcomes) => {
      for (const [outcome, count] of Object.entries(outcomes)) recorded.outcomes[outcome as Outcome] += count;
    },
    countSetAside: (reason) => void recorded.counted.push(`set aside: ${reason}`),
    countFault: () => void recorded.counted.push('fault'),
    countFlag: (change, lane) => void recorded.counted.push(`${change} ${lane}`),
  };
  return recorded;
}

export interface ConsumerSetting extends Partial<ClassifyDeps> {
  /** Time left at each call of the context, in order, of which the last repeats; or as a clock tells it. */
  readonly timeLeft?: readonly number[] | (() => number);
}

export interface Sent {
  id: string;
  body: string;
}

export function queueEvent(messages: readonly Sent[]) {
  return { Records: messages.map(({ id, body }) => ({ eventSource: 'aws:sqs', messageId: id, body })) };
}

export function makeConsumer(stores: FaultyStores, { timeLeft = [30_000], ...setting }: ConsumerSetting = {}) {
  const report = recordingReport();
  const deps: ClassifyDeps = {
    ...stores,
    names,
    instrument: theInstrument(),
    shards: SHARDS,
    report,
    asOf: () => AS_OF,
    now: () => '2021-06-15T12:00:00.000Z',
    sleep: async () => {},
    random: () => 0.5,
    ...setting,
  };
  const times = typeof timeLeft === 'function' ? [] : [...timeLeft];
  const inOrder = () => (times.length > 1 ? times.shift() : times[0]) ?? 0;
  const context = { getRemainingTimeInMillis: typeof timeLeft === 'function' ? timeLeft : inOrder };
  const run = consume(
    (batch) => classifyUpdates(deps, batch),
    () => report.countFault(),
  );
  const failedOf = ({ batchItemFailures }: SQSBatchResponse) =>
    batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return { report, consume: async (messages: readonly Sent[]) => failedOf(await run(queueEvent(messages), context)) };
}
