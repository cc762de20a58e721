/** Updates and heads for the store's tests. */
import { decodeDocketUpdate } from '../../events/decode.ts';
import type { DocketUpdate } from '../../events/docket-update.ts';
import type { AssertedFacts } from '../../events/facts.ts';
import { contentHash } from '../../shared/docket/content-hash.ts';
import { addUpdate, emptyRecord } from '../../shared/docket/fold.ts';
import { standingFacts } from '../../shared/docket/standing.ts';
import { type DrawnHead, drawHead, type HeadContent, placeOf } from '../../shared/flag/head.ts';
import { findInstrument, type Instrument } from '../../shared/policy/instruments.ts';
import type { Act } from '../../shared/review/act.ts';
import { writeBody } from '../../shared/review/act-body.ts';
import { type DecisionMention, factsDigest, type Review } from '../../shared/review/review.ts';
import { keyedNames } from '../../shared/store/keys.ts';
import { noMembers, withMember } from '../../shared/store/members.ts';
import type { CaseHead, ReviewContent } from '../../shared/store/store.ts';

export const SHARDS = 3;
export const names = keyedNames('a secret of the tests, long enough to be one');
export const AS_OF = '2021-06-15';

export function theInstrument(): Instrument {
  const instrument = findInstrument('opla-2021-05-27');
  if (instrument === undefined) throw new Error('the instrument of the tests is gone');
  return instrument;
}

export interface Draft {
  subject?: string;
  id?: string;
  source?: string;
  sequence?: number;
  entry?: NonNullable<DocketUpdate['data']['entry']>;
  provenance?: DocketUpdate['data']['provenance'];
  facts?: AssertedFacts;
}

/** The body of a message, as a docket system would send it. */
export function body({ subject = 'A-CASE-1', id = 'u1', source = 'urn:docket:eoir', ...draft }: Draft = {}): string {
  const { sequence = 1, entry, provenance = 'record', facts = { stage: 'pending' } } = draft;
  const data = { sequence, entry, provenance, facts };
  return JSON.stringify({ specversion: '1.0', id, source, type: 'own-motion.docket-update.v1', subject, data });
}

export function update(draft: Draft = {}): DocketUpdate {
  const decoded = decodeDocketUpdate(body(draft));
  if (decoded.kind === 'rejected') throw new Error(`a draft is no update: ${decoded.reason} ${decoded.paths.join()}`);
  return decoded.update;
}

/** The act of the finding that became the update of a draft. */
export function actOfFinding(draft: Draft): Act {
  return {
    id: update(draft).id,
    kind: 'finding',
    by: 'sub-petra',
    name: 'Petra',
    at: '2021-06-15T11:59:00.000Z',
    requestHash: 'a'.repeat(64),
    body: writeBody('finding', { reason: 'Wrong case.', restricted: true, path: 'protected1367', update: body(draft) }),
  };
}

/** Facts that put a case in the lane own-motion. */
export const OWN_MOTION_FACTS: AssertedFacts = {
  office: 'NYC',
  stage: 'pending',
  proceeding: 'removal',
  detained: false,
  respondentPosition: 'consents',
  backgroundCheckedOn: '2021-05-01',
  firstPresence: '2010',
  lawfulStatus: { kind: 'lpr', since: '2005' },
};

export interface HeadDraft {
  previous?: CaseHead;
  /** Instant of the drawing. */
  at?: string;
  asOf?: string;
  shards?: number;
}

/** What the head of a case becomes with some updates more. */
export function drawnWith(
  updates: readonly DocketUpdate[],
  { previous, at = '2021-06-15T12:00:00.000Z', asOf = AS_OF, shards = SHARDS }: HeadDraft = {},
): DrawnHead {
  const caseId = updates[0]?.subject ?? previous?.caseId ?? 'A-CASE-1';
  let record = previous?.record ?? emptyRecord;
  let members = previous?.members ?? noMembers;
  for (const one of updates) {
    const hash = contentHash(one);
    record = addUpdate(record, one, hash);
    members = withMember(members, names.memberId(one, hash));
  }
  return drawHead({
    caseKey: names.caseKey(caseId),
    caseId,
    members,
    record,
    previous,
    review: previous?.review,
    instrument: theInstrument(),
    asOf,
    at,
    shards,
  });
}

/** The head of a case after some updates more. */
export function headOf(updates: readonly DocketUpdate[], draft: HeadDraft = {}): HeadContent {
  return drawnWith(updates, draft).content;
}

/** The head of a case as people read it, without a table. */
export function readHeadOf(content: HeadContent, review?: Review): CaseHead {
  return { ...content, caseKey: names.caseKey(content.caseId), version: 1, review };
}

/** What a person writes who changes the review of a head. */
export function reviewContent(head: CaseHead, review: Review, shards = SHARDS): ReviewContent {
  const { caseKey, record } = head;
  const queue = placeOf({ caseKey, standing: standingFacts(record), content: head, review, shards });
  return { review, queue };
}

export const ANNA = { by: 'sub-anna', name: 'Anna' };
export const BORIS = { by: 'sub-boris', name: 'Boris' };

export function claimed(person = ANNA, expiresAt = '2021-06-15T14:00:00.000Z'): Review {
  return { decisions: [], claim: { ...person, at: '2021-06-15T13:30:00.000Z', expiresAt } };
}

export function rested(until = '2021-07-01', person = ANNA): Review {
  return { decisions: [], hold: { ...person, at: '2021-06-15T13:30:00.000Z', until, act: 'act-hold' } };
}

/** Decided on the facts that stand in a head. */
export function decided(head: CaseHead, at = '2021-06-15T13:45:00.000Z', person = ANNA): Review {
  const decision: DecisionMention = {
    ...person,
    act: `act-${at}`,
    decision: 'move-to-dismiss',
    at,
    factsDigest: factsDigest(standingFacts(head.record)),
    lane: head.classification.lane,
    rules: ['long-term-resident'],
    policyId: head.policyId,
  };
  return { decisions: [...(head.review?.decisions ?? []), decision] };
}

export function memberOf(one: DocketUpdate): Uint8Array {
  return names.memberId(one, contentHash(one));
}
