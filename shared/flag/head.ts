/** The head of a case: what the set of its updates adds up to under one instrument, and the flag that follows. */
import type { CalendarDate } from '../../events/dates.ts';
import type { CaseRecord } from '../docket/record.ts';
import { standingFacts } from '../docket/standing.ts';
import { classify } from '../policy/classify.ts';
import type { Instrument } from '../policy/instruments.ts';
import { type CompactClassification, compactOf, isRestricted } from './compact.ts';
import { type Flag, nextFlag } from './flag.ts';
import { type QueuePlace, queuePlace, UNASSIGNED_OFFICE } from './queue-place.ts';

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
  /** Only while the flag is live. */
  readonly queue: QueuePlace | undefined;
  readonly hearingOn: CalendarDate | undefined;
  readonly detained: boolean | undefined;
}

export interface Drawing {
  readonly caseKey: string;
  readonly caseId: string;
  readonly members: Uint8Array;
  readonly record: CaseRecord;
  readonly previousFlag: Flag | undefined;
  readonly instrument: Instrument;
  readonly asOf: CalendarDate;
  /** Instant at which a change of the flag is dated, ISO 8601 in UTC. */
  readonly at: string;
  readonly shards: number;
}

/** Classifies a record and draws the head that follows from it. */
export function drawHead(drawing: Drawing): HeadContent {
  const { caseKey, caseId, members, record, instrument, asOf } = drawing;
  const standing = standingFacts(record);
  const classification = compactOf(classify(instrument, caseId, standing, asOf));
  const flag = nextFlag(drawing.previousFlag, classification.lane, drawing.at);
  const { office = UNASSIGNED_OFFICE, hearing, detained } = standing.facts;
  const place = {
    caseKey,
    office,
    restricted: isRestricted(classification),
    hearingOn: hearing?.on,
    detained,
  };
  return {
    caseId,
    members,
    record,
    policyId: instrument.id,
    policyHash: instrument.contentHash,
    classification,
    flag,
    queue:
      flag?.state === 'raised'
        ? queuePlace({ ...place, lane: flag.lane, raisedAt: flag.raisedAt }, drawing.shards)
        : undefined,
    hearingOn: hearing?.on,
    detained,
  };
}
