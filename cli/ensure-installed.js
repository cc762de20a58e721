/**
 * Installs the project's packages when `node_modules` is not what `package-lock.json` says, and does nothing else.
 * Plain JavaScript without imports from packages: it runs before anything is installed, on the host's own Node.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))));

/** Packages that npm has in `node_modules` (or the lockfile asks for), by path; undefined when there is no such list. */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function fits(wanted, actual) {
  if (wanted === undefined) return true;
  const list = [wanted].flat();
  if (list.includes(`!${actual}`)) return false;
  return list.includes(actual) || list.every((name) => name.startsWith('!'));
}

/**
 * Whether an optional package may be absent: npm leaves out those of other platforms, and what only they need. One that
 * names this platform must be there, or the tool that it belongs to would not run. The libc is not looked into.
 */
function mayBeAbsent(entry) {
  if (entry.optional !== true) return false;
  if (entry.os === undefined || entry.cpu === undefined || entry.libc !== undefined) return true;
  return !fits(entry.os, process.platform) || !fits(entry.cpu, process.arch);
}

/** True when everything the lockfile asks for on this platform is in place, in the version it asks for. */
export function isInstalled(root) {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  if (wanted === undefined) return true;
  // npm writes this list last, so a half-done install has none.
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  if (present === undefined) return false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link === true) continue;
    const found = present[path];
    if (found === undefined) {
      if (mayBeAbsent(entry)) continue;
      return false;
    }
    if (found.version !== entry.version || found.integrity !== entry.integrity) return false;
    if (!existsSync(join(root, path, 'package.json'))) return false;
  }
  return true;
}

/** The npm that runs us, on the Node that runs it: the project's own Node is replaced while packages are installed. */
function npmCommand() {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  if (npm !== undefined && basename(npm) === 'npm-cli.js' && existsSync(npm)) {
    return { command: node !== undefined && existsSync(node) ? node : process.execPath, args: [npm] };
  }
  return process.platform === 'win32' ? { command: 'npm.cmd', args: [], shell: true } : { command: 'npm', args: [] };
}

/** Installs what is missing; returns 0, or the exit code to end with when that failed. Standard output stays untouched. */
export function ensureInstalled(root = projectRoot) {
  if (isInstalled(root)) return 0;
  process.stderr.write('own-motion: installing the packages named in package-lock.json (npm ci) ...\n');
  const { command, args, shell = false } = npmCommand();
  // Development packages are part of every run from a clone; NODE_ENV=production would leave them out, each time anew.
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync(command, [...args, ...flags], { cwd: root, shell, stdio: ['ignore', 2, 2] });
  if (done.signal !== null) return 130;
  if (done.status === 0) return 0;
  const why =
    done.error === undefined ? `npm ci ended with exit code ${done.status}` : `npm did not start (${done.error.code})`;
  process.stderr.write(`own-motion: packages could not be installed: ${why}\n`);
  return done.status || 1;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = ensureInstalled();
}
