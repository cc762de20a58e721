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

interface Kept {
  readonly digest: string;
  /** Instant at which it was written. */
  readonly at: string;
}

/** What is kept of a case beside its head, by name. */
export interface KeptItems {
  readonly entries: ReadonlyMap<string, Kept>;
  readonly acts: ReadonlyMap<string, Kept>;
}

export function keptItems(entries: readonly LedgerEntry[], acts: readonly Act[]): KeptItems {
  return {
    entries: new Map(entries.map((entry) => [entryId(entry), { digest: entryDigest(entry), at: entry.receivedAt }])),
    acts: new Map(acts.map((act) => [act.id, { digest: actDigest(act), at: act.at }])),
  };
}

function compare(
  item: 'entry' | 'act',
  archived: ReadonlyMap<string, string>,
  kept: ReadonlyMap<string, Kept>,
  settledBefore: string,
): Fault[] {
  const fault = (kind: Fault['kind'], id: string): Fault => ({ kind, item, id, by: 'archive' });
  const known = [...archived].flatMap(([id, digest]) => {
    const now = kept.get(id);
    if (now === undefined) return fault('lost', id);
    return now.digest === digest ? [] : fault('edited', id);
  });
  const inserted = [...kept].flatMap(([id, { at }]) =>
    archived.has(id) || at >= settledBefore ? [] : fault('inserted', id),
  );
  return [...known, ...inserted];
}

export function compareWithArchive(
  archived: ArchivedItems,
  kept: KeptItems,
  { settledBefore }: { readonly settledBefore: string },
): Fault[] {
  return [
    ...compare('entry', archived.entries, kept.entries, settledBefore),
    ...compare('act', archived.acts, kept.acts, settledBefore),
  ];
}
