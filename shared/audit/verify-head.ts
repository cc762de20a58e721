/** Draws a head anew from its ledger, on the day and under the instrument it was drawn, and compares it part by part. */
import { canonicalText } from '../docket/content-hash.ts';
import { addUpdate, emptyRecord } from '../docket/fold.ts';
import type { CaseRecord } from '../docket/record.ts';
import { encodeRecord } from '../docket/record-codec.ts';
import { standingFacts } from '../docket/standing.ts';
import { compactOf } from '../flag/compact.ts';
import type { Flag } from '../flag/flag.ts';
import { placeOf } from '../flag/head.ts';
import { nextLookOn } from '../flag/next-look.ts';
import type { QueuePlace } from '../flag/queue-place.ts';
import { classify } from '../policy/classify.ts';
import type { Instrument } from '../policy/instruments.ts';
import { isDecided } from '../review/review.ts';
import type { KeyedNames } from '../store/keys.ts';
import { hasMember, MEMBER_BYTES } from '../store/members.ts';
import type { CaseHead } from '../store/store.ts';
import type { Fault } from './fault.ts';
import type { ReadEntries } from './verify-entries.ts';

export interface DrawingAnew {
  readonly names: Pick<KeyedNames, 'caseKey'>;
  readonly instrumentOf: (policyId: string, policyHash: string) => Instrument | undefined;
  readonly shards: number;
}

function edited(field: string): Fault {
  return { kind: 'edited', item: 'head', field, by: 'ledger' };
}

/** The record of the entries that the head contains; undefined while one of them is lost or not what it seems. */
function recordOf(head: CaseHead, { sound }: ReadEntries): CaseRecord | undefined {
  const inside = sound.filter(({ entry }) => hasMember(head.members, entry.memberId));
  if (inside.length * MEMBER_BYTES !== head.members.length) return undefined;
  return inside.reduce((record, { update, contentHash }) => addUpdate(record, update, contentHash), emptyRecord);
}

/** The members of a set are in order, each once. */
function isSet(members: Uint8Array): boolean {
  for (let at = MEMBER_BYTES; at < members.length; at += MEMBER_BYTES) {
    const before = members.subarray(at - MEMBER_BYTES, at);
    if (Buffer.compare(before, members.subarray(at, at + MEMBER_BYTES)) >= 0) return false;
  }
  return true;
}

/** Names of the parts in which two objects differ. */
function differing(one: object, other: object): string[] {
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  const text = (value: unknown) => (value === undefined ? '' : canonicalText(value));
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (name) => text(left.get(name)) !== text(right.get(name)),
  );
}

/** What cannot be of a flag, whatever its history. When it was raised and how often it changed, its ledger does not tell. */
function flagFaults(flag: Flag | undefined, lane: string): Fault[] {
  if (flag === undefined) return lane === 'none' ? [] : [edited('flag')];
  const isRaised = flag.state === 'raised';
  const stands = isRaised && flag.fellAway !== true;
  return [
    ...(isRaised !== (lane !== 'none' || flag.fellAway === true) ? [edited('flag.state')] : []),
    ...(stands && lane !== 'none' && flag.lane !== lane ? [edited('flag.lane')] : []),
    ...(flag.fellAway === true && (!isRaised || lane !== 'none') ? [edited('flag.fellAway')] : []),
    ...(flag.raisedAt > flag.changedAt ? [edited('flag.raisedAt')] : []),
  ];
}

const SHARD = /#(\d+)$/;

/** The shard may be of another number of shards than today's, as long as lists reach it. */
function isSamePlace(stored: QueuePlace | undefined, drawn: QueuePlace | undefined, shards: number): boolean {
  if (stored === undefined || drawn === undefined) return stored === drawn;
  const shard = Number(SHARD.exec(stored.partition)?.[1] ?? shards);
  const isSameQueue = stored.partition.replace(SHARD, '') === drawn.partition.replace(SHARD, '');
  return isSameQueue && shard < shards && stored.order === drawn.order;
}

export interface CheckedHead {
  readonly faults: readonly Fault[];
  readonly isClassificationChecked: boolean;
}

export function headFaults(head: CaseHead, read: ReadEntries, anew: DrawingAnew): CheckedHead {
  const { caseKey, caseId, review, flag } = head;
  const record = recordOf(head, read);
  const standing = standingFacts(record ?? head.record);
  const instrument = anew.instrumentOf(head.policyId, head.policyHash);
  const { asOf } = head.classification;
  const drawn = instrument && compactOf(classify(instrument, caseId, standing, asOf));
  const classification = drawn ?? head.classification;
  const place = placeOf({ caseKey, standing, content: { classification, flag }, review, shards: anew.shards });
  const { hearing, detained } = standing.facts;

  const faults: Fault[] = [];
  const check = (isRight: boolean, field: string) => {
    if (!isRight) faults.push(edited(field));
  };
  check(anew.names.caseKey(caseId) === caseKey, 'caseId');
  check(isSet(head.members), 'members');
  check(record === undefined || encodeRecord(record) === encodeRecord(head.record), 'record');
  for (const part of differing(classification, head.classification)) check(false, `classification.${part}`);
  faults.push(...flagFaults(flag, classification.lane));
  check(isSamePlace(head.queue, place, anew.shards), 'queue');
  check(head.hearingOn === hearing?.on, 'hearingOn');
  check(head.detained === detained, 'detained');
  if (instrument !== undefined) {
    const look = { instrument, standing, asOf, flag, decided: isDecided(review, standing), review };
    // Of a flag that fell away in a person's hands the day depends on what they had of it when the head was drawn.
    const isInHand = flag?.state === 'raised' && flag.fellAway === true;
    check(isInHand || head.nextChangeOn === nextLookOn(look), 'nextChangeOn');
  }
  return { faults, isClassificationChecked: drawn !== undefined };
}
