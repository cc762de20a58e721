/** A local run in a process of its own, for tests that kill it: `node local-run-child.ts ROOT ASSEMBLY`. */
import { startLocal } from '../../infra/local/local-run.ts';
import { firstSignal } from '../../infra/local/signals.ts';

const [root = '', outdir = ''] = process.argv.slice(2);
const signal = firstSignal();
try {
  const run = await startLocal({ root, outdir, fresh: false, log: (line) => console.error(line) });
  console.log(JSON.stringify({ descriptor: run.descriptor, depth: run.queueDepth() }));
  await signal;
  await run.stop();
} catch (error) {
  console.error(error instanceof Error ? error.message : 'failed');
  process.exitCode = 1;
}
