/** Ctrl-C and `kill`: the first asks to stop in order, a second one does not wait. */

/** Exit code of a program that a signal ended, for SIGINT. */
const INTERRUPTED = 130;
/** Started through npm, one Ctrl-C arrives twice: from the terminal and from npm. */
const SAME_SIGNAL_MS = 1000;

/** Aborted by the first signal; one that comes later ends the process at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  const onSignal = () => {
    if (!controller.signal.aborted) {
      first = performance.now();
      controller.abort();
    } else if (performance.now() - first > SAME_SIGNAL_MS) {
      process.exit(INTERRUPTED);
    }
  };
  // Whoever read what we print has seen enough.
  process.stdout.on('error', () => controller.abort());
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return controller.signal;
}
