import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AssertedFacts } from '../events/facts.ts';
import { comparison } from '../shared/policy/compare/comparison.ts';
import { readSides } from '../shared/policy/compare/settings.ts';
import { findInstrument } from '../shared/policy/instruments.ts';
import { AS_OF, clear, page, silent, updateOf } from '../test/cli/case-world.ts';
import { type CompareRequest, compareLines } from './compare.ts';
import { SAMPLE_FILE } from './sample/read-sample.ts';

const HIDDEN = 'A-HIDDEN-77';

function updateLine(caseId: string, sequence: number, facts: AssertedFacts): string {
  return `${JSON.stringify(updateOf(caseId, sequence, facts))}\n`;
}

type Options = Partial<Pick<CompareRequest, 'showRestricted' | 'withCases' | 'asJson' | 'html' | 'signal'>>;

interface Run extends Options {
  policies?: [string, string];
  set?: string[];
  columns?: number;
}

async function compare(text: string | Uint8Array, run: Run = {}) {
  const { policies = ['opla-2021-05-27', 'opla-2022-04-03'], set = [], columns = 80, ...options } = run;
  const known = policies.map((id) => findInstrument(id)!);
  const read = readSides(known, ['A', 'B'], set);
  if (read.kind === 'refused') throw new Error(read.message);
  const out = page({ columns });
  const err = page();
  async function* input() {
    yield Buffer.from(text);
  }
  const outcome = await compareLines({
    input: input(),
    sides: [read.sides[0]!, read.sides[1]!],
    asOf: AS_OF,
    showRestricted: false,
    withCases: false,
    asJson: false,
    html: undefined,
    out,
    ...silent,
    err,
    ...options,
  });
  return { outcome, out: out.text(), err: err.text() };
}

const ill: AssertedFacts = { humanitarian: { seriousHealthCondition: true } };
const cameBack: AssertedFacts = { lastEntry: { on: '2021-02-01', manner: 'without-inspection' } };
const sample = readFileSync(SAMPLE_FILE);

/** One case that moves, one that stays, one that moves and is restricted. */
const three =
  updateLine('A-1', 1, clear) +
  updateLine('A-2', 1, { ...clear, stage: 'ended' }) +
  updateLine('A-1', 2, ill) +
  updateLine(HIDDEN, 1, { ...clear, office: 'ZZTOP', cooperation: { assisting: true } });

const readings: Run = {
  policies: ['opla-2021-05-27', 'opla-2021-05-27'],
  set: ['A:readings.border-re-entry=any-earlier-presence', 'B:readings.border-re-entry=present-stay'],
};

describe('compare, as text', () => {
  it('shows both policies with their status, the matrix, and what accounts for the differences, within 80 columns', async () => {
    const { outcome, out, err } = await compare(sample, { withCases: true });
    expect(outcome).toEqual({ kind: 'incomplete' });
    expect(out).toContain('A  opla-2021-05-27, in force on 2021-08-02\n');
    expect(out).toContain('B  opla-2022-04-03, not yet in force on 2021-08-02: this is what it would say\n');
    expect(out).toMatch(/^A down, B across {2}own-motion {2}supervisor {2}needs-facts {2}triage {2}none {2}all$/m);
    expect(out).toMatch(/^all .* 300$/m);
    expect(out).toMatch(/^own-motion → needs-facts, \d+ cases$/m);
    expect(out).toContain('border-security: no under A, not known under B');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(err.split('\n').slice(-2)).toEqual(['read 1751 docket updates of 300 cases; 3 lines rejected', '']);
  });

  it('says what was set, and that it is a what-if', async () => {
    const { out } = await compare(updateLine('A-1', 1, { ...clear, ...cameBack, ...ill }), {
      ...readings,
      set: ['readings.border-re-entry=present-stay', 'B:borderCutOff=2021-03-01'],
    });
    expect(out).toContain('what-if: readings.border-re-entry = present-stay, where a case has none');
    expect(out).toContain('what-if: borderCutOff = 2021-03-01 (the policy has 2020-11-01)');
    expect(out).toContain('supervisor → own-motion, 1 case\n     1  border-security: yes under A, no under B\n');
  });

  it('names the case, and of a restricted one nothing', async () => {
    const { out } = await compare(three, { withCases: true });
    expect(out).toContain('It counts 1 restricted case (8 U.S.C. 1367; 8 CFR 208.6).');
    expect(out).toMatch(/own-motion → needs-facts\n {2}A-1, LOS: border-security/);
    expect(out).toMatch(/supervisor → needs-facts\n {2}restricted case\n/);
    expect(out).not.toMatch(/HIDDEN|ZZTOP|law-enforcement/);
  });

  it('shows a restricted case to those who may see it, under its handling', async () => {
    const { out } = await compare(three, { withCases: true, showRestricted: true, columns: 200 });
    expect(out).toContain('RESTRICTED: information in this file is protected');
    expect(out).toMatch(/supervisor → needs-facts\n {2}A-HIDDEN-77, ZZTOP: /);
  });

  it('says that nothing moves, and says nothing of differences then', async () => {
    const { outcome, out, err } = await compare(updateLine('A-1', 1, clear), {
      policies: ['opla-2021-05-27', 'opla-2021-05-27'],
      withCases: true,
    });
    expect(outcome).toEqual({ kind: 'done' });
    expect(out).toContain('1 case stands in the same lane under both, and 0 in another.');
    expect(out).not.toContain('accounts');
    expect(err).toBe('read 1 docket update of 1 case; none rejected\n');
  });

  it('makes what could move a cursor harmless', async () => {
    const { out } = await compare(updateLine('A-\u001b[2J-1', 1, { ...clear, ...ill }), { withCases: true });
    expect(out).toContain('A-\\u{1b}[2J-1, LOS');
  });
});

