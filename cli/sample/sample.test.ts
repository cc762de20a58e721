import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeDocketUpdate } from '../../events/decode.ts';
import type { DocketUpdate } from '../../events/docket-update.ts';
import type { AssertedFacts } from '../../events/facts.ts';
import { contentHash } from '../../shared/docket/content-hash.ts';
import { addUpdate, emptyRecord } from '../../shared/docket/fold.ts';
import type { CaseRecord } from '../../shared/docket/record.ts';
import { standingFacts } from '../../shared/docket/standing.ts';
import { classify } from '../../shared/policy/classify.ts';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { SAMPLE_DAY } from './case-file.ts';
import { docketLines, SAMPLE_DOCKET } from './docket.ts';
import { CUSTODY, HEARING_KINDS, MISSING, PROCEEDINGS, SHARES } from './national-shape.ts';
import { NATIONALITIES, OFFICES } from './own-estimates.ts';
import { readSample, SAMPLE_FILE } from './read-sample.ts';

function accepted(line: string): DocketUpdate {
  const decoded = decodeDocketUpdate(line);
  if (decoded.kind === 'rejected') throw new Error(`${decoded.reason} at ${decoded.paths.join(', ')}`);
  return decoded.update;
}

function shareOf<T>(items: readonly T[], has: (item: T) => boolean): number {
  return items.filter(has).length / items.length;
}

function sharesOf(rows: readonly { weight: number }[]): number[] {
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  return rows.map((row) => row.weight / total);
}

describe('the committed sample', () => {
  it('is what the generator writes, byte for byte', async () => {
    const written = [...docketLines(SAMPLE_DOCKET)].map((line) => `${line}\n`).join('');
    expect(written === (await readFile(SAMPLE_FILE, 'utf8'))).toBe(true);
  });

  it('is small, and has a few lines that can only be set aside', async () => {
    const { lines, cases, updates, offices } = await readSample();
    expect(cases).toBe(SAMPLE_DOCKET.cases);
    expect(lines.length - updates).toBe(SAMPLE_DOCKET.damaged);
    expect(offices.length).toBeGreaterThan(12);
    expect(lines.join('\n').length).toBeLessThan(1_500_000);
  });

  it('puts cases in every lane, and has flags that move and that are withdrawn', async () => {
    const instrument = findInstrument('opla-2021-05-27');
    if (instrument === undefined) throw new Error('the instrument is missing');
    const records = new Map<string, CaseRecord>();
    const lanes = new Map<string, string>();
    const changes = new Map<string, number>();
    for (const line of (await readSample()).lines) {
      const decoded = decodeDocketUpdate(line);
      if (decoded.kind === 'rejected') continue;
      const { subject } = decoded.update;
      const record = addUpdate(records.get(subject) ?? emptyRecord, decoded.update, contentHash(decoded.update));
      records.set(subject, record);
      const { lane } = classify(instrument, subject, standingFacts(record), SAMPLE_DAY);
      const change = `${lanes.get(subject) ?? 'new'} to ${lane}`;
      changes.set(change, (changes.get(change) ?? 0) + 1);
      lanes.set(subject, lane);
    }
    const count = (lane: string) => [...lanes.values()].filter((each) => each === lane).length;
    expect(count('own-motion')).toBeGreaterThan(30);
    expect(count('supervisor')).toBeGreaterThan(8);
    expect(count('needs-facts')).toBeGreaterThan(20);
    expect(count('triage')).toBeGreaterThan(80);
    expect(count('none')).toBeGreaterThan(20);
    for (const change of [
      'needs-facts to own-motion',
      'own-motion to triage',
      'needs-facts to none',
      'none to triage',
    ]) {
      expect(changes.get(change), change).toBeGreaterThan(0);
    }
  });
});

