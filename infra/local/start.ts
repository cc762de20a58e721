/** `npm start`: runs the synthesized app on this machine, feeds it the sample docket and serves the reviewers' page. */
import { join } from 'node:path';
import { type Output, outputTo } from '../../cli/io.ts';
import { readSample } from '../../cli/sample/read-sample.ts';
import { HELP, PAGE_PORT, readArguments, type StartArguments } from './arguments.ts';
import { feedOnce } from './feed-once.ts';
import { freePort } from './http/listen.ts';
import { startLocal } from './local-run.ts';
import { LOCAL_HOST } from './loopback.ts';
import { openRunLog } from './run-log.ts';
import { servePage } from './serve-page.ts';
import type { Session } from './session.ts';
import { stopSignal } from './signals.ts';
import { lockState } from './state-lock.ts';
import { synthesize } from './synthesize.ts';
import { watchTerminal } from './watch-terminal.ts';

const projectRoot = join(import.meta.dirname, '..', '..');
const state = join(projectRoot, '.local');

const DONE = 0;
const FAILED = 1;
const WRONG_OPTION = 2;

async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  const out = outputTo(process.stdout);
  const err = outputTo(process.stderr);
  if (args.kind === 'help') {
    await out.write(HELP);
    return DONE;
  }
  if (args.kind === 'refused') {
    await err.write(`npm start: ${args.message}\n`);
    return WRONG_OPTION;
  }
  return run(args, out, err);
}

async function run(args: Extract<StartArguments, { kind: 'run' }>, out: Output, err: Output): Promise<number> {
  const signal = stopSignal();
  // Asked before the synthesis, which takes a while; the run takes the lock for good.
  lockState(state).release();
  const sample = await readSample();
  const outdir = join(state, 'cdk.out');
  // The issuer stands in the template, so its port is chosen before there is one.
  const issuer = `http://${LOCAL_HOST}:${await freePort(PAGE_PORT + 1)}`;
  await err.write('Synthesizing the CDK app ...\n');
  await synthesize({ projectRoot, outdir, issuer, signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  if (signal.aborted) return DONE;
  const { fresh, mode, port, tokenLifetimeS } = args;
  // The live view redraws the screen, so what goes wrong meanwhile is written to the file alone.
  const log = openRunLog(join(state, 'logs'), mode === 'terminal' ? undefined : err);
  const local = await startLocal({ root: projectRoot, outdir, fresh, port, tokenLifetimeS, log: log.line });
  await err.write(`${local.leftOut}\n`);
  const session: Session = { run: local, sample, memory: join(state, 'fed.json'), signal, out, err };
  try {
    switch (mode) {
      case 'once':
        return (await feedOnce(session)) ? DONE : FAILED;
      case 'terminal':
        await watchTerminal(session);
        return DONE;
      case 'page':
        await servePage(session);
        return DONE;
    }
  } finally {
    await local.stop();
    await log.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`npm start: ${error instanceof Error ? error.message : 'stopped by a failure'}\n`);
  process.exitCode = FAILED;
}
