/** One warm environment of a function, in a worker thread: loads the bundle that would be deployed and runs events. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Context } from 'aws-lambda';
import { type Invocation, invocation, type WorkerMessage, workerSetting } from './worker-messages.ts';

const setting = workerSetting.parse(workerData);

function say(message: WorkerMessage): void {
  parentPort?.postMessage(message, []);
}

function contextOf({ requestId, timeoutMs }: Invocation): Context {
  const deadline = performance.now() + timeoutMs;
  return {
    awsRequestId: requestId,
    functionName: setting.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: setting.functionArn,
    memoryLimitInMB: String(setting.memoryMb),
    logGroupName: setting.functionName,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadline - performance.now())),
    done: noCallbacks,
    fail: noCallbacks,
    succeed: noCallbacks,
  };
}

/** Lambda's Node 24 runtime has no callbacks either. */
function noCallbacks(): never {
  throw new Error('this runtime has no callbacks');
}

type Handler = (event: unknown, context: Context) => unknown;

async function run(handler: Handler, call: Invocation): Promise<void> {
  try {
    const answer = await handler(JSON.parse(call.event), contextOf(call));
    say({ kind: 'returned', requestId: call.requestId, answer: JSON.stringify(answer) ?? 'null' });
  } catch (error) {
    console.error(error);
    say({ kind: 'threw', requestId: call.requestId });
  }
}

async function load(): Promise<Handler> {
  const module: Record<string, unknown> = await import(setting.moduleUrl);
  const handler = module[setting.exportName];
  if (typeof handler !== 'function') throw new Error(`the bundle exports no function ${setting.exportName}`);
  return (event, context) => Reflect.apply(handler, undefined, [event, context]);
}

try {
  const handler = await load();
  parentPort?.on('message', (message) => void run(handler, invocation.parse(message)));
  say({ kind: 'ready' });
} catch (error) {
  console.error(error);
  say({ kind: 'not-ready', why: error instanceof Error ? error.message : 'no error' });
  parentPort?.close();
}
