/** Cases added up: the matrix, what accounts for it, offices, and what is not shown of restricted cases. */
import { describe, expect, it } from 'vitest';
import type { Account } from './account.ts';
import type { ComparedCase } from './compare-case.ts';
import { startTally, type TallyOptions } from './tally.ts';

const border: Account = { kind: 'rule', rule: 'border-security', a: false, b: true };
const witness: Account = { kind: 'rule', rule: 'law-enforcement-interest', a: true, b: null };
const lanes: Account = { kind: 'lanes', a: 'no priority', b: 'a priority' };

const moved: ComparedCase = { office: 'LOS', a: 'own-motion', b: 'none', isRestricted: false, accounts: [border] };
const stays: ComparedCase = { office: 'LOS', a: 'triage', b: 'triage', isRestricted: false, accounts: [] };
const hidden: ComparedCase = { office: 'NYC', a: 'own-motion', b: 'none', isRestricted: true, accounts: [witness] };

function tallied(cases: Record<string, ComparedCase>, options: Partial<TallyOptions> = {}) {
  const tally = startTally({ showRestricted: false, keepCases: true, ...options });
  for (const [caseId, compared] of Object.entries(cases)) tally.add(caseId, compared);
  return tally.total();
}

describe('cells', () => {
  it('stand row by row in the order of the lanes, with what accounts for them, most cases first', () => {
    const { cells, cases, differing } = tallied({
      c1: stays,
      c2: { ...moved, accounts: [border, lanes] },
      c3: { ...moved, accounts: [lanes] },
      c4: { ...moved, b: 'supervisor' },
    });
    expect(cells).toEqual([
      { a: 'own-motion', b: 'supervisor', cases: 1, accounts: [{ account: border, cases: 1 }] },
      {
        a: 'own-motion',
        b: 'none',
        cases: 2,
        accounts: [
          { account: lanes, cases: 2 },
          { account: border, cases: 1 },
        ],
      },
      { a: 'triage', b: 'triage', cases: 1, accounts: [] },
    ]);
    expect([cases, differing]).toEqual([4, 3]);
  });

  it('do not depend on the order of the cases', () => {
    const cases = { c1: stays, c2: moved, c3: { ...moved, accounts: [lanes] }, c4: hidden };
    const turned = Object.fromEntries(Object.entries(cases).toReversed());
    const without = { keepCases: false };
    expect(JSON.stringify(tallied(turned, without))).toBe(JSON.stringify(tallied(cases, without)));
  });
});

describe('offices', () => {
  it('are listed by name with their lanes under A and under B, cases without one last', () => {
    const { offices } = tallied({
      c1: { ...stays, office: undefined },
      c2: moved,
      c3: { ...stays, office: 'ATL' },
      c4: stays,
    });
    expect(offices.map(({ office, differing }) => [office, differing])).toEqual([
      ['ATL', 0],
      ['LOS', 1],
      [null, 0],
    ]);
    expect(offices[1]).toMatchObject({ a: { 'own-motion': 1, triage: 1, none: 0 }, b: { 'own-motion': 0, none: 1 } });
  });
});

describe('a restricted case', () => {
  it('counts in the matrix alone; its id, its office and what rules say of it are not there', () => {
    const result = tallied({ 'A-SECRET': hidden, c2: moved });
    expect(result.cells).toEqual([
      {
        a: 'own-motion',
        b: 'none',
        cases: 2,
        accounts: [
          { account: { kind: 'restricted' }, cases: 1 },
          { account: border, cases: 1 },
        ],
      },
    ]);
    expect(result.changed).toEqual([
      { restricted: true, a: 'own-motion', b: 'none' },
      { restricted: false, caseId: 'c2', office: 'LOS', a: 'own-motion', b: 'none', accounts: [border] },
    ]);
    expect(result.restricted).toBe(1);
    expect(JSON.stringify(result)).not.toMatch(/SECRET|NYC|law-enforcement/);
  });

  it('is shown like any other to those who may see it', () => {
    const { changed, offices, restricted } = tallied({ 'A-SECRET': hidden }, { showRestricted: true });
    expect(changed).toEqual([
      { restricted: false, caseId: 'A-SECRET', office: 'NYC', a: 'own-motion', b: 'none', accounts: [witness] },
    ]);
    expect(offices.map(({ office }) => office)).toEqual(['NYC']);
    expect(restricted).toBe(1);
  });
});

it('keeps no case unless asked to, and never one whose lane is the same', () => {
  expect('changed' in tallied({ c1: moved }, { keepCases: false })).toBe(false);
  expect(tallied({ c1: stays }).changed).toEqual([]);
});
