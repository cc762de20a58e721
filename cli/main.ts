/** Entry of the `own-motion` command: gives it the process's streams, clock and signals, and sets the exit code. */
import { dirname } from 'node:path';
import { outputTo } from './io.ts';
import { oneLine } from './options.ts';
import { EXIT_REFUSED, run } from './program.ts';
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

endQuietlyWhenReaderIsGone();
try {
  process.exitCode = await run(process.argv.slice(2), {
    input: process.stdin,
    inputIsTerminal: process.stdin.isTTY === true,
    out: outputTo(process.stdout),
    err: outputTo(process.stderr),
    today: () => new Date().toISOString().slice(0, 10),
    running: () => readRunning(runningPorts(dirname(import.meta.dirname))),
    interrupted,
  });
} catch (error) {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown failure';
  process.stderr.write(`own-motion: stopped by a failure: ${oneLine(what)}\n`);
  process.exitCode = EXIT_REFUSED;
}
