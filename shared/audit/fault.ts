/** What an audit finds wrong with a case: something edited, lost or inserted, and where. Never what stands there. */

export type FaultKind = 'edited' | 'lost' | 'inserted';

export interface Fault {
  readonly kind: FaultKind;
  readonly item: 'head' | 'entry' | 'act';
  /** Name of the entry or act: a keyed hash. */
  readonly id?: string;
  /** Which part of it, where that can be told: `classification.lane`. */
  readonly field?: string;
  /** By what it was found. */
  readonly by: 'ledger' | 'archive' | 'seal';
}
