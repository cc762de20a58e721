/** Whether the entries of a case are what their names say, and those that its head contains. */
import { decodeDocketUpdate } from '../../events/decode.ts';
import type { DocketUpdate } from '../../events/docket-update.ts';
import { contentHash } from '../docket/content-hash.ts';
import type { KeyedNames } from '../store/keys.ts';
import { hasMember, MEMBER_BYTES, memberCount } from '../store/members.ts';
import type { CaseHead, LedgerEntry } from '../store/store.ts';
import { entryId } from './digests.ts';
import type { Fault, FaultKind } from './fault.ts';

/** An entry that is what its name says. */
export interface ReadEntry {
  readonly entry: LedgerEntry;
  readonly update: DocketUpdate;
  readonly contentHash: string;
}

export interface ReadEntries {
  readonly sound: readonly ReadEntry[];
  readonly faults: readonly Fault[];
  /** Names of all entries, sound or not. */
  readonly names: ReadonlySet<string>;
}

function fault(kind: FaultKind, id: string): Fault {
  return { kind, item: 'entry', id, by: 'ledger' };
}

/** Names are keyed hashes of what they name: nobody without the key can make one that fits. */
export function readEntries(
  caseKey: string,
  entries: readonly LedgerEntry[],
  { names }: { readonly names: Pick<KeyedNames, 'caseKey' | 'memberId'> },
): ReadEntries {
  const sound: ReadEntry[] = [];
  const faults: Fault[] = [];
  for (const entry of entries) {
    const id = entryId(entry);
    const decoded = decodeDocketUpdate(entry.body);
    if (decoded.kind === 'rejected') {
      faults.push(fault('edited', id));
      continue;
    }
    const { update } = decoded;
    const content = contentHash(update);
    const isNamed = Buffer.compare(names.memberId(update, content), entry.memberId) === 0;
    if (names.caseKey(update.subject) !== caseKey) faults.push(fault(isNamed ? 'inserted' : 'edited', id));
    else if (!isNamed) faults.push(fault('edited', id));
    else sound.push({ entry, update, contentHash: content });
  }
  return { sound, faults, names: new Set(entries.map(entryId)) };
}

function membersOf({ members }: CaseHead): string[] {
  return Array.from({ length: Math.floor(memberCount(members)) }, (_, i) =>
    entryId({ memberId: members.subarray(i * MEMBER_BYTES, (i + 1) * MEMBER_BYTES) }),
  );
}

/** Entries that are not what they seem, that the head has and the ledger has not, and the other way round. */
export function entryFaults(
  head: CaseHead | undefined,
  { sound, faults, names }: ReadEntries,
  { settledBefore }: { readonly settledBefore: string },
): Fault[] {
  const settled = sound.filter(({ entry }) => entry.receivedAt < settledBefore);
  if (head === undefined) {
    // An entry comes before its head; one that has had time has lost it.
    return settled.length === 0 ? [...faults] : [...faults, { kind: 'lost', item: 'head', by: 'ledger' }];
  }
  const outside = settled.filter(({ entry }) => !hasMember(head.members, entry.memberId));
  return [
    ...faults,
    ...membersOf(head)
      .filter((id) => !names.has(id))
      .map((id) => fault('lost', id)),
    ...outside.map(({ entry }) => fault('inserted', entryId(entry))),
  ];
}
