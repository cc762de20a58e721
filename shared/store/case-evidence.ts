/** What lies in the table of one case, as an audit reads it. */
import type { Fault } from '../audit/fault.ts';
import type { Act } from '../review/act.ts';
import type { CaseHead, LedgerEntry } from './store.ts';

export interface StoredCase {
  readonly head: CaseHead | undefined;
  readonly entries: readonly LedgerEntry[];
  readonly acts: readonly Act[];
  /** Items that are not as this program writes them, or that it does not know. */
  readonly unreadable: readonly Fault[];
}
