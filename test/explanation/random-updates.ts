/** Random cases as sets of updates: several sources that tell a case piece by piece, and contradict each other. */
import fc from 'fast-check';
import type { CalendarDate } from '../../events/dates.ts';
import { DOCKET_UPDATE_TYPE, type DocketUpdate, REVIEW_SOURCE } from '../../events/docket-update.ts';
import type { AssertedFacts } from '../../events/facts.ts';
import { contentHash } from '../../shared/docket/content-hash.ts';
import type { AcceptedUpdate } from '../../shared/policy/explanation/evidence.ts';
import { record } from '../reference/random-records.ts';

export const CASE = 'A-CASE-0001';

export interface RandomCase {
  updates: AcceptedUpdate[];
  asOf: CalendarDate;
}

export function acceptedUpdate(
  sequence: number,
  facts: AssertedFacts,
  more: { source?: string; provenance?: DocketUpdate['data']['provenance']; time?: string } = {},
): AcceptedUpdate {
  const { source = 'urn:docket:eoir', provenance = 'record', time = '2021-06-01T10:00:00Z' } = more;
  const update: DocketUpdate = {
    specversion: '1.0',
    id: `${source}-${sequence}`,
    source,
    type: DOCKET_UPDATE_TYPE,
    subject: CASE,
    time,
    data: { sequence, provenance, facts },
  };
  return { update, contentHash: contentHash(update) };
}

const sources = ['urn:docket:eoir', 'urn:docket:opla', 'urn:docket:uscis', REVIEW_SOURCE];

/** Sections of the facts, each told by a source of its choice at a place of its choice in the order. */
function told(facts: object, at: fc.Arbitrary<{ sequence: number; source: string }[]>): fc.Arbitrary<AcceptedUpdate[]> {
  return at.map((places) =>
    Object.entries(facts).map(([section, value], i) => {
      const { sequence, source } = places[i % places.length] ?? { sequence: 1, source: 'urn:docket:eoir' };
      return acceptedUpdate(sequence, { [section]: value }, { source });
    }),
  );
}

const placesBetween = (min: number, max: number) =>
  fc.array(fc.record({ sequence: fc.integer({ min, max }), source: fc.constantFrom(...sources) }), {
    minLength: 1,
    maxLength: 6,
  });

/** What stands, what was said before it and otherwise, what was retracted, and what a prohibited source says. */
export const randomCase: fc.Arbitrary<RandomCase> = fc
  .tuple(
    record,
    record,
    fc.constantFrom<keyof AssertedFacts>('gang', 'humanitarian', 'convictions', 'hearing', 'lastEntry'),
  )
  .chain(([now, before, retracted]) =>
    fc
      .tuple(
        told(now.facts, placesBetween(4, 9)),
        fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, told(before.facts, placesBetween(1, 5))),
        fc.constantFrom(0, 0, 2, 7),
      )
      .map(([standing, earlier, at]) => ({
        updates: [
          ...standing,
          ...earlier,
          ...(at === 0 ? [] : [acceptedUpdate(at, { [retracted]: null }, { source: 'urn:docket:opla' })]),
          ...(now.withProhibited === undefined
            ? []
            : [
                acceptedUpdate(6, now.withProhibited as AssertedFacts, {
                  source: 'urn:tip-line',
                  provenance: 'prohibited',
                }),
              ]),
        ],
        asOf: now.asOf,
      })),
  );
