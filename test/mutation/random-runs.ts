/** How many random records a suite tries: all of them, or the share that a run over thousands of mutants can afford. */

/** The only place that reads the share; `vitest.config.ts` beside this file sets it. */
const share = Number(process.env.RANDOM_RUNS_SHARE ?? '1');

export function randomRuns(full: number): number {
  return Math.ceil(full * share);
}
