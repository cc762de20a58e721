/**
 * How far work on the whole docket has come, in a file, so that the same command goes on after whatever ended it. What
 * was done after the last entry is done again, which is harmless for all that is done this way.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** Numbers by what they count; those of two pieces of work add up. */
export type Counts = Readonly<Record<string, number>>;

const progress = z.strictObject({
  /** What the work is: another command, table or policy is other work. */
  job: z.string(),
  /** When it began, which everything that is written for it is dated by. */
  startedAt: z.string(),
  segments: z.array(
    z.strictObject({
      /** Where it goes on; absent at the beginning. */
      after: z.string().optional(),
      isDone: z.boolean(),
    }),
  ),
  counts: z.record(z.string(), z.int().min(0)),
});

export type JobProgress = Readonly<z.infer<typeof progress>>;

export interface Checkpoint {
  /** Where the operator finds it. */
  readonly file: string;
  /** Undefined where nothing is to go on with. */
  read(): Promise<JobProgress | undefined>;
  write(reached: Omit<JobProgress, 'job'>): Promise<void>;
  forget(): Promise<void>;
}

const NAME_DIGITS = 12;

/**
 * @param folder where checkpoints are kept; made when it is not there
 * @param name of the command
 * @param parts whatever tells one piece of work from another
 */
export function fileCheckpoint(folder: string, name: string, parts: readonly string[]): Checkpoint {
  const job = createHash('sha256')
    .update(JSON.stringify([name, ...parts]))
    .digest('hex');
  const file = join(folder, `${name}-${job.slice(0, NAME_DIGITS)}.json`);
  let written: Promise<void> = Promise.resolve();

  async function write(reached: Omit<JobProgress, 'job'>): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const half = `${file}.new`;
    await writeFile(half, `${JSON.stringify({ job, ...reached }, null, 2)}\n`, { mode: 0o600 });
    // Renamed into place, so that a kill in between leaves the one before.
    await rename(half, file);
  }

  return {
    file,
    async read() {
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      if (text === undefined) return undefined;
      const parsed = progress.safeParse(jsonOf(text));
      if (parsed.success && parsed.data.job === job) return parsed.data;
      throw new Error(`${file} is no checkpoint of this command: move it away to begin anew`);
    },
    // One after the other: segments reach their places at the same time.
    write(reached) {
      written = written.then(() => write(reached));
      return written;
    },
    forget: () => rm(file, { force: true }),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
