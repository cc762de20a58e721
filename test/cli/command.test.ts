/** The command as a user starts it: a process of its own, with real streams, exit codes and signals. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_FILE } from '../../cli/sample/read-sample.ts';
import { clear, updateOf } from './case-world.ts';

const root = join(import.meta.dirname, '..', '..');
const BIN = join(root, 'cli', 'own-motion.js');

function run(args: string[], options: { input?: string; node?: string } = {}) {
  const { input = '', node = process.execPath } = options;
  const { status, stdout, stderr } = spawnSync(node, [BIN, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  return { code: status, out: stdout, err: stderr };
}

const update = (sequence: number) => `${JSON.stringify(updateOf('A-1', sequence, clear))}\n`;

describe('own-motion', () => {
  it('classifies, reports what it rejects, and ends with 1', () => {
    const { code, out, err } = run(['classify', '--as-of', '2021-08-02'], { input: `${update(1)}nonsense\n` });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      caseId: 'A-1',
      asOf: '2021-08-02',
      lane: 'triage',
      policyStatus: 'in-force',
    });
    expect(err).toBe('{"line":2,"reason":"not-json","paths":["$"]}\n');
  });

  it('classifies as of today when no day is given', () => {
    const before = new Date().toISOString().slice(0, 10);
    const { code, out } = run(['classify'], { input: update(1) });
    const after = new Date().toISOString().slice(0, 10);
    expect(code).toBe(0);
    expect([before, after]).toContain(JSON.parse(out).asOf);
  });

  it('refuses a wrong option in one line, with 2 and nothing on standard output', () => {
    const { code, out, err } = run(['classify', '--as-of', '2021-02-30'], { input: update(1) });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^own-motion: [^\n]* must be a day that exists, as YYYY-MM-DD\.\n$/);
  });

  it('ends quietly when its reader has seen enough', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${BIN}" sample --cases 2000 | head -n 1 | wc -l; true`],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
  });

  it('runs on the Node of the project when the host has an older one', () => {
    const host = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path));
    const version = host && spawnSync(host, ['--version'], { encoding: 'utf8' }).stdout;
    if (host === undefined || !/^v2[0-3]\./.test(version ?? '')) {
      process.stdout.write('SKIPPED: no older Node on this host to start the command with\n');
      return;
    }
    const { code, out } = run(['classify', '--as-of', '2021-08-02'], { input: update(1), node: host });
    expect(code).toBe(0);
    expect(JSON.parse(out).caseId).toBe('A-1');
    expect(run(['nonsense'], { node: host }).code).toBe(2);
  });
});

async function readAll(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  const told = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => {
    told.out += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    told.err += String(chunk);
  });
  const [code] = await once(child, 'close');
  return { code, ...told };
}

describe('own-motion send, to a real queue', () => {
  let server: Awaited<ReturnType<typeof startFauxqs>>;
  let queueUrl = '';

  beforeAll(async () => {
    server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
    server.createQueue('updates');
    queueUrl = `http://127.0.0.1:${server.port}/000000000000/updates`;
  });
  afterAll(async () => {
    await server.stop();
  });

  const waiting = () => server.inspectQueue('updates')?.messages.ready.length;

  it('sends the sample but for the lines that cannot be accepted', async () => {
    const stdin = openSync(SAMPLE_FILE, 'r');
    const { code, out, err } = await readAll(
      spawn(process.execPath, [BIN, 'send', '--queue-url', queueUrl], { stdio: [stdin, 'pipe', 'pipe'] }),
    );
    expect([code, out]).toEqual([1, 'sent 1751 docket updates; 3 lines rejected and not sent\n']);
    expect(err.trim().split('\n')).toHaveLength(3);
    expect(waiting()).toBe(1751);
  });

  it('sends what has come in and ends with 130 on Ctrl-C, while its input stays open', async () => {
    server.purgeAll();
    server.createQueue('updates');
    const child = spawn(process.execPath, [BIN, 'send', '--queue-url', queueUrl], { stdio: 'pipe' });
    child.stdin.write(update(1));
    const ended = readAll(child);
    while (waiting() !== 1) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 130, out: 'sent 1 docket update\n', err: '' });
  });

  it('says in one line that nothing answers', () => {
    const { code, out, err } = run(['send', '--queue-url', 'http://127.0.0.1:1/000000000000/updates'], {
      input: update(1),
    });
    expect([code, out, err]).toEqual([
      2,
      'sent 0 docket updates\n',
      'own-motion: the queue did not take the rest: ECONNREFUSED\n',
    ]);
  });
});
