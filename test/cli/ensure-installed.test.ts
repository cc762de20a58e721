/** The script that installs packages, run as npm runs it, in folders of its own and with an npm that only takes notes. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const SCRIPT = join(import.meta.dirname, '..', '..', 'cli', 'ensure-installed.js');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

type Packages = Record<string, { version: string; [key: string]: unknown }>;

const locked: Packages = {
  '': { version: '0.1.0' },
  'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
  'node_modules/for-elsewhere': {
    version: '1.0.0',
    integrity: 'sha512-b',
    optional: true,
    os: ['sunos'],
    cpu: ['ppc64'],
  },
  'node_modules/needed-elsewhere': { version: '1.0.0', integrity: 'sha512-c', optional: true },
  'node_modules/for-here': {
    version: '24.0.0',
    integrity: 'sha512-d',
    optional: true,
    os: process.platform,
    cpu: process.arch,
  },
};

function withoutElsewhere({ ...packages }: Packages): Packages {
  for (const name of ['', 'node_modules/for-elsewhere', 'node_modules/needed-elsewhere']) delete packages[name];
  return packages;
}

/** A project with a lockfile and what is installed of it; its npm notes how it was called and ends with `npmEnds`. */
function project(installed: Packages | undefined, npmEnds = 0) {
  const root = mkdtempSync(join(tmpdir(), 'own-motion-install-'));
  folders.push(root);
  mkdirSync(join(root, 'cli'));
  cpSync(SCRIPT, join(root, 'cli', 'ensure-installed.js'));
  writeFileSync(join(root, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
  for (const path of Object.keys(installed ?? {})) {
    mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, path, 'package.json'), '{}');
  }
  if (installed !== undefined) {
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  const bin = join(root, 'bin');
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'npm'),
    `#!/bin/sh\necho "$@" > ${join(root, 'called')}\necho on standard output\nexit ${npmEnds}\n`,
  );
  chmodSync(join(bin, 'npm'), 0o755);
  return root;
}

function run(root: string) {
  const { npm_execpath: _, npm_node_execpath: __, ...env } = process.env;
  const done = spawnSync(process.execPath, [join(root, 'cli', 'ensure-installed.js')], {
    env: { ...env, PATH: `${join(root, 'bin')}:${env.PATH}` },
    encoding: 'utf8',
  });
  const called = existsSync(join(root, 'called')) ? readFileSync(join(root, 'called'), 'utf8').trim() : undefined;
  return { code: done.status, called, out: done.stdout, err: done.stderr };
}

describe('before a command runs', () => {
  it('nothing happens and nothing is said when all packages of this platform are there', () => {
    const root = project(withoutElsewhere(locked));
    expect(run(root)).toEqual({ code: 0, called: undefined, out: '', err: '' });
  });

  const { 'node_modules/zod': zod, ...withoutZod } = withoutElsewhere(locked);
  const { 'node_modules/for-here': _, ...withoutNode } = withoutElsewhere(locked);
  it.each([
    ['nothing is installed', undefined],
    ['a package is missing', withoutZod],
    ['the package of this platform is missing', withoutNode],
    ['a version differs', { ...withoutZod, 'node_modules/zod': { ...zod, version: '4.6.6' } }],
    ['the content differs', { ...withoutZod, 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-x' } }],
  ])('packages are installed, said in one line, when %s', (_what, installed) => {
    const { code, called, out, err } = run(project(installed));
    expect(code).toBe(0);
    expect(called).toMatch(/^ci --include=dev --include=optional /);
    expect(out).toBe('');
    expect(err).toBe(
      'own-motion: installing the packages named in package-lock.json (npm ci) ...\non standard output\n',
    );
  });

  it('packages are installed when the folder of one was deleted by hand', () => {
    const root = project(withoutElsewhere(locked));
    rmSync(join(root, 'node_modules', 'zod'), { recursive: true });
    expect(run(root).called).toMatch(/^ci /);
  });

  it('a failed installation ends the command with one line that says so', () => {
    const { code, err } = run(project(undefined, 7));
    expect(code).toBe(7);
    expect(err.trim().split('\n').at(-1)).toBe(
      'own-motion: packages could not be installed: npm ci ended with exit code 7',
    );
  });
});
