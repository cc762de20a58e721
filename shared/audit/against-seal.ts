/** Compares the heads of a segment with a genuine seal over it: what is there no more, went back, or changed in place. */
import type { Fault } from './fault.ts';
import type { SealedHead } from './seal.ts';

export type CaseFault = Fault & { readonly caseKey: string };

const HEAD = { item: 'head', by: 'seal' } as const;

/** What is wrong with one head; undefined where it is as sealed, or has moved on. */
export function headFault(sealed: SealedHead, present: SealedHead | undefined): Fault | undefined {
  if (present === undefined) return { kind: 'lost', ...HEAD };
  // Versions only grow. One that went back had something written over what was there.
  if (present.version < sealed.version) return { kind: 'edited', ...HEAD, field: 'version' };
  const isSame = present.digest === sealed.digest;
  if (present.version > sealed.version) return isSame ? { kind: 'edited', ...HEAD, field: 'version' } : undefined;
  return isSame ? undefined : { kind: 'edited', ...HEAD };
}

export interface SealComparison {
  readonly faults: readonly CaseFault[];
  /** Cases whose heads were written since: the seal says nothing more of them than that they were there. */
  readonly movedOn: number;
  /** Cases that are not in the seal: newer, or put there past the ledger. */
  readonly added: readonly string[];
}

/** @param sealed the heads of a genuine seal, see `checkSeal` */
export function compareWithSeal(sealed: readonly SealedHead[], present: readonly SealedHead[]): SealComparison {
  const heads = new Map(present.map((head) => [head.caseKey, head]));
  const known = new Set(sealed.map(({ caseKey }) => caseKey));
  const faults: CaseFault[] = [];
  let movedOn = 0;
  for (const one of sealed) {
    const now = heads.get(one.caseKey);
    const fault = headFault(one, now);
    if (fault !== undefined) faults.push({ ...fault, caseKey: one.caseKey });
    else if (now !== undefined && now.version > one.version) movedOn += 1;
  }
  return { faults, movedOn, added: present.map(({ caseKey }) => caseKey).filter((caseKey) => !known.has(caseKey)) };
}
