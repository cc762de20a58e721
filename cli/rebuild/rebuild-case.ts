/**
 * Recomputes the head of one case from its ledger and compares it with the one that stands. It is written only where they
 * differ, and only over the version that was read: a live update wins.
 */
import type { CalendarDate } from '../../events/dates.ts';
import { decodeDocketUpdate } from '../../events/decode.ts';
import { contentHash } from '../../shared/docket/content-hash.ts';
import { addUpdate, emptyRecord } from '../../shared/docket/fold.ts';
import type { CaseRecord } from '../../shared/docket/record.ts';
import { encodeRecord } from '../../shared/docket/record-codec.ts';
import { drawHead, type HeadContent } from '../../shared/flag/head.ts';
import { saysTheSame } from '../../shared/flag/redraw.ts';
import type { Instrument } from '../../shared/policy/instruments.ts';
import { StoreError } from '../../shared/store/errors.ts';
import type { KeyedNames } from '../../shared/store/keys.ts';
import { hasMember, MEMBER_BYTES, noMembers, withMember } from '../../shared/store/members.ts';
import type { CaseHead, CaseLedger, CaseReviews } from '../../shared/store/store.ts';

/**
 * - `same`: what stands is what the ledger adds up to.
 * - `repaired`: it was not; with `isDryRun`, it would be written.
 * - `drawn-anew`: there was no head.
 * - `other-policy`: the record is what the ledger adds up to; the answer waits for `own-motion reclassify`.
 * - `no-updates`: nothing in the ledger, and no head.
 */
export type RebuiltKind = 'same' | 'repaired' | 'drawn-anew' | 'other-policy' | 'no-updates';

/** What a person must look at; nothing is written. */
export type Damage =
  | 'head-unreadable'
  | 'entry-unreadable'
  | 'entry-not-an-update'
  | 'entry-under-another-name'
  | 'entry-missing'
  | 'written-again-and-again';

export type Rebuilt =
  | { readonly kind: RebuiltKind; readonly hasLostReview?: boolean }
  | { readonly kind: 'damaged'; readonly damage: Damage };

export interface RebuildDeps {
  readonly cases: Pick<CaseLedger, 'readHead' | 'listEntries' | 'writeHead'> & Pick<CaseReviews, 'listActs'>;
  readonly names: Pick<KeyedNames, 'caseKey' | 'memberId'>;
  readonly instrument: Instrument;
  readonly shards: number;
  /** Day to classify as of, where the head must be written. */
  readonly asOf: CalendarDate;
  readonly isDryRun: boolean;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
}

const MAX_TRIES = 5;

interface Fold {
  readonly kind: 'folded';
  readonly caseId: string | undefined;
  readonly record: CaseRecord;
  readonly members: Uint8Array;
}

const damaged = (damage: Damage) => ({ kind: 'damaged' as const, damage });

function isCorrupt(error: unknown): boolean {
  return error instanceof StoreError && error.fault === 'corrupt-item';
}

async function foldLedger({ cases, names }: RebuildDeps, caseKey: string): Promise<Fold | ReturnType<typeof damaged>> {
  let record = emptyRecord;
  let members = noMembers;
  let caseId: string | undefined;
  try {
    for await (const { memberId, body } of cases.listEntries(caseKey)) {
      const decoded = decodeDocketUpdate(body);
      if (decoded.kind === 'rejected') return damaged('entry-not-an-update');
      const { update } = decoded;
      const hash = contentHash(update);
      const isNamed = Buffer.compare(names.memberId(update, hash), memberId) === 0;
      if (!isNamed || names.caseKey(update.subject) !== caseKey) return damaged('entry-under-another-name');
      record = addUpdate(record, update, hash);
      members = withMember(members, memberId);
      caseId = update.subject;
    }
  } catch (error) {
    if (isCorrupt(error)) return damaged('entry-unreadable');
    throw error;
  }
  return { kind: 'folded', caseId, record, members };
}

/** The head of the case; what was read first can only be older than the ledger that is read after it. */
async function readHead({ cases }: RebuildDeps, caseKey: string) {
  try {
    return { kind: 'read' as const, head: await cases.readHead(caseKey) };
  } catch (error) {
    if (isCorrupt(error)) return damaged('head-unreadable');
    throw error;
  }
}

