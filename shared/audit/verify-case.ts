/**
 * Recomputes a case from its ledger and says what of it was edited, lost or inserted: the head from the entries, people's
 * half from their acts, and all of it, where it is at hand, from the archive and the last seal.
 */
import type { Instrument } from '../policy/instruments.ts';
import type { Act } from '../review/act.ts';
import type { KeyedNames } from '../store/keys.ts';
import type { CaseHead, LedgerEntry } from '../store/store.ts';
import { headFault } from './against-seal.ts';
import { type ArchivedItems, compareWithArchive, keptItems } from './archived.ts';
import { setDigest } from './digests.ts';
import type { Fault } from './fault.ts';
import { type SealedHead, sealedHeadOf } from './seal.ts';
import { actFaults } from './verify-acts.ts';
import { entryFaults, readEntries } from './verify-entries.ts';
import { headFaults } from './verify-head.ts';

export interface CaseEvidence {
  readonly caseKey: string;
  readonly head: CaseHead | undefined;
  readonly entries: readonly LedgerEntry[];
  readonly acts: readonly Act[];
  /** What was archived of the case as it came in. */
  readonly archived?: ArchivedItems;
  /** What a genuine seal says of its head. */
  readonly sealed?: SealedHead;
}

export interface Verifying {
  readonly names: Pick<KeyedNames, 'caseKey' | 'memberId'>;
  /** The instrument of that id and content hash, where it is at hand. */
  readonly instrumentOf: (policyId: string, policyHash: string) => Instrument | undefined;
  readonly shards: number;
  /** What was received from this instant on may still be on its way into the head or the archive. */
  readonly settledBefore: string;
}

export interface CaseVerdict {
  readonly faults: readonly Fault[];
  /** Whether the head was classified anew: not where its instrument is not at hand. */
  readonly isClassificationChecked: boolean;
  /** One digest for the entries and acts of the case, to compare one table with another. */
  readonly ledgerDigest: string;
}

export function verifyCase(evidence: CaseEvidence, verifying: Verifying): CaseVerdict {
  const { caseKey, head, entries, acts, archived, sealed } = evidence;
  const read = readEntries(caseKey, entries, verifying);
  const ledger = [...entryFaults(head, read, verifying), ...actFaults(head?.review, acts, read)];
  const checked = head && headFaults(head, read, verifying);
  const kept = keptItems(entries, acts);
  const present = head && sealedHeadOf(head);
  const againstSeal = sealed && headFault(sealed, present);
  return {
    faults: [
      ...ledger,
      ...(checked?.faults ?? []),
      ...(archived === undefined ? [] : compareWithArchive(archived, kept, verifying)),
      ...(againstSeal === undefined ? [] : [againstSeal]),
    ],
    isClassificationChecked: checked?.isClassificationChecked ?? false,
    ledgerDigest: setDigest([...kept.entries.values(), ...kept.acts.values()].map(({ digest }) => digest)),
  };
}
