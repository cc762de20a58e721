/** `.local/running.json`: how the command line finds a local run, and how a second run is refused. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { type RunningStack, runningStack } from '../../cli/running.ts';

/** Thrown when another local run already uses the state in this folder. */
export class AlreadyRunning extends Error {}

const PROBE_TIMEOUT_MS = 1000;

/** Lets through when nothing runs, or only a file is left of a run that was killed. */
export async function refuseSecondRun(file: string): Promise<void> {
  const found = await readDescriptor(file);
  if (found === undefined || !isAlive(found.pid)) return;
  // The number of a killed process may belong to another by now, so the queues must answer too.
  if (await answers(`${found.sqsEndpoint}/health`)) {
    throw new AlreadyRunning(`already running here as process ${found.pid}: stop that one first`);
  }
}

/** Renamed into place, so that a reader never meets half of it. */
export async function writeDescriptor(file: string, running: RunningStack): Promise<void> {
  const half = `${file}.new`;
  await writeFile(half, `${JSON.stringify(runningStack.parse(running), null, 2)}\n`, { mode: 0o600 });
  await rename(half, file);
}

export async function removeDescriptor(file: string): Promise<void> {
  await rm(file, { force: true });
}

async function readDescriptor(file: string): Promise<RunningStack | undefined> {
  try {
    return runningStack.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) })).ok;
  } catch {
    return false;
  }
}
