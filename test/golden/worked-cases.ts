/** Puts worked cases through the product, from a docket update to the answer, under one instrument. */
import { describe, expect, test } from 'vitest';
import { classify } from '../../shared/policy/classify.ts';
import { findInstrument } from '../../shared/policy/instruments.ts';
import { standingOf } from './standing-of.ts';
import { answerOf, expected, type GoldenCase } from './table.ts';

export function answerUnder(policy: string, golden: GoldenCase) {
  const instrument = findInstrument(policy);
  if (instrument === undefined) throw new Error(`no instrument ${policy}`);
  return classify(instrument, golden.id, standingOf(golden), golden.asOf);
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
