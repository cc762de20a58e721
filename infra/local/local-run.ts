/** Starts what the synthesized template describes on this machine, and stops it without losing a message. */
import { chmod, mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { RunningStack } from '../../cli/running.ts';
import { calendarDate } from '../../events/dates.ts';
import { readAssembly } from './assembly.ts';
import { refuseSecondRun, removeDescriptor, writeDescriptor } from './descriptor.ts';
import { openQueues, type QueueDepth, type Queues } from './durable-queues.ts';
import { type RunningFunction, runFunction } from './functions.ts';
import { localCredentials } from './loopback.ts';
import { CannotRun, makePlan, type Plan } from './plan.ts';
import { startPoller } from './poller.ts';
import { openSecrets } from './secrets.ts';
import { openTables } from './tables.ts';

export interface LocalRunOptions {
  /** Folder in which `.local/` stands. */
  readonly root: string;
  /** The synthesized assembly. */
  readonly outdir: string;
  /** Forget everything of earlier runs. */
  readonly fresh: boolean;
  /** Told in one line of what a person should see. */
  readonly log: (line: string) => void;
}

export interface LocalRun {
  readonly descriptor: RunningStack;
  readonly leftOut: string;
  queueDepth(): { visible: number; inFlight: number; dead: number };
  /** Takes no more messages, lets running batches end, keeps everything on disk. */
  stop(): Promise<void>;
}

/** How long batches that run may still take when the run is stopped; what is cut off comes back at the next start. */
const STOP_TIMEOUT_MS = 10_000;

export async function startLocal({ root, outdir, fresh, log }: LocalRunOptions): Promise<LocalRun> {
  const state = join(root, '.local');
  const descriptorFile = join(state, 'running.json');
  const plan = makePlan(await readAssembly(outdir));
  await refuseSecondRun(descriptorFile);
  if (fresh) for (const name of kept) await rm(join(state, name), { recursive: true, force: true });
  await mkdir(join(state, 'logs'), { recursive: true, mode: 0o700 });
  // Whoever synthesized into this folder may have made it for all to read.
  await chmod(state, 0o700);

  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of undo.splice(0).toReversed()) await close();
  };
  try {
    return await start({ plan, state, descriptorFile, log, undo, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a fresh start deletes; the synthesized assembly may stand beside it. */
const kept = ['dynamodb', 'sqs', 'secrets.json', 'fed.json', 'logs', 'running.json'] as const;

interface Parts {
  readonly plan: Plan;
  readonly state: string;
  readonly descriptorFile: string;
  readonly log: (line: string) => void;
  /** What to close, last first. */
  readonly undo: (() => Promise<void>)[];
  readonly stop: () => Promise<void>;
}

async function start({ plan, state, descriptorFile, log, undo, stop }: Parts): Promise<LocalRun> {
  const { region } = plan;
  // The tables first: their database holds a lock, so of two runs that start at once only one comes further.
  const tables = await openTables({ folder: join(state, 'dynamodb'), region, tables: plan.tables });
  undo.push(tables.close);
  const queues = await openQueues({ folder: join(state, 'sqs'), region });
  undo.push(queues.close);
  for (const queue of plan.queues) queues.put(queue);
  const secrets = await openSecrets({ file: join(state, 'secrets.json'), secrets: plan.secrets });
  undo.push(secrets.close);

  const functions = new Map<string, RunningFunction>();
  for (const planned of plan.functions) {
    const endpoints = { dynamodb: tables.endpoint, secrets: secrets.endpoint };
    const logFile = join(state, 'logs', `${planned.title}.ndjson`);
    const running = runFunction({ plan: planned, region, urlOf: queues.urlOf, endpoints, logFile });
    functions.set(planned.name, running);
    undo.push(running.close);
  }
  const descriptor = describe(plan, queues, { dynamodbEndpoint: tables.endpoint, secretsEndpoint: secrets.endpoint });
  undo.push(startPollers(plan, queues, functions, log));
  await writeDescriptor(descriptorFile, descriptor);
  undo.push(() => removeDescriptor(descriptorFile));

  return { descriptor, leftOut: plan.leftOut, queueDepth: () => depthOfAll(plan, queues), stop };
}

function startPollers(
  { mappings, region }: Plan,
  queues: Queues,
  functions: ReadonlyMap<string, RunningFunction>,
  log: (line: string) => void,
): () => Promise<void> {
  const client = new SQSClient({ endpoint: queues.endpoint, region, credentials: localCredentials });
  const pollers = mappings.map((mapping) => {
    const consumer = functions.get(mapping.functionName);
    if (consumer === undefined)
      throw new CannotRun(`${mapping.logicalId} calls a function that the template has not got`);
    const concurrency = Math.min(mapping.maxConcurrency, availableParallelism());
    return startPoller({
      mapping,
      region,
      queueUrl: queues.urlOf(mapping.queue.name),
      client,
      consumer,
      concurrency,
      log,
    });
  });
  return async () => {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, STOP_TIMEOUT_MS);
    });
    await Promise.race([Promise.all(pollers.map((poller) => poller.stop())), tooLong]);
    clearTimeout(timer);
    client.destroy();
  };
}

/** Messages by what is to happen to them: dead letters wait for a person, the others for a function. */
function depthOfAll(plan: Plan, queues: Queues): QueueDepth & { dead: number } {
  const depth = { visible: 0, inFlight: 0, dead: 0 };
  const consumed = new Set(plan.mappings.map(({ queue }) => queue.name));
  for (const { name } of plan.queues) {
    const { visible, inFlight } = queues.depthOf(name);
    if (consumed.has(name)) {
      depth.visible += visible;
      depth.inFlight += inFlight;
    } else {
      depth.dead += visible + inFlight;
    }
  }
  return depth;
}

/** What the consumer of docket updates is told by the template, which is what whoever reads its tables must know. */
const consumerVariables = z.object({
  CASE_TABLE_NAME: z.string(),
  QUARANTINE_TABLE_NAME: z.string(),
  CASE_KEY_SECRET_ID: z.string(),
  INSTRUMENT_ID: z.string(),
  QUEUE_SHARDS: z.coerce.number().int(),
  AS_OF: calendarDate.optional(),
});

function describe(
  plan: Plan,
  queues: Queues,
  endpoints: Pick<RunningStack, 'dynamodbEndpoint' | 'secretsEndpoint'>,
): RunningStack {
  for (const { queue, functionName } of plan.mappings) {
    const consumer = plan.functions.find(({ name }) => name === functionName);
    const variables = consumerVariables.safeParse(consumer?.environment(queues.urlOf)).data;
    if (variables === undefined) continue;
    return {
      region: plan.region,
      queueUrl: queues.urlOf(queue.name),
      sqsEndpoint: queues.endpoint,
      ...endpoints,
      caseTableName: variables.CASE_TABLE_NAME,
      quarantineTableName: variables.QUARANTINE_TABLE_NAME,
      caseKeySecretId: variables.CASE_KEY_SECRET_ID,
      instrumentId: variables.INSTRUMENT_ID,
      queueShards: variables.QUEUE_SHARDS,
      ...(variables.AS_OF === undefined ? {} : { asOf: variables.AS_OF }),
      pid: process.pid,
    };
  }
  throw new CannotRun('no function of the template consumes docket updates');
}