describe('a docket of 20,000 cases', () => {
  const updates: DocketUpdate[] = [];
  const sizes: number[] = [];
  let openings: AssertedFacts[] = [];

  beforeAll(() => {
    const opened = new Map<string, AssertedFacts>();
    for (const line of docketLines({ cases: 20_000, seed: 1, damaged: 0 })) {
      // Decoding is slow beside generating: a part is decoded, and every part has every kind of line.
      const update: DocketUpdate = updates.length % 5 === 0 ? accepted(line) : JSON.parse(line);
      updates.push(update);
      sizes.push(line.length);
      if (update.data.entry?.code === 'case-received') opened.set(update.subject, update.data.facts);
    }
    openings = [...opened.values()];
  });

  it('has each case opened', () => {
    expect(openings.length).toBe(20_000);
  });

  it.each([
    ['nationality', MISSING.nationality, (facts: AssertedFacts) => facts.nationality],
    ['date of entry', MISSING.entryDate, (facts: AssertedFacts) => facts.lastEntry],
    ['date of birth', MISSING.birthDate, (facts: AssertedFacts) => facts.birthDate],
    ['hearing', MISSING.hearing, (facts: AssertedFacts) => facts.hearing],
    ['custody', MISSING.custody, (facts: AssertedFacts) => facts.detained],
    ['appearance of counsel', MISSING.appearance, (facts: AssertedFacts) => facts.represented],
  ])('lacks the %s as often as the national docket', (_what, missing, read) => {
    expect(shareOf(openings, (facts) => read(facts) === undefined)).toBeCloseTo(missing, 1.9);
  });

  it('says nothing where the national docket says nothing: never no, never null', () => {
    expect(openings.some((facts) => Object.values(facts).includes(null))).toBe(false);
    expect(openings.some((facts) => facts.represented === false)).toBe(false);
  });

  it('has proceedings, custody, hearings, offices and nationalities in their proportions', () => {
    for (const [index, share] of sharesOf(PROCEEDINGS).entries()) {
      expect(shareOf(openings, (facts) => facts.proceeding === PROCEEDINGS[index]?.value)).toBeCloseTo(share, 1.9);
    }
    const [, detained] = sharesOf(CUSTODY);
    expect(shareOf(openings, (facts) => facts.detained === true)).toBeCloseTo(detained ?? 0, 1.9);
    const heard = openings.flatMap((facts) => facts.hearing ?? []);
    const [master] = sharesOf(HEARING_KINDS);
    expect(shareOf(heard, (hearing) => hearing.kind === 'master')).toBeCloseTo(master ?? 0, 1.9);
    for (const [index, share] of sharesOf(OFFICES).entries()) {
      expect(shareOf(openings, (facts) => facts.office === OFFICES[index]?.code)).toBeCloseTo(share, 1.9);
    }
    const told = openings.flatMap((facts) => facts.nationality ?? []);
    for (const [index, share] of sharesOf(NATIONALITIES).entries()) {
      expect(shareOf(told, (nationality) => nationality === NATIONALITIES[index]?.iso)).toBeCloseTo(share, 1.9);
    }
    expect(shareOf(openings, (facts) => facts.leadCase !== undefined)).toBeCloseTo(SHARES.rider, 1.9);
  });

  it('names countries by ISO 3166, not by the codes of the release', () => {
    const isoOf = new Map(NATIONALITIES.map(({ eoir, iso }): [string, string] => [eoir, iso]));
    expect(['HO', 'ES', 'HA', 'NU', 'NI', 'CH', 'DR', 'TD'].map((code) => isoOf.get(code))).toEqual([
      'HN',
      'SV',
      'HT',
      'NI',
      'NG',
      'CN',
      'DO',
      'TT',
    ]);
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect(NATIONALITIES.filter(({ iso }) => names.of(iso) === undefined)).toEqual([]);
  });

  it('has updates of two to four kilobytes when full, and small ones otherwise', () => {
    const full = sizes.filter((_, index) => updates[index]?.data.entry?.code === 'file-reviewed');
    expect(full.length).toBeGreaterThan(1000);
    expect(Math.min(...full)).toBeGreaterThan(2000);
    expect(Math.max(...full)).toBeLessThan(4096);
    expect(sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)]).toBeLessThan(600);
  });

  it('delivers some updates twice and some out of order, and dates none after the day of the sample', () => {
    const seen = new Set<string>();
    const latest = new Map<string, number>();
    let duplicates = 0;
    let late = 0;
    for (const { source, id, subject, data } of updates) {
      if (seen.has(`${source} ${id}`)) duplicates += 1;
      else if (data.sequence < (latest.get(subject) ?? 0)) late += 1;
      seen.add(`${source} ${id}`);
      latest.set(subject, Math.max(data.sequence, latest.get(subject) ?? 0));
    }
    expect(updates.some(({ data }) => (data.entry?.on ?? '') > SAMPLE_DAY)).toBe(false);
    expect(duplicates / updates.length).toBeCloseTo(0.04, 1.9);
    expect(late / updates.length).toBeGreaterThan(0.02);
  });

  it('holds back a bounded number of updates, so that a docket of any size is written in constant memory', () => {
    const places = new Map<string, number>();
    let widest = 0;
    let opened = 0;
    for (const { subject, data } of updates) {
      if (data.entry?.code === 'case-received' && !places.has(subject)) {
        opened += 1;
        places.set(subject, opened);
      }
      widest = Math.max(widest, opened - (places.get(subject) ?? opened));
    }
    expect(widest).toBeLessThan(1000);
  });
});

it('a case is the same in a docket of any size', () => {
  const of = (cases: number) =>
    [...docketLines({ cases, seed: 5, damaged: 0 })].filter((line) => line.includes('SAMPLE-000007'));
  expect(of(20)).toEqual(of(2000));
});
