/**
 * How ledger entries and acts lie in the archive: an object each, under a name made of its case and content, so that the same
 * is put once however often it comes. What is read back is believed for what it holds, and never for its name.
 */
import * as z from 'zod';
import { actDigest, entryDigest, entryId } from '../audit/digests.ts';
import { canonicalText } from '../docket/content-hash.ts';
import { type Act, act } from '../review/act.ts';
import type { LedgerEntry } from '../store/store.ts';

export interface ArchiveObject {
  readonly key: string;
  readonly body: string;
}

const FORMAT = 1;

/** Everything archived of a case stands under this. */
export function archivedUnder(caseKey: string): string {
  return `cases/${caseKey}/`;
}

export function entryObject(caseKey: string, entry: LedgerEntry): ArchiveObject {
  const { body, receivedAt } = entry;
  const id = entryId(entry);
  return {
    key: `${archivedUnder(caseKey)}entries/${id}.${entryDigest(entry)}.json`,
    body: canonicalText({ format: FORMAT, caseKey, entry: { id, body, receivedAt } }),
  };
}

export function actObject(caseKey: string, one: Act): ArchiveObject {
  return {
    key: `${archivedUnder(caseKey)}acts/${one.id}.${actDigest(one)}.json`,
    body: canonicalText({ format: FORMAT, caseKey, act: one }),
  };
}

const common = { format: z.literal(FORMAT), caseKey: z.string().min(1) };
const archivedObject = z.union([
  z.strictObject({
    ...common,
    entry: z.strictObject({ id: z.string().min(1), body: z.string(), receivedAt: z.string() }),
  }),
  z.strictObject({ ...common, act }),
]);

export interface ArchivedDigest {
  readonly caseKey: string;
  readonly item: 'entry' | 'act';
  readonly id: string;
  readonly digest: string;
}

/** @returns undefined for what is no archived object */
export function digestOfArchived(text: string): ArchivedDigest | undefined {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = archivedObject.safeParse(given);
  if (!parsed.success) return undefined;
  const { caseKey } = parsed.data;
  if ('act' in parsed.data) {
    return { caseKey, item: 'act', id: parsed.data.act.id, digest: actDigest(parsed.data.act) };
  }
  const { id, body, receivedAt } = parsed.data.entry;
  const digest = entryDigest({ memberId: Buffer.from(id, 'base64url'), body, receivedAt });
  return { caseKey, item: 'entry', id, digest };
}
