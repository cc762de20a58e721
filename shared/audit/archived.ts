/** Compares the ledger and the acts of a case with what was archived of them as they came in, where nobody can change it. */
import type { Act } from '../review/act.ts';
import type { LedgerEntry } from '../store/store.ts';
import { actDigest, entryDigest, entryId } from './digests.ts';
import type { Fault } from './fault.ts';

/** Digests of archived items by name. */
export interface ArchivedItems {
  readonly entries: ReadonlyMap<string, string>;
  readonly acts: ReadonlyMap<string, string>;
}

interface Present {
  readonly digest: string;
  /** Instant at which it was written. */
  readonly at: string;
}

function compare(
  item: 'entry' | 'act',
  archived: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, Present>,
  settledBefore: string,
): Fault[] {
  const fault = (kind: Fault['kind'], id: string): Fault => ({ kind, item, id, by: 'archive' });
  const kept = [...archived].flatMap(([id, digest]) => {
    const now = present.get(id);
    if (now === undefined) return fault('lost', id);
    return now.digest === digest ? [] : fault('edited', id);
  });
  const inserted = [...present].flatMap(([id, { at }]) =>
    archived.has(id) || at >= settledBefore ? [] : fault('inserted', id),
  );
  return [...kept, ...inserted];
}

export function compareWithArchive(
  archived: ArchivedItems,
  { entries, acts }: { readonly entries: readonly LedgerEntry[]; readonly acts: readonly Act[] },
  { settledBefore }: { readonly settledBefore: string },
): Fault[] {
  const ofEntries = new Map(
    entries.map((entry) => [entryId(entry), { digest: entryDigest(entry), at: entry.receivedAt }]),
  );
  const ofActs = new Map(acts.map((act) => [act.id, { digest: actDigest(act), at: act.at }]));
  return [
    ...compare('entry', archived.entries, ofEntries, settledBefore),
    ...compare('act', archived.acts, ofActs, settledBefore),
  ];
}
