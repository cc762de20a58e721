/** A local run in a process of its own, for tests that kill it: `node local-run-child.ts ROOT ASSEMBLY`. */
import { once } from 'node:events';
import { startLocal } from '../../infra/local/local-run.ts';
import { stopSignal } from '../../infra/local/signals.ts';

const [root = '', outdir = ''] = process.argv.slice(2);
const signal = stopSignal();
try {
  const run = await startLocal({
    root,
    outdir,
    fresh: false,
    port: { port: 0, orAnother: true },
    tokenLifetimeS: 900,
    log: (line) => console.error(line),
  });
  console.log(JSON.stringify({ descriptor: run.descriptor, depth: run.queueDepth() }));
  if (!signal.aborted) await once(signal, 'abort');
  await run.stop();
} catch (error) {
  console.error(error instanceof Error ? error.message : 'failed');
  process.exitCode = 1;
}
