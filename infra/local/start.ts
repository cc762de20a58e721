/** `npm start`: runs the synthesized app on this machine, feeds it the sample docket and shows what comes of it. */
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { type Output, outputTo } from '../../cli/io.ts';
import { printLaneTable } from '../../cli/live/lane-table.ts';
import { liveReader } from '../../cli/live/live-reader.ts';
import { runLiveView } from '../../cli/live/live-view.ts';
import { readSample, type SampleDocket } from '../../cli/sample/read-sample.ts';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { dynamoCaseStore } from '../../shared/store/dynamo/case-store.ts';
import { dynamoQuarantineStore } from '../../shared/store/dynamo/quarantine-store.ts';
import { HELP, readArguments } from './arguments.ts';
import { AT_ONCE, FOR_A_PERSON, type Pace, startFeed } from './feed.ts';
import { type LocalRun, startLocal } from './local-run.ts';
import { localCredentials } from './loopback.ts';
import { openRunLog } from './run-log.ts';
import { stopSignal } from './signals.ts';
import { lockState } from './state-lock.ts';
import { synthesize } from './synthesize.ts';

const projectRoot = join(import.meta.dirname, '..', '..');
const state = join(projectRoot, '.local');

const FAILED = 1;
const WRONG_OPTION = 2;
/** A queue that is not empty by then has a message that keeps failing. */
const ONCE_TIMEOUT_MS = 10 * 60 * 1000;
/** Looks at the queue that must all find it empty. */
const EMPTY_LOOKS = 3;
const LOOK_MS = 200;

interface Session {
  readonly run: LocalRun;
  readonly sample: SampleDocket;
  readonly signal: AbortSignal;
  readonly out: Output;
}

async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  const out = outputTo(process.stdout);
  const err = outputTo(process.stderr);
  if (args.kind === 'help') {
    await out.write(HELP);
    return 0;
  }
  if (args.kind === 'refused') {
    await err.write(`npm start: ${args.message}\n`);
    return WRONG_OPTION;
  }
  const signal = stopSignal();
  // Asked before the synthesis, which takes a while; the run takes the lock for good.
  lockState(state).release();
  const sample = await readSample();
  const outdir = join(state, 'cdk.out');
  await err.write('Synthesizing the CDK app ...\n');
  await synthesize({ projectRoot, outdir, asOf: sample.asOf, signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  if (signal.aborted) return 0;
  const log = openRunLog(join(state, 'logs'), args.once ? err : undefined);
  const run = await startLocal({ root: projectRoot, outdir, fresh: args.fresh, log: log.line });
  await err.write(`${run.leftOut}\n`);
  const session: Session = { run, sample, signal, out };
  try {
    return await (args.once ? feedOnce(session, err) : watch(session));
  } finally {
    await run.stop();
    await log.close();
  }
}

/** A pause that the signal cuts short. */
const sleepUntil = (signal: AbortSignal) => (millis: number) => delay(millis, undefined, { signal }).catch(() => {});

function feed({ run, sample, signal }: Session, pace: Pace) {
  const { sqsEndpoint, queueUrl, region } = run.descriptor;
  const client = new SQSClient({ endpoint: sqsEndpoint, region, credentials: localCredentials });
  const memory = join(state, 'fed.json');
  return startFeed({ client, queueUrl, lines: sample.lines, memory, pace, signal, sleep: sleepUntil(signal) });
}

function storesOf({ descriptor }: LocalRun) {
  const { dynamodbEndpoint, region, caseTableName, quarantineTableName, queueShards } = descriptor;
  const client = new DynamoDBClient({ endpoint: dynamodbEndpoint, region, credentials: localCredentials });
  return {
    cases: dynamoCaseStore(client, { tableName: caseTableName, shards: queueShards }),
    quarantine: dynamoQuarantineStore(client, quarantineTableName),
  };
}

async function feedOnce(session: Session, err: Output): Promise<number> {
  const { run, signal, out, sample } = session;
  const { done } = await feed(session, AT_ONCE);
  await done;
  const deadline = performance.now() + ONCE_TIMEOUT_MS;
  for (let looks = 0; looks < EMPTY_LOOKS && !signal.aborted; ) {
    const { visible, inFlight } = run.queueDepth();
    looks = visible + inFlight === 0 ? looks + 1 : 0;
    if (performance.now() > deadline) {
      await err.write(`npm start: ${visible + inFlight} messages of the sample are still not done: see .local/logs/\n`);
      return FAILED;
    }
    await sleepUntil(signal)(LOOK_MS);
  }
  if (signal.aborted) return FAILED;
  await out.write(`${sample.updates} updates of ${sample.cases} cases as of ${sample.asOf}\n`);
  await printLaneTable(storesOf(run).cases.scanFlags(), out);
  const { dead } = run.queueDepth();
  if (dead === 0) return 0;
  await err.write(`npm start: ${dead} messages ended among the dead letters: see .local/logs/\n`);
  return FAILED;
}

async function watch(session: Session): Promise<number> {
  const { run, sample, signal, out } = session;
  const { instrumentId } = run.descriptor;
  const instrument = findInstrument(instrumentId);
  if (instrument === undefined) throw new Error('the template names an instrument the program does not know');
  const feeding = await feed(session, FOR_A_PERSON);
  // A feed that fails ends the view, and `feeding.done` then says why.
  const failed = new AbortController();
  feeding.done.catch(() => failed.abort());
  const until = AbortSignal.any([signal, failed.signal]);
  const reader = liveReader({
    ...storesOf(run),
    instrument,
    asOf: () => sample.asOf,
    today: () => new Date().toISOString().slice(0, 10),
    depth() {
      const { visible, inFlight, dead } = run.queueDepth();
      return { sent: feeding.sent, waiting: visible, inFlight, dead };
    },
  });
  const heading = [
    `Own Motion on this machine: ${instrument.title} as of ${sample.asOf}`,
    `A sample docket of ${sample.lines.length} messages arrives; npx own-motion send adds your own.`,
    'Ctrl-C stops; the next start goes on from here.',
  ];
  await runLiveView({ ...reader, heading, out, signal: until, sleep: sleepUntil(until) });
  await feeding.done;
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`npm start: ${error instanceof Error ? error.message : 'stopped by a failure'}\n`);
  process.exitCode = FAILED;
}
