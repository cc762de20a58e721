/**
 * The docket update that a finding or reading becomes. The reason stays in the act: updates travel further than people's
 * words about a case should.
 */
import type { CalendarDate } from '../../events/dates.ts';
import { DOCKET_UPDATE_TYPE, type DocketUpdate, REVIEW_SOURCE } from '../../events/docket-update.ts';
import type { AssertedFacts } from '../../events/facts.ts';

export interface Found {
  readonly caseId: string;
  readonly kind: 'finding' | 'reading';
  /** Id of the act. */
  readonly act: string;
  /** Sequences of the updates that the case has, or will have of earlier findings. */
  readonly sequences: readonly number[];
  readonly on: CalendarDate;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly facts: AssertedFacts;
}

/** One above the highest the case has, so that it outranks them; undefined where no number is above. */
export function findingUpdate({ caseId, kind, act, sequences, on, at, facts }: Found): DocketUpdate | undefined {
  const sequence = sequences.reduce((highest, each) => Math.max(highest, each), -1) + 1;
  if (!Number.isSafeInteger(sequence)) return undefined;
  return {
    specversion: '1.0',
    id: act,
    source: REVIEW_SOURCE,
    type: DOCKET_UPDATE_TYPE,
    subject: caseId,
    time: at,
    datacontenttype: 'application/json',
    data: { sequence, entry: { code: kind, on }, provenance: 'record', facts },
  };
}