describe('compare, as JSON', () => {
  it('is of the documented shape, and the same as the text counts', async () => {
    const { out } = await compare(sample, { asJson: true, withCases: true });
    const parsed = comparison.parse(JSON.parse(out));
    const { cells, cases, differing, updates, changed, offices, restricted } = parsed;
    const sum = (counts: { cases: number }[]) => counts.reduce((total, each) => total + each.cases, 0);
    expect([sum(cells), cases, updates]).toEqual([300, 300, { read: 1754, rejected: 3 }]);
    expect(sum(cells.filter(({ a, b }) => a !== b))).toBe(differing);
    expect(changed).toHaveLength(differing);
    expect(offices.reduce((total, office) => total + Object.values(office.a).reduce((a, b) => a + b), 0)).toBe(
      300 - restricted,
    );
    expect(parsed.a).toMatchObject({ policy: 'opla-2021-05-27', status: 'in-force', parameters: {}, readings: {} });
  });

  it('tells each side and what was set for it', async () => {
    const set = ['B:backgroundCheck=30', 'B:readings.gang-age=present-age'];
    const { out } = await compare(three, { asJson: true, policies: ['opla-2021-05-27', 'opla-2021-05-27'], set });
    const { a, b, changed } = comparison.parse(JSON.parse(out));
    expect([a.parameters, a.readings, changed]).toEqual([{}, {}, undefined]);
    expect(b.parameters).toEqual({ backgroundCheck: { is: 30, was: 365 } });
    expect(b.readings).toEqual({ 'gang-age': 'present-age' });
    expect(a.contentHash).not.toBe(b.contentHash);
  });

  it('keeps the restricted case out of every field', async () => {
    const { out } = await compare(three, { asJson: true, withCases: true });
    expect(out).not.toMatch(/HIDDEN|ZZTOP|law-enforcement/);
    expect(comparison.parse(JSON.parse(out)).changed).toContainEqual({
      restricted: true,
      a: 'supervisor',
      b: 'needs-facts',
    });
  });

  it('is the same for the same updates in another order, twice over', async () => {
    const lines = sample.toString().trimEnd().split('\n').slice(0, 160);
    const forwards = await compare(`${lines.join('\n')}\n`, { asJson: true });
    const backwards = await compare(`${[...lines, ...lines].toReversed().join('\n')}\n`, { asJson: true });
    const counts = (out: string) => ({ ...JSON.parse(out), updates: undefined });
    expect(counts(backwards.out)).toEqual(counts(forwards.out));
  });
});

describe('a terminal of sixty columns', () => {
  it('holds every line but those of the matrix', async () => {
    const { out } = await compare(three, { withCases: true, columns: 60 });
    const wide = out.split('\n').filter((line) => line.length > 60);
    expect(wide.filter((line) => !/^(A down,|own-motion|supervisor|needs-facts|triage|none|all) /.test(line))).toEqual(
      [],
    );
    expect(out).toContain('What accounts for the differences (a case may count under\nseveral)\n');
  });
});

describe('the report file', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'own-motion-report-'));

  it('is written whole, for its owner alone, beside the text', async () => {
    const path = join(folder(), 'report.html');
    writeFileSync(path, 'an older report');
    const { outcome, out } = await compare(three, { html: path });
    expect(outcome).toEqual({ kind: 'done' });
    expect(out).toContain('A down, B across');
    const html = readFileSync(path, 'utf8');
    expect(html).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(readdirSync(join(path, '..'))).toEqual(['report.html']);
  });

  it.each([
    ['a folder that is not there', (base: string) => join(base, 'none', 'report.html'), 'ENOENT'],
    ['the name of a folder', (base: string) => base, 'a folder has that name'],
  ])('is refused before anything is read: %s', async (_, pathIn, why) => {
    const { outcome, out } = await compare(three, { html: pathIn(folder()) });
    expect(outcome).toEqual({ kind: 'refused', message: expect.stringContaining(why) });
    expect(out).toBe('');
  });

  it('leaves what stood there when the run is interrupted', async () => {
    const path = join(folder(), 'report.html');
    writeFileSync(path, 'an older report');
    const { outcome } = await compare(three, { html: path, signal: AbortSignal.abort() });
    expect(outcome).toEqual({ kind: 'interrupted' });
    expect(readdirSync(join(path, '..'))).toEqual(['report.html']);
    expect(readFileSync(path, 'utf8')).toBe('an older report');
  });
});
