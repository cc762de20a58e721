/** `own-motion compare` and what-if settings as a user starts them: a process of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparison } from '../../shared/policy/compare/comparison.ts';
import { clear, updateOf } from './case-world.ts';

const root = join(import.meta.dirname, '..', '..');
const BIN = join(root, 'cli', 'own-motion.js');
const OWN = join(root, 'test', 'policy', 'own-instrument', 'instrument.ts');

function run(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { input, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

const AS_OF = ['--as-of', '2021-08-02'];
const INTERIM = 'opla-2021-05-27';
const under = (a: string, b: string) => ['compare', '--policy', a, '--policy', b, ...AS_OF];

/** Here before the cut-off, left, and back since; seriously ill. */
const back = `${JSON.stringify(
  updateOf('A-1', 1, {
    ...clear,
    lastEntry: { on: '2021-02-01', manner: 'without-inspection' },
    apprehension: { place: 'interior', on: '2021-03-01', attemptingUnlawfulEntry: false },
    humanitarian: { seriousHealthCondition: true },
  }),
)}\n`;

describe('own-motion compare', () => {
  it('shows what a reading would do before it is adopted, and ends with 0', () => {
    const reading = [
      '--set',
      'readings.border-re-entry=any-earlier-presence',
      '--set',
      'B:readings.border-re-entry=present-stay',
    ];
    const { code, out, err } = run([...under(INTERIM, INTERIM), ...reading, '--cases'], back);
    expect(code).toBe(0);
    expect(out).toContain('own-motion → supervisor, 1 case\n     1  border-security: no under A, yes under B\n');
    expect(out).toContain('own-motion → supervisor\n  A-1, LOS: border-security: no under A, yes under B\n');
    expect(err).toBe('read 1 docket update of 1 case; none rejected\n');
  });

  it('reports what it rejects like classify, counts it, and ends with 1', () => {
    const { code, out, err } = run([...under(INTERIM, 'opla-2022-04-03'), '--json'], `${back}nonsense\n`);
    expect(code).toBe(1);
    expect(comparison.parse(JSON.parse(out)).updates).toEqual({ read: 2, rejected: 1 });
    expect(err).toBe('{"line":2,"reason":"not-json","paths":["$"]}\nread 1 docket update of 1 case; 1 line rejected\n');
  });

  it('writes a report that needs nothing else', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'own-motion-report-')), 'report.html');
    const { code } = run([...under(INTERIM, 'ice-2021-02-18'), '--html', path], back);
    expect(code).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('<h1>Two policies, one docket</h1>');
  });

  it.each([
    [
      'a policy',
      ['compare', '--policy', INTERIM, '--policy', 'memo'],
      /unknown policy "memo"\. The instruments known are: /,
    ],
    [
      'a parameter',
      [...under(INTERIM, INTERIM), '--set', 'check=1'],
      /has nothing named "check"; parameters: .*; questions: /,
    ],
    [
      'an answer',
      [...under(INTERIM, INTERIM), '--set', 'readings.gang-age=1'],
      /has the answers: at-participation, present-age/,
    ],
    [
      'a report',
      [...under(INTERIM, INTERIM), '--html', '/dev/null/r.html'],
      /the report \/dev\/null\/r\.html cannot be written: /,
    ],
  ])('refuses %s that is not there in one line, with 2 and nothing on standard output', (_, args, message) => {
    const { code, out, err } = run(args, back);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^own-motion: [^\n]*\n$/);
    expect(err).toMatch(message);
  });

  it("compares with an office's own instrument from a module", () => {
    const own = [
      ...under(INTERIM, 'field-office-2021-09-01'),
      '--policy-module',
      OWN,
      '--set',
      'settledYears=5',
      '--json',
    ];
    const { code, out } = run(own, back);
    expect(code).toBe(0);
    expect(comparison.parse(JSON.parse(out))).toMatchObject({
      b: { policy: 'field-office-2021-09-01', status: 'not-yet', parameters: { settledYears: { is: 5, was: 10 } } },
      cells: [{ b: 'none' }],
    });
  });
});

describe('own-motion classify', () => {
  it('answers a what-if, and says in each answer that it is one', () => {
    const plain = run(['classify', ...AS_OF], back);
    const what = run(['classify', ...AS_OF, '--set', 'readings.border-re-entry=any-earlier-presence'], back);
    expect([plain.code, what.code]).toEqual([0, 0]);
    expect(JSON.parse(plain.out)).toMatchObject({
      lane: 'needs-facts',
      needs: ['readings.border-re-entry'],
      notices: [],
    });
    expect(JSON.parse(what.out)).toMatchObject({ lane: 'own-motion', needs: [], notices: ['what-if'] });
  });

  it("classifies by an office's own instrument", () => {
    const { code, out } = run(
      ['classify', ...AS_OF, '--policy-module', OWN, '--policy', 'field-office-2021-09-01'],
      back,
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      policy: 'field-office-2021-09-01',
      priority: 'recent-entry',
      lane: 'none',
    });
  });

  it('says in one line what is wrong with a policy module', () => {
    const broken = join(mkdtempSync(join(tmpdir(), 'own-motion-policy-')), 'broken.ts');
    writeFileSync(broken, 'export const instrument = ;\n');
    const { code, out, err } = run(['classify', '--policy-module', broken], back);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^own-motion: policy module [^\n]*broken\.ts: it could not be loaded: SyntaxError: [^\n]*\n$/);
  });
});
