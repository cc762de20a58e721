/** Digests of what is kept of a case: one text for one content, each kind under a name of its own. */
import { hash } from 'node:crypto';
import { canonicalText } from '../docket/content-hash.ts';
import { encodeRecord } from '../docket/record-codec.ts';
import type { Act } from '../review/act.ts';
import type { CaseHead, LedgerEntry } from '../store/store.ts';

function digest(kind: string, content: unknown): string {
  return hash('sha256', `own-motion ${kind} 1\n${canonicalText(content)}`, 'hex');
}

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

export function entryId({ memberId }: Pick<LedgerEntry, 'memberId'>): string {
  return base64url(memberId);
}

/** The update as received, to the byte, and when. */
export function entryDigest(entry: LedgerEntry): string {
  const { memberId: _, body, receivedAt } = entry;
  return digest('entry', { id: entryId(entry), body, receivedAt });
}

export function actDigest({ id, kind, by, name, at, requestHash, body }: Act): string {
  return digest('act', { id, kind, by, name, at, requestHash, body });
}

/**
 * All of a head but its version, which stands beside the digest: a version that moved while nothing else did is a fault of
 * its own. So what is written without moving the version has no place in a head as the store reads it.
 */
export function headDigest(head: CaseHead): string {
  const { version: _, members, record, ...rest } = head;
  return digest('head', { ...rest, members: base64url(members), record: encodeRecord(record) });
}

/** One digest for a set, whatever the order in which it is read. */
export function setDigest(digests: Iterable<string>): string {
  return digest('set', [...digests].sort());
}
