/** One local run at a time in a folder: a lock that the kernel lets go of however the process ends. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { runningStack } from '../../cli/running.ts';

/** Thrown when another local run uses the state in this folder. */
export class AlreadyRunning extends Error {}

export interface StateLock {
  readonly release: () => void;
}

/** SQLite's own file lock, for Node has none; the number of a process in a file would outlive a `kill -9`. */
export function lockState(state: string): StateLock {
  mkdirSync(state, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(state, 'lock'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    const isHeld = error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
    throw isHeld ? new AlreadyRunning(`already ${whoRuns(state)}: stop that one first`) : error;
  }
  return { release: () => database.close() };
}

const SQLITE_BUSY = 5;

function whoRuns(state: string): string {
  try {
    const { pid } = runningStack.parse(JSON.parse(readFileSync(join(state, 'running.json'), 'utf8')));
    return `running here as process ${pid}`;
  } catch {
    return 'starting here';
  }
}
