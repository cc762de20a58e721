/** Entry of the `own-motion` command: gives it the process's streams, clock and signals, and sets the exit code. */
import { fstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { isatty } from 'node:tty';
import { outputTo } from './io.ts';
import { oneLine } from './options.ts';
import { EXIT_REFUSED, run } from './program.ts';
import { noProgress, type Progress } from './progress.ts';
import { readRunning, runningPorts } from './running.ts';

/** A reader that has seen enough, such as `head`, is no failure; one that never reads errors is none either. */
function endQuietlyWhenReaderIsGone(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(stream === process.stdout ? 0 : process.exitCode);
      throw error;
    });
  }
}

function interrupted(): AbortSignal {
  const controller = new AbortController();
  // Stays on: started through npm, one Ctrl-C arrives twice.
  process.on('SIGINT', () => controller.abort());
  process.on('SIGTERM', () => controller.abort());
  return controller.signal;
}

/** What is left to read, where standard input is a file. */
function inputBytes(): number | undefined {
  const status = fstatSync(0, { throwIfNoEntry: false });
  return status?.isFile() ? status.size : undefined;
}

async function progress(total: number | undefined, label: string): Promise<Progress> {
  if (!process.stderr.isTTY) return noProgress;
  const { progressOn } = await import('./progress-bar.ts');
  return progressOn(process.stderr, total, label);
}

endQuietlyWhenReaderIsGone();
try {
  process.exitCode = await run(process.argv.slice(2), {
    input: process.stdin,
    inputIsTerminal: isatty(0),
    inputBytes,
    out: outputTo(process.stdout),
    err: outputTo(process.stderr),
    today: () => new Date().toISOString().slice(0, 10),
    now: () => new Date().toISOString(),
    running: () => readRunning(runningPorts(dirname(import.meta.dirname))),
    progress,
    interrupted,
  });
} catch (error) {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown failure';
  process.stderr.write(`own-motion: stopped by a failure: ${oneLine(what)}\n`);
  process.exitCode = EXIT_REFUSED;
}
// Someone may still be typing, or a pipe be open: there is nobody left to read it.
process.stdin.destroy();