function lacksEntry({ members: inHead }: CaseHead, inLedger: Uint8Array): boolean {
  for (let at = 0; at < inHead.length; at += MEMBER_BYTES) {
    if (!hasMember(inLedger, inHead.subarray(at, at + MEMBER_BYTES))) return true;
  }
  return false;
}

function drawn(deps: RebuildDeps, head: CaseHead | undefined, folded: Fold, asOf: CalendarDate, caseKey: string) {
  const { instrument, shards, now } = deps;
  const { caseId = '', record, members } = folded;
  const people = { previous: head, review: head?.review };
  return drawHead({ caseKey, caseId, record, members, ...people, instrument, asOf, at: now(), shards });
}

/** Whether the record and members that stand are those of the ledger, to the byte. */
function isFoldOf(head: HeadContent, { record, members }: Fold): boolean {
  return Buffer.compare(head.members, members) === 0 && encodeRecord(head.record) === encodeRecord(record);
}

/**
 * The version of a head that is drawn anew, or that lacks updates because it was begun again after it was lost. No head is
 * written once a millisecond, so the time is above every version that the lost one had, and what is announced is the latest.
 */
function versionAfterLoss({ now }: RebuildDeps, head: CaseHead | undefined): number {
  return Math.max(Date.parse(now()), (head?.version ?? 0) + 1);
}

/** What is to be done about a case as it was read: nothing, for a reason, or a head to write. */
function compare(deps: RebuildDeps, caseKey: string, head: CaseHead | undefined, folded: Fold) {
  if (head === undefined) {
    if (folded.caseId === undefined) return { kind: 'nothing' as const, rebuilt: { kind: 'no-updates' as const } };
    const { content } = drawn(deps, head, folded, deps.asOf, caseKey);
    const version = versionAfterLoss(deps, head);
    return { kind: 'write' as const, content, version, rebuilt: { kind: 'drawn-anew' as const } };
  }
  if (folded.caseId === undefined || lacksEntry(head, folded.members))
    return { kind: 'nothing' as const, rebuilt: damaged('entry-missing') };
  const isFold = isFoldOf(head, folded) && head.caseId === folded.caseId;
  if (isFold && head.policyHash !== deps.instrument.contentHash) {
    // A policy is put in another's place by a person's approval and not on the way.
    return { kind: 'nothing' as const, rebuilt: { kind: 'other-policy' as const } };
  }
  if (isFold) {
    const again = drawn(deps, head, folded, head.classification.asOf, caseKey);
    if (again.change === 'unchanged' && saysTheSame(head, again.content)) {
      return { kind: 'nothing' as const, rebuilt: { kind: 'same' as const } };
    }
  }
  const { content } = drawn(deps, head, folded, deps.asOf, caseKey);
  const lacksUpdates = head.members.length < folded.members.length;
  const version = lacksUpdates ? versionAfterLoss(deps, head) : head.version + 1;
  return { kind: 'write' as const, content, version, rebuilt: { kind: 'repaired' as const } };
}

export async function rebuildCase(deps: RebuildDeps, caseKey: string): Promise<Rebuilt> {
  for (let tries = 1; tries <= MAX_TRIES; tries++) {
    const found = await readHead(deps, caseKey);
    if (found.kind === 'damaged') return found;
    const { head } = found;
    const folded = await foldLedger(deps, caseKey);
    if (folded.kind === 'damaged') return folded;
    const next = compare(deps, caseKey, head, folded);
    if (next.kind === 'nothing') return next.rebuilt;
    const written = deps.isDryRun
      ? 'written'
      : await deps.cases.writeHead(caseKey, next.content, head?.version, next.version);
    if (written === 'version-conflict') continue;
    if (next.rebuilt.kind !== 'drawn-anew') return next.rebuilt;
    return { ...next.rebuilt, hasLostReview: await hasActs(deps, caseKey) };
  }
  return damaged('written-again-and-again');
}

/** People did something about the case, which counted only because the head that is gone said so. */
async function hasActs({ cases }: RebuildDeps, caseKey: string): Promise<boolean> {
  for await (const _ of cases.listActs(caseKey)) return true;
  return false;
}
