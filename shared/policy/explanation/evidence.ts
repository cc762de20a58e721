/** Evidence of a case: its updates folded, and for every fact the update that asserts it. */
import type { DocketUpdate } from '../../../events/docket-update.ts';
import { addUpdate, emptyRecord } from '../../docket/fold.ts';
import type { Assertion, CaseRecord, Stamp, StandingFacts } from '../../docket/record.ts';
import { compareStamps } from '../../docket/stamp.ts';
import { prohibitedAlone, standingFacts } from '../../docket/standing.ts';
import { type Answers, withReadings } from '../compare/with-readings.ts';
import type { UpdateReference } from './case-explanation.ts';
import { type Place, placeOfKey, recordKey } from './places.ts';

export interface AcceptedUpdate {
  update: DocketUpdate;
  /** SHA-256 of its canonical content, see `shared/docket/content-hash.ts`. */
  contentHash: string;
}

/** What one update says of one fact. */
export interface Claim {
  key: string;
  value: unknown;
  stamp: Stamp;
  isProhibited: boolean;
}

export interface StandingFact {
  place: Place;
  value: unknown;
  stamp: Stamp;
  prohibitedOnly: boolean;
}

export interface Evidence {
  record: CaseRecord;
  /** What stands, with the answers that were set where the case has no reading of its own. */
  standing: StandingFacts;
  /** Answers to open questions that were set for this run. */
  answers: Answers;
  /** Every claim of every update, by rank. */
  claims: Claim[];
  /** By key of the record. */
  facts: ReadonlyMap<string, StandingFact>;
  updates: UpdateReference[];
  referenceOf: (stamp: Stamp) => UpdateReference;
}

const PROTECTION = 'protected1367';

function stampOf({ update, contentHash }: AcceptedUpdate): Stamp {
  return { sequence: update.data.sequence, source: update.source, id: update.id, contentHash };
}

function referenceTo({ update, contentHash }: AcceptedUpdate): UpdateReference {
  const { source, id, time, data } = update;
  const { sequence, provenance, entry } = data;
  const on = entry?.on ?? time?.slice(0, 10);
  return {
    source,
    id,
    sequence,
    provenance,
    ...(on !== undefined && { on }),
    ...(entry !== undefined && { entry: entry.code }),
    contentHash,
  };
}

const keyOf = ({ source, id, contentHash, sequence }: Stamp) => JSON.stringify([sequence, source, id, contentHash]);

/** The claims of one update are what a record of it alone holds. */
function claimsOf(accepted: AcceptedUpdate): Claim[] {
  const { asserted, prohibited } = addUpdate(emptyRecord, accepted.update, accepted.contentHash);
  const claim =
    (isProhibited: boolean) =>
    ([key, { value, stamp }]: [string, Assertion]): Claim => ({ key, value, stamp, isProhibited });
  return [...[...asserted].map(claim(false)), ...[...prohibited].map(claim(true))];
}

function factsOf(record: CaseRecord, standing: StandingFacts): Map<string, StandingFact> {
  const facts = new Map<string, StandingFact>();
  const add = (key: string, { value, stamp }: Assertion, prohibitedOnly: boolean) => {
    if (value !== null) facts.set(key, { place: placeOfKey(key), value, stamp, prohibitedOnly });
  };
  for (const [key, assertion] of record.asserted) add(key, assertion, false);
  for (const [key, assertion] of prohibitedAlone(record)) add(key, assertion, true);
  // The mark stands by its own rule, whatever was said of it last.
  const { protectionRaised } = record;
  if (standing.facts.protected1367 === true && protectionRaised !== undefined) {
    add(PROTECTION, { value: true, stamp: protectionRaised }, false);
  }
  return facts;
}

/** @param updates the accepted updates of one case, in any order; one given twice counts once */
export function evidenceOf(updates: readonly AcceptedUpdate[], answers: Answers = {}): Evidence {
  const byRank = updates
    .map((accepted) => ({ accepted, stamp: stampOf(accepted) }))
    .sort((one, other) => compareStamps(one.stamp, other.stamp));
  const distinct = new Map(byRank.map(({ accepted, stamp }) => [keyOf(stamp), accepted]));
  const references = new Map([...distinct].map(([key, accepted]) => [key, referenceTo(accepted)]));
  let record = emptyRecord;
  for (const { update, contentHash } of distinct.values()) record = addUpdate(record, update, contentHash);
  const standing = standingFacts(record);
  return {
    record,
    standing: withReadings(standing, answers),
    answers,
    claims: [...distinct.values()].flatMap(claimsOf),
    facts: factsOf(record, standing),
    updates: [...references.values()],
    referenceOf(stamp) {
      const found = references.get(keyOf(stamp));
      if (found === undefined) throw new Error('a fact without an update that asserts it');
      return found;
    },
  };
}

/** The fact that stands at a place, whichever part of it is meant. */
export function factAt({ facts }: Evidence, place: Place): StandingFact | undefined {
  return facts.get(recordKey(place));
}
