/** Adds cases up to a comparison, one at a time; of a case whose lane is the same nothing is kept. */
import { compareCodePoints } from '../../docket/stamp.ts';
import type { Lane } from '../classification.ts';
import type { Account } from './account.ts';
import type { ComparedCase } from './compare-case.ts';
import { type Comparison, type CountByLane, LANES, type ShownCase } from './comparison.ts';

export interface TallyOptions {
  /** Count and show restricted cases like any other. */
  showRestricted: boolean;
  /** Keep the cases that differ. */
  keepCases: boolean;
}

export type Tallied = Pick<Comparison, 'cases' | 'differing' | 'restricted' | 'cells' | 'offices' | 'changed'>;

export interface Tally {
  add(caseId: string, compared: ComparedCase): void;
  total(): Tallied;
}

interface Counted {
  account: Account;
  cases: number;
}

interface Cell {
  cases: number;
  accounts: Map<string, Counted>;
}

interface Office {
  a: CountByLane;
  b: CountByLane;
  differing: number;
}

const RESTRICTED: readonly Account[] = [{ kind: 'restricted' }];

const noCases = (): CountByLane => ({ 'own-motion': 0, supervisor: 0, 'needs-facts': 0, triage: 0, none: 0 });

/** One object an account, however many cases it is counted for, so that kept cases share them. */
function accountPool() {
  const known = new Map<string, { key: string; account: Account }>();
  return (account: Account) => {
    const key = JSON.stringify(account);
    const pooled = known.get(key) ?? { key, account };
    known.set(key, pooled);
    return pooled;
  };
}

/** Most cases first; among equals in an order that does not depend on that of the cases. */
function byCases(accounts: ReadonlyMap<string, Counted>): Counted[] {
  return [...accounts]
    .sort(([keyA, a], [keyB, b]) => b.cases - a.cases || compareCodePoints(keyA, keyB))
    .map(([, counted]) => counted);
}

/** Offices by name, those of cases without one last. */
function byName([a]: [string | null, Office], [b]: [string | null, Office]): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compareCodePoints(a, b);
}

export function startTally({ showRestricted, keepCases }: TallyOptions): Tally {
  const cells = new Map<string, Cell>();
  const offices = new Map<string | null, Office>();
  const changed: ShownCase[] = [];
  const pooled = accountPool();
  let cases = 0;
  let differing = 0;
  let restricted = 0;

  function countOffice(office: string | null, a: Lane, b: Lane): void {
    const counts = offices.get(office) ?? { a: noCases(), b: noCases(), differing: 0 };
    counts.a[a] += 1;
    counts.b[b] += 1;
    if (a !== b) counts.differing += 1;
    offices.set(office, counts);
  }

  return {
    add(caseId, { office, a, b, isRestricted, accounts }) {
      cases += 1;
      if (isRestricted) restricted += 1;
      const isHidden = isRestricted && !showRestricted;
      if (!isHidden) countOffice(office ?? null, a, b);
      const key = `${a} ${b}`;
      const cell = cells.get(key) ?? { cases: 0, accounts: new Map<string, Counted>() };
      cell.cases += 1;
      cells.set(key, cell);
      if (a === b) return;
      differing += 1;
      const shown = (isHidden ? RESTRICTED : accounts).map(pooled);
      for (const { key: accountKey, account } of shown) {
        const counted = cell.accounts.get(accountKey) ?? { account, cases: 0 };
        counted.cases += 1;
        cell.accounts.set(accountKey, counted);
      }
      if (!keepCases) return;
      if (isHidden) changed.push({ restricted: true, a, b });
      else {
        const kept = shown.map(({ account }) => account);
        changed.push({ restricted: false, caseId, office: office ?? null, a, b, accounts: kept });
      }
    },
    total: () => ({
      cases,
      differing,
      restricted,
      cells: LANES.flatMap((a) =>
        LANES.flatMap((b) => {
          const cell = cells.get(`${a} ${b}`);
          return cell === undefined ? [] : [{ a, b, cases: cell.cases, accounts: byCases(cell.accounts) }];
        }),
      ),
      offices: [...offices].sort(byName).map(([office, counts]) => ({ office, ...counts })),
      ...(keepCases && { changed }),
    }),
  };
}
