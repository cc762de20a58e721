/** Ctrl-C and `kill`: the first asks to stop in order, a second one does not wait. */

/** Exit code of a program that a signal ended, for SIGINT. */
const INTERRUPTED = 130;

/** Settles at the first signal; from then on another one ends the process at once. */
export function firstSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let seen = false;
    const onSignal = (signal: NodeJS.Signals) => {
      if (seen) process.exit(INTERRUPTED);
      seen = true;
      resolve(signal);
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}
