/** Where the running local stack says how to reach it: `.local/running.json`, written by `npm start`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { calendarDate } from '../events/dates.ts';

export const runningStack = z.strictObject({
  region: z.string().min(1),
  queueUrl: z.url(),
  /** Where cases to be drawn again are sent. */
  reclassifyQueueUrl: z.url().optional(),
  sqsEndpoint: z.url(),
  dynamodbEndpoint: z.url(),
  secretsEndpoint: z.url(),
  /** Where reviewers open the page. */
  pageUrl: z.url(),
  /** Where they sign in. */
  issuerUrl: z.url(),
  caseTableName: z.string().min(1),
  quarantineTableName: z.string().min(1),
  caseKeySecretId: z.string().min(1),
  instrumentId: z.string().min(1),
  queueShards: z.int().min(1),
  asOf: calendarDate.optional(),
  pid: z.int().min(1),
});

export type RunningStack = z.infer<typeof runningStack>;

export type RunningRead = { kind: 'running'; stack: RunningStack } | { kind: 'refused'; message: string };

export interface RunningPorts {
  readDescriptor: () => Promise<string>;
  isAlive: (pid: number) => boolean;
}

const NOTHING_RUNS = 'nothing is running here: start it with "npm start" in another terminal';

/** The stack that runs now; a descriptor left behind by one that was killed counts as none. */
export async function readRunning({ readDescriptor, isAlive }: RunningPorts): Promise<RunningRead> {
  let text: string;
  try {
    text = await readDescriptor();
  } catch {
    return { kind: 'refused', message: NOTHING_RUNS };
  }
  const parsed = runningStack.safeParse(parseJson(text));
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'the whole file');
    return { kind: 'refused', message: `.local/running.json is not as "npm start" writes it: ${places.join(', ')}` };
  }
  if (!isAlive(parsed.data.pid)) return { kind: 'refused', message: NOTHING_RUNS };
  return { kind: 'running', stack: parsed.data };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The descriptor in the project's own folder, whatever folder the command is called from. */
export function runningPorts(projectRoot: string): RunningPorts {
  return {
    readDescriptor: () => readFile(join(projectRoot, '.local', 'running.json'), 'utf8'),
    isAlive(pid) {
      try {
        return process.kill(pid, 0);
      } catch (error) {
        // Someone else's process is a process too.
        return error instanceof Error && 'code' in error && error.code === 'EPERM';
      }
    },
  };
}
