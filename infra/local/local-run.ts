/** Starts what the synthesized template describes on this machine, and stops it without losing a message. */
import { chmod, mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { RunningStack } from '../../cli/running.ts';
import { readAssembly } from './assembly.ts';
import { describeRun, removeDescriptor, writeDescriptor } from './descriptor.ts';
import { openQueues, type QueueDepth, type Queues } from './durable-queues.ts';
import { type RunningFunction, runFunction } from './functions.ts';
import type { WantedPort } from './http/listen.ts';
import { localCredentials } from './loopback.ts';
import { makePlan, type Plan } from './plan.ts';
import { startPoller } from './poller.ts';
import { ISSUER_KEY_FILE, openReviewing } from './reviewing.ts';
import { startSchedules } from './schedules.ts';
import { openSecrets } from './secrets.ts';
import { lockState } from './state-lock.ts';
import { openTables } from './tables.ts';
import { CannotRun } from './understood.ts';

export interface LocalRunOptions {
  /** Folder in which `.local/` stands. */
  readonly root: string;
  /** The synthesized assembly. */
  readonly outdir: string;
  /** Forget everything of earlier runs. */
  readonly fresh: boolean;
  /** Where the page is served. */
  readonly port: WantedPort;
  /** How long a sign-in of a sample reviewer lasts. */
  readonly tokenLifetimeS: number;
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

export async function startLocal(options: LocalRunOptions): Promise<LocalRun> {
  const { root, outdir, fresh } = options;
  const state = join(root, '.local');
  const descriptorFile = join(state, 'running.json');
  const plan = makePlan(await readAssembly(outdir));
  const lock = lockState(state);
  const undo: (() => void | Promise<void>)[] = [lock.release];
  const stop = async () => {
    const failures = await closeAll(undo.splice(0).toReversed());
    if (failures.length > 0) throw new AggregateError(failures, 'the local run did not stop in good order');
  };
  try {
    await prepare(state, fresh);
    return await start({ options, plan, state, descriptorFile, undo, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

/** In turn, and each whatever became of the one before. */
async function closeAll(closes: readonly (() => void | Promise<void>)[]): Promise<unknown[]> {
  const failures: unknown[] = [];
  for (const close of closes) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  return failures;
}

/** What a fresh start deletes; the synthesized assembly may stand beside it. */
const remembered = ['dynamodb', 'sqs', 'secrets.json', ISSUER_KEY_FILE, 'fed.json', 'logs', 'running.json'] as const;

async function prepare(state: string, fresh: boolean): Promise<void> {
  if (fresh) for (const name of remembered) await rm(join(state, name), { recursive: true, force: true });
  await mkdir(join(state, 'logs'), { recursive: true, mode: 0o700 });
  // Whoever synthesized into this folder may have made it for all to read.
  await chmod(state, 0o700);
}

interface Parts {
  readonly options: LocalRunOptions;
  readonly plan: Plan;
  readonly state: string;
  readonly descriptorFile: string;
  /** What to close, last first. */
  readonly undo: (() => void | Promise<void>)[];
  readonly stop: () => Promise<void>;
}

async function start({ options, plan, state, descriptorFile, undo, stop }: Parts): Promise<LocalRun> {
  const { port, tokenLifetimeS, log } = options;
  const { region } = plan;
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
  const { urlOf } = queues;
  const reviewing = await openReviewing({ plan, functions, urlOf, state, port, tokenLifetimeS, log });
  undo.push(reviewing.close);
  const descriptor = describeRun(plan, queues, {
    dynamodbEndpoint: tables.endpoint,
    secretsEndpoint: secrets.endpoint,
    pageUrl: reviewing.pageUrl,
    issuerUrl: reviewing.issuerUrl,
  });
  undo.push(startPollers(plan, queues, functions, log));
  undo.push(startSchedules({ schedules: plan.schedules, functions, region, now: () => new Date(), log }));
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
