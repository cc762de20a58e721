/** The naive second reading gives the answers of the worked cases, so that it may be held against the product. */
import { describe, expect, test } from 'vitest';
import { referenceClassify } from '../reference/classify.ts';
import { standingAfter } from '../reference/standing.ts';
import { goldenCases } from './opla-2021-05-27.ts';
import { answerOf, expected, given } from './table.ts';

describe('the second reading of opla-2021-05-27', () => {
  test.each(goldenCases)('$id $title', (golden) => {
    const answer = referenceClassify(standingAfter(given(golden)), golden.asOf);
    expect(answerOf(answer), golden.why).toEqual(expected(golden));
  });
});
