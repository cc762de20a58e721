/** Reads a case's ledger and acts; what cannot be read fails the request, since a part would show the case as another. */
import { decodeDocketUpdate } from '../../../events/decode.ts';
import type { DocketUpdate } from '../../../events/docket-update.ts';
import { contentHash } from '../../../shared/docket/content-hash.ts';
import type { Stamp } from '../../../shared/docket/record.ts';
import { compareCodePoints, compareStamps } from '../../../shared/docket/stamp.ts';
import type { Act } from '../../../shared/review/act.ts';
import type { LedgerUpdate } from '../../../shared/review/ledger.ts';
import { StoreError } from '../../../shared/store/errors.ts';
import { hasMember, type Members } from '../../../shared/store/members.ts';
import type { CaseReviews } from '../../../shared/store/store.ts';

export interface ReadLedger {
  /** Those that the head contains, in the order in which they were received; of one instant, by rank. */
  readonly updates: readonly LedgerUpdate[];
  /** Of every update of the ledger. */
  readonly sequences: readonly number[];
}

function decoded(body: string): DocketUpdate {
  const result = decodeDocketUpdate(body);
  if (result.kind === 'rejected') throw new StoreError('corrupt-item', 'entry.body');
  return result.update;
}

function stampOf({ update, contentHash: hash }: Omit<LedgerUpdate, 'place'>): Stamp {
  return { sequence: update.data.sequence, source: update.source, id: update.id, contentHash: hash };
}

/** @param members the set that the head contains: an entry may be stored and not folded yet */
export async function readLedger(
  cases: Pick<CaseReviews, 'listEntries'>,
  key: string,
  members: Members,
): Promise<ReadLedger> {
  const contained: Omit<LedgerUpdate, 'place'>[] = [];
  const sequences: number[] = [];
  for await (const { body, memberId, receivedAt } of cases.listEntries(key)) {
    const update = decoded(body);
    sequences.push(update.data.sequence);
    if (!hasMember(members, memberId)) continue;
    contained.push({ update, contentHash: contentHash(update), receivedAt });
  }
  contained.sort((a, b) => compareCodePoints(a.receivedAt, b.receivedAt) || compareStamps(stampOf(a), stampOf(b)));
  return { updates: contained.map((each, place) => ({ ...each, place })), sequences };
}

export async function readActs(cases: Pick<CaseReviews, 'listActs'>, key: string): Promise<Act[]> {
  const acts: Act[] = [];
  for await (const act of cases.listActs(key)) acts.push(act);
  return acts;
}
