/** What the answer would be if an update said more: the case is folded and classified anew, never guessed. */
import type { CalendarDate } from '../../../events/dates.ts';
import { DOCKET_UPDATE_TYPE, type DocketUpdate, REVIEW_SOURCE } from '../../../events/docket-update.ts';
import type { AssertedFacts } from '../../../events/facts.ts';
import { addUpdate } from '../../docket/fold.ts';
import type { StandingFacts } from '../../docket/record.ts';
import { standingFacts } from '../../docket/standing.ts';
import type { Classification } from '../classification.ts';
import { classify } from '../classify.ts';
import { withReadings } from '../compare/with-readings.ts';
import type { Instrument } from '../instrument.ts';
import type { Destination } from './case-explanation.ts';
import type { Evidence } from './evidence.ts';

/** The case with more asserted, as a person's answers would be: each outranks everything before it. */
export interface Suppose {
  standing: (asserted: readonly AssertedFacts[]) => StandingFacts;
  classification: (asserted: readonly AssertedFacts[]) => Classification;
}

/** No update has it; it takes no part in the rank, since the sequence is higher than any. */
const NO_HASH = '0'.repeat(64);

function updateSaying(caseId: string, sequence: number, facts: AssertedFacts): DocketUpdate {
  return {
    specversion: '1.0',
    id: 'supposed',
    source: REVIEW_SOURCE,
    type: DOCKET_UPDATE_TYPE,
    subject: caseId,
    data: { sequence, provenance: 'record', facts },
  };
}

export function supposeIn(
  instrument: Instrument,
  caseId: string,
  { record, updates, answers }: Pick<Evidence, 'record' | 'updates' | 'answers'>,
  asOf: CalendarDate,
): Suppose {
  const highest = updates.at(-1)?.sequence ?? 0;
  const standing = (asserted: readonly AssertedFacts[]) => {
    let supposed = record;
    for (const [i, facts] of asserted.entries()) {
      supposed = addUpdate(supposed, updateSaying(caseId, highest + 1 + i, facts), NO_HASH);
    }
    return withReadings(standingFacts(supposed), answers);
  };
  return { standing, classification: (asserted) => classify(instrument, caseId, standing(asserted), asOf) };
}

export function destinationOf({ lane, priority, actions }: Classification): Destination {
  return { lane, priority, joinsReopening: actions.includes('join-motion-to-reopen') };
}

/** Whether two destinations differ in what a missing fact can decide. */
export function isTurned(one: Destination, other: Destination): boolean {
  return one.lane !== other.lane || one.joinsReopening !== other.joinsReopening;
}
