/** The report as a page: what it says, what it never says, and that it needs nothing else. */
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../shared/policy/compare/account.ts';
import { type Comparison, type CountByLane, comparison } from '../../../shared/policy/compare/comparison.ts';
import { reportPage } from './report-page.ts';

const none: CountByLane = { 'own-motion': 0, supervisor: 0, 'needs-facts': 0, triage: 0, none: 0 };
const border: Account = { kind: 'rule', rule: 'border-security', a: false, b: true };
const side: Comparison['a'] = {
  policy: 'opla-2021-05-27',
  title: 'Interim Guidance',
  issuedBy: 'An office',
  issuedOn: '2021-05-27',
  status: 'in-force',
  contentHash: 'ab'.repeat(32),
  parameters: {},
  readings: {},
};

const compared: Comparison = {
  asOf: '2021-08-25',
  a: side,
  b: { ...side, policy: 'opla-2022-04-03', status: 'not-yet', parameters: { backgroundCheck: { is: 30, was: 365 } } },
  updates: { read: 12, rejected: 2 },
  cases: 7,
  differing: 3,
  restricted: 1,
  showsRestricted: false,
  cells: [
    { a: 'own-motion', b: 'own-motion', cases: 4, accounts: [] },
    {
      a: 'own-motion',
      b: 'none',
      cases: 3,
      accounts: [
        { account: border, cases: 2 },
        { account: { kind: 'restricted' }, cases: 1 },
      ],
    },
  ],
  offices: [{ office: 'LOS', a: { ...none, 'own-motion': 6 }, b: { ...none, 'own-motion': 4, none: 2 }, differing: 2 }],
  changed: [
    { restricted: true, a: 'own-motion', b: 'none' },
    { restricted: false, caseId: `A-<b>"1`, office: null, a: 'own-motion', b: 'none', accounts: [border] },
  ],
};

/** All matches of a pattern's first group. */
function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, group = '']) => group);
}

const page = reportPage(comparison.parse(compared));

describe('the report', () => {
  it('needs nothing else: no script, no address, and a policy that lets nothing in', () => {
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:|\son\w+=/i);
  });

  it('says at the top how it is to be handled, and where each policy stands on the day', () => {
    const [top = ''] = page.split('<main>');
    expect(top).toContain('To weigh a policy by. It decides no case');
    expect(top).toContain('It counts 1 restricted case (8 U.S.C. 1367; 8 CFR 208.6)');
    expect(top).toContain('in force on 2021-08-25');
    expect(top).toContain('not yet in force on 2021-08-25: this is what it would say');
    expect(top).toContain('backgroundCheck = 30 (the policy has 365)');
  });

  it('is well formed: every element that is opened is closed in its place', () => {
    const open: string[] = [];
    for (const [, closing, name = '', selfClosing] of page.matchAll(/<(\/?)([a-z0-9]+)[^>]*?(\/?)>/g)) {
      if (selfClosing === '/' || ['meta'].includes(name)) continue;
      if (closing === '/') expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('gives every plot a name and words, wide and narrow, and its numbers as a table beside it', () => {
    const plots = found(page, /(<svg [^>]*>)/g);
    expect(plots).toHaveLength(6);
    const ids = found(page, /\sid="([^"]*)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    for (const plot of plots) {
      expect(plot).toContain('role="img"');
      const named = found(plot, /aria-(?:labelledby|describedby)="([^"]*)"/g);
      expect(named).toHaveLength(2);
      for (const id of named) expect(ids).toContain(id);
    }
    expect(found(page, /(<figure>[\s\S]*?<\/figure>\s*<div class="scroll")/g)).toHaveLength(3);
  });

  it('escapes what comes from the docket', () => {
    expect(page).toContain('A-&lt;b&gt;&quot;1');
    expect(page).not.toContain('A-<b>');
  });

  it('shows of a restricted case that it is one, and no more', () => {
    expect(page).toContain('<td colspan="3">restricted case</td>');
    expect(page).toContain('Restricted cases (1) stand in no list by office.');
  });

  it('shows restricted cases like others when that was asked for, under their handling', () => {
    const all = reportPage({ ...compared, showsRestricted: true });
    expect(all).toContain('RESTRICTED: information in this file is protected');
    expect(all).not.toContain('stand in no list by office');
  });

  it('says so when nothing moves', () => {
    const cells: Comparison['cells'] = [{ a: 'triage', b: 'triage', cases: 7, accounts: [] }];
    const still = reportPage({ ...compared, b: side, cells, differing: 0, offices: [], changed: [] });
    expect(still).toContain('One policy, read in two ways');
    expect(still).toContain('No case moves.');
    expect(still).not.toContain('What accounts for the differences');
  });

  it('can be drawn of no case at all', () => {
    const empty = reportPage({ ...compared, cases: 0, differing: 0, restricted: 0, cells: [], offices: [] });
    expect(empty).not.toMatch(/NaN|Infinity|undefined/);
    expect(page).not.toMatch(/NaN|Infinity|undefined/);
  });
});
