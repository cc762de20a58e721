/** Puts worked cases through the product, from a docket update to the answer, under one instrument. */
import { describe, expect, test } from 'vitest';
import { DOCKET_UPDATE_TYPE, type DocketUpdate, docketUpdate } from '../../events/docket-update.ts';
import { contentHash } from '../../shared/docket/content-hash.ts';
import { addUpdate, emptyRecord } from '../../shared/docket/fold.ts';
import { standingFacts } from '../../shared/docket/standing.ts';
import { classify } from '../../shared/policy/classify.ts';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { answerOf, expected, type GoldenCase, given } from './table.ts';

function updateFor(golden: GoldenCase): DocketUpdate {
  return docketUpdate.parse({
    specversion: '1.0',
    id: `golden-${golden.id}`,
    source: 'urn:docket:golden',
    type: DOCKET_UPDATE_TYPE,
    subject: golden.id,
    data: { sequence: 1, provenance: 'record', facts: given(golden) },
  });
}

export function answerUnder(policy: string, golden: GoldenCase) {
  const instrument = findInstrument(policy);
  if (instrument === undefined) throw new Error(`no instrument ${policy}`);
  const update = updateFor(golden);
  const record = addUpdate(emptyRecord, update, contentHash(update));
  return classify(instrument, golden.id, standingFacts(record), golden.asOf);
}

export function describeWorkedCases(policy: string, cases: readonly GoldenCase[]): void {
  describe(`worked cases of ${policy}`, () => {
    test.each(cases)('$id $title', (golden) => {
      const answer = answerUnder(policy, golden);
      expect(answerOf(answer), golden.why).toEqual(expected(golden));
      expect(answer).toMatchObject({ caseId: golden.id, policy, asOf: golden.asOf });
    });

    test('no case stands twice', () => {
      expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    });
  });
}
