/** The head of a case: what the set of its updates adds up to under one instrument, and the flag that follows. */
import type { CalendarDate } from '../../events/dates.ts';
import type { CaseRecord, StandingFacts } from '../docket/record.ts';
import { standingFacts } from '../docket/standing.ts';
import { classify } from '../policy/classify.ts';
import type { Instrument } from '../policy/instruments.ts';
import { activeClaim, activeHold, isDecided, type Review } from '../review/review.ts';
import { type CompactClassification, compactOf, isRestricted } from './compact.ts';
import { type Flag, type FlagChange, nextFlag } from './flag.ts';
import { nextLookOn } from './next-look.ts';
import { type QueuePlace, queueOfPartition, queuePlace, UNASSIGNED_OFFICE, unflaggedPlace } from './queue-place.ts';

/** The attributes of a head that belong to the machine. */
export interface HeadContent {
  readonly caseId: string;
  /** The set of updates it contains, see `shared/store/members.ts`. */
  readonly members: Uint8Array;
  readonly record: CaseRecord;
  readonly policyId: string;
  readonly policyHash: string;
  readonly classification: CompactClassification;
  readonly flag: Flag | undefined;
  /** Where it stands among the flags or among the unflagged cases; undefined for an ended proceeding nobody ever decided. */
  readonly queue: QueuePlace | undefined;
  readonly hearingOn: CalendarDate | undefined;
  readonly detained: boolean | undefined;
  /** The first later day on which all this may be otherwise although no update comes; undefined when there is none. */
  readonly nextChangeOn: CalendarDate | undefined;
}

export interface Drawing {
  readonly caseKey: string;
  readonly caseId: string;
  readonly members: Uint8Array;
  readonly record: CaseRecord;
  /** What stands before this drawing. */
  readonly previous: Pick<HeadContent, 'flag' | 'queue'> | undefined;
  /** What people have done about the flag. */
  readonly review: Review | undefined;
  readonly instrument: Instrument;
  readonly asOf: CalendarDate;
  /** Instant at which a change of the flag is dated, ISO 8601 in UTC. */
  readonly at: string;
  readonly shards: number;
}

export interface DrawnHead {
  readonly content: HeadContent;
  readonly change: FlagChange;
}

/** Classifies a record and draws the head that follows from it. */
export function drawHead(drawing: Drawing): DrawnHead {
  const { caseId, members, record, previous, review, instrument, asOf, at } = drawing;
  const standing = standingFacts(record);
  const classification = compactOf(classify(instrument, caseId, standing, asOf));
  const decided = isDecided(review, standing);
  const wasDecided = previous?.queue !== undefined && queueOfPartition(previous.queue.partition)?.part === 'decided';
  const { flag, change } = nextFlag(previous?.flag, classification.lane, at, {
    isHeld: decided || activeClaim(review, at) !== undefined || activeHold(review, at) !== undefined,
    isReopened: wasDecided && !decided,
  });
  const { hearing, detained } = standing.facts;
  const content = {
    caseId,
    members,
    record,
    policyId: instrument.id,
    policyHash: instrument.contentHash,
    classification,
    flag,
    hearingOn: hearing?.on,
    detained,
    nextChangeOn: nextLookOn({ instrument, standing, asOf, flag, decided, review }),
  };
  return { content: { ...content, queue: placeOf({ ...drawing, standing, content }) }, change };
}

export interface Placing {
  readonly caseKey: string;
  readonly standing: StandingFacts;
  readonly content: Pick<HeadContent, 'classification' | 'flag'>;
  readonly review: Review | undefined;
  readonly shards: number;
}

/**
 * Where a head stands in the queue index: it follows from both halves of a head, so whoever writes either computes it,
 * on condition that the head is still the one that was read.
 */
export function placeOf({ caseKey, standing, content, review, shards }: Placing): QueuePlace | undefined {
  const { office = UNASSIGNED_OFFICE, hearing, detained, stage } = standing.facts;
  const restricted = isRestricted(content.classification);
  const { flag } = content;
  const decidedAt = review?.decisions.at(-1)?.at;
  if (flag === undefined || (flag.state !== 'raised' && decidedAt === undefined)) {
    return stage === 'ended' ? undefined : unflaggedPlace({ office, restricted }, caseKey, shards);
  }
  const place = {
    caseKey,
    office,
    restricted,
    lane: flag.lane,
    hearingOn: hearing?.on,
    detained,
    raisedAt: flag.raisedAt,
  };
  if (flag.state !== 'raised') return queuePlace({ ...place, part: 'past', decidedAt }, shards);
  if (isDecided(review, standing)) return queuePlace({ ...place, part: 'decided', decidedAt }, shards);
  return queuePlace({ ...place, part: 'work', decidedAt: undefined }, shards);
}
