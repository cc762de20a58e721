/**
 * The product against the naive second reading, which tries every way of settling what is unknown, on random small
 * records: the same answer in every field.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertedFacts } from '../../events/facts.ts';
import type { Classification } from '../../shared/policy/classification.ts';
import { classify } from '../../shared/policy/classify.ts';
import { randomRuns } from '../mutation/random-runs.ts';
import { referenceClassify } from '../reference/classify.ts';
import { type RandomRecord, record } from '../reference/random-records.ts';
import { TooManyUnknowns } from '../reference/settle.ts';
import { instrument } from './instrument.ts';

const RECORDS = randomRuns(20_000);
const RECORDS_COMPARED_MIN = randomRuns(10_000);
const COMPARISONS_MAX = 9;
const SEED = 20210527;

/** Nothing when the record has too many unknowns to try every way of settling them. */
function referenceAnswer({ facts, withProhibited, prohibitedAsserted, asOf }: RandomRecord) {
  try {
    const beside = withProhibited === undefined ? {} : { withProhibited };
    const options = { ...beside, prohibitedAsserted, comparisonsMax: COMPARISONS_MAX };
    return answerFields(referenceClassify(facts, asOf, options));
  } catch (error) {
    if (error instanceof TooManyUnknowns) return undefined;
    throw error;
  }
}

function productAnswer({ asOf, ...standing }: RandomRecord) {
  return answerFields(classify(instrument, 'A-CASE-0001', standing, asOf));
}

/** The fields that both give. */
function answerFields(answer: Omit<Classification, 'caseId' | 'policy' | 'asOf' | 'because' | 'digest'>) {
  const { policyStatus, priority, priorities, grounds, lane, actions, dismissParagraph, needs, notices } = answer;
  return { policyStatus, priority, priorities, grounds, lane, actions, dismissParagraph, needs, notices };
}

test('the product and the second reading agree on every field of random records', () => {
  let compared = 0;
  const agree = fc.property(record, (random) => {
    const expected = referenceAnswer(random);
    if (expected === undefined) return;
    compared += 1;
    expect(productAnswer(random)).toEqual(expected);
  });
  fc.assert(agree, { numRuns: RECORDS, seed: SEED });
  expect(compared).toBeGreaterThanOrEqual(RECORDS_COMPARED_MIN);
});

test('random records are facts as an update may assert them, and they reach every lane and priority', () => {
  const lanes = new Set<string>();
  const priorities = new Set<string>();
  for (const random of fc.sample(record, { numRuns: 2_000, seed: SEED })) {
    assertedFacts.parse(random.facts);
    assertedFacts.parse(random.withProhibited ?? {});
    const answer = productAnswer(random);
    lanes.add(answer.lane);
    priorities.add(answer.priority);
  }
  expect([...lanes].sort()).toEqual(['needs-facts', 'none', 'own-motion', 'supervisor', 'triage']);
  expect([...priorities].sort()).toEqual([
    'border-security',
    'national-security',
    'none',
    'other',
    'public-safety',
    'undetermined',
  ]);
});
