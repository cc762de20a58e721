/** Makes stores fail: each call may be refused, fail before or after it is done, or never come back. */
import { StoreError } from '../../shared/store/errors.ts';
import type { CaseLedger, CaseReviews, QuarantineStore } from '../../shared/store/store.ts';

/**
 * - `throttled`, `unavailable`: fails, nothing done.
 * - `unavailable-after`: done, and the answer lost.
 * - `refused`: fails for good, nothing done.
 * - `hang`, `hang-after`: never answers; the caller has died.
 */
export type StoreMishap = 'throttled' | 'unavailable' | 'unavailable-after' | 'refused' | 'hang' | 'hang-after';

export type CallName = 'readHead' | 'putEntry' | 'writeHead' | 'readAct' | 'quarantine';

/** Says what befalls a call; `nth` counts the calls of that name from 1. */
export type Misfortune = (call: CallName, nth: number) => StoreMishap | undefined;

export interface FaultyStores {
  ledger: Pick<CaseLedger, 'readHead' | 'putEntry' | 'writeHead'> & Pick<CaseReviews, 'readAct'>;
  quarantine: Pick<QuarantineStore, 'put'>;
}

export function faulty(stores: FaultyStores, misfortune: Misfortune): FaultyStores {
  const calls = new Map<CallName, number>();

  async function suffer<T>(name: CallName, work: () => Promise<T>): Promise<T> {
    const nth = (calls.get(name) ?? 0) + 1;
    calls.set(name, nth);
    const mishap = misfortune(name, nth);
    if (mishap === undefined) return work();
    if (mishap.endsWith('-after')) await work();
    if (mishap.startsWith('hang')) return new Promise<T>(() => {});
    if (mishap === 'throttled' || mishap === 'refused') throw new StoreError(mishap, 'test');
    throw new StoreError('unavailable', 'test');
  }

  const { ledger, quarantine } = stores;
  return {
    ledger: {
      readHead: (caseKey) => suffer('readHead', () => ledger.readHead(caseKey)),
      putEntry: (caseKey, entry) => suffer('putEntry', () => ledger.putEntry(caseKey, entry)),
      writeHead: (caseKey, content, version) => suffer('writeHead', () => ledger.writeHead(caseKey, content, version)),
      readAct: (caseKey, id) => suffer('readAct', () => ledger.readAct(caseKey, id)),
    },
    quarantine: { put: (message) => suffer('quarantine', () => quarantine.put(message)) },
  };
}
