/** Runs a function of the template: its bundle in worker threads, one event at a time each, killed past its timeout. */
import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, type WriteStream } from 'node:fs';
import { devNull } from 'node:os';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FunctionPlan } from './function-plan.ts';
import { localCredentials } from './loopback.ts';
import type { UrlOfQueue } from './resource-names.ts';
import { type WorkerMessage, type WorkerSetting, workerMessage } from './worker-messages.ts';

export type InvocationResult =
  | { kind: 'returned'; answer: unknown }
  | { kind: 'failed'; why: 'threw' | 'timed-out' | 'crashed' };

export interface RunningFunction {
  readonly invoke: (event: unknown) => Promise<InvocationResult>;
  readonly close: () => Promise<void>;
}

export interface FunctionToRun {
  readonly plan: FunctionPlan;
  readonly region: string;
  readonly urlOf: UrlOfQueue;
  readonly endpoints: { readonly dynamodb: string; readonly secrets: string };
  readonly logFile: string;
}

/** Time for the bundle to load and connect, which on Lambda too does not count against the timeout. */
const START_TIMEOUT_MS = 20_000;

const moduleExtensions = ['.mjs', '.js', '.cjs'] as const;

export function runFunction(toRun: FunctionToRun): RunningFunction {
  const { plan, logFile } = toRun;
  const modulePath = moduleExtensions.map((extension) => plan.handler.file + extension).find(existsSync);
  if (modulePath === undefined) throw new Error(`the bundle of ${plan.title} has no file for its handler`);
  const setting: WorkerSetting = {
    moduleUrl: pathToFileURL(modulePath).href,
    exportName: plan.handler.exportName,
    functionName: plan.name,
    functionArn: plan.arn,
    memoryMb: plan.memoryMb,
  };
  const environment = environmentOf(toRun, dirname(modulePath));
  const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  const idle: Worker[] = [];
  const all = new Set<Worker>();

  const start = async (): Promise<Worker | undefined> => {
    const worker = newWorker(setting, environment, plan.memoryMb, log);
    all.add(worker);
    worker.on('error', (error) =>
      log.write(`${JSON.stringify({ level: 'ERROR', message: `the thread died: ${error.name}` })}\n`),
    );
    worker.once('exit', () => {
      all.delete(worker);
      const position = idle.indexOf(worker);
      if (position >= 0) idle.splice(position, 1);
    });
    const said = await nextMessage(worker, START_TIMEOUT_MS);
    if (said.kind === 'ready') return worker;
    await worker.terminate();
    return undefined;
  };

  return {
    async invoke(event) {
      const worker = idle.pop() ?? (await start());
      if (worker === undefined) return { kind: 'failed', why: 'crashed' };
      const requestId = randomUUID();
      const timeoutMs = plan.timeoutS * 1000;
      worker.postMessage({ requestId, event: JSON.stringify(event), timeoutMs }, []);
      const said = await nextMessage(worker, timeoutMs);
      if (said.kind === 'returned' || said.kind === 'threw') {
        idle.push(worker);
        if (said.kind === 'threw') return { kind: 'failed', why: 'threw' };
        const answer: unknown = JSON.parse(said.answer);
        return { kind: 'returned', answer };
      }
      // Never to be used again: what it still does must not meet the next event.
      await worker.terminate();
      return { kind: 'failed', why: said.kind === 'silent' ? 'timed-out' : 'crashed' };
    },
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()));
      await new Promise<void>((resolve) => log.end(resolve));
    },
  };
}

function newWorker(setting: WorkerSetting, env: Record<string, string>, memoryMb: number, log: WriteStream): Worker {
  const worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
    workerData: setting,
    env,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  worker.stdout.pipe(log, { end: false });
  worker.stderr.pipe(log, { end: false });
  return worker;
}

type Said = WorkerMessage | { kind: 'silent' } | { kind: 'died' };

/** The worker's next word; it has one conversation at a time. */
function nextMessage(worker: Worker, timeoutMs: number): Promise<Said> {
  return new Promise((resolve) => {
    const done = (said: Said) => {
      clearTimeout(timer);
      worker.removeListener('message', onMessage);
      worker.removeListener('error', onDeath);
      worker.removeListener('exit', onDeath);
      resolve(said);
    };
    const onMessage = (message: unknown) => done(workerMessage.parse(message));
    const onDeath = () => done({ kind: 'died' });
    const timer = setTimeout(done, timeoutMs, { kind: 'silent' });
    worker.on('message', onMessage);
    worker.on('error', onDeath);
    worker.on('exit', onDeath);
  });
}

/** The template's variables and what Lambda sets itself; nothing of the user's own environment or AWS profile. */
function environmentOf({ plan, region, urlOf, endpoints }: FunctionToRun, root: string): Record<string, string> {
  return {
    ...plan.environment(urlOf),
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_DEFAULT_REGION: region,
    AWS_REGION: region,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secrets,
    AWS_EXECUTION_ENV: `AWS_Lambda_${plan.runtime}`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memoryMb),
    AWS_LAMBDA_FUNCTION_NAME: plan.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    LAMBDA_TASK_ROOT: root,
    TZ: ':UTC',
  };
}
