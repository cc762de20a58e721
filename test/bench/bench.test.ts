/** Holds the measurements to what they say: engines that agree, every row there, every bar judged, no clock asserted. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../shared/policy/decide.ts';
import { givenOf } from '../../shared/policy/findings.ts';
import { record } from '../reference/random-records.ts';
import { measure } from './measure.ts';
import { checkAgreement, makePeers } from './peers/decisions.ts';
import { answersOf, nineteen } from './peers/nineteen.ts';
import { spreadOf } from './spread.ts';
import { AS_OF } from './updates.ts';

test('the other engines give our answers on generated updates, in which every rule is met, unmet or unknown', async () => {
  const { updates, spread } = await checkAgreement(makePeers(), 8, 1_000);
  expect(updates).toBe(1_000);
  expect(spread).toHaveLength(6);
  for (const counts of spread) expect(counts.filter((count) => count > 0).length).toBeGreaterThan(1);
});

test('the other engines give our answers on random records, crowded where a date may be either side', async () => {
  const peers = makePeers();
  const property = fc.asyncProperty(record, async ({ facts }) => {
    const ours = answersOf(givenOf(nineteen, facts, AS_OF));
    const { priorities, grounds } = decide(nineteen, { facts, prohibitedAsserted: false }, AS_OF);
    expect([...priorities, ...grounds].map(({ value }) => value)).toEqual(ours.values);
    for (const { answer } of peers) expect(await answer(facts)).toEqual(ours);
  });
  await fc.assert(property, { numRuns: 500 });
});

test('an engine that answers otherwise stops the measurements', async () => {
  const [first, ...others] = makePeers();
  const wrong = { name: 'wrong', answer: () => ({ values: [], lane: 'none' as const }) };
  await expect(checkAgreement([wrong, ...others], 8, 10)).rejects.toThrow('wrong answers');
  expect(first?.name).toBe('json-logic-engine');
});

test('a run prints every stage, every engine and every bar, with a figure in each', async () => {
  const printed: string[] = [];
  const tiny = { seed: 8, updates: 6, agreeOn: 100, warmUps: 1, rounds: 2, turnMillis: 0.1 };
  await measure({ ...tiny, print: (text) => printed.push(text) });
  const text = printed.join('\n');
  for (const size of ['small:', 'typical:', 'full:']) expect(text).toContain(`${size} 6 updates`);
  for (const engine of ['json-logic-engine', 'json-rules-engine', '@gorules/zen-engine', 'own motion']) {
    expect(text).toMatch(new RegExp(`^${engine}[ ,].*\\d`, 'm'));
  }
  expect(text).toMatch(/^100 updates not seen before: \d+\.\d % are of a known case, .* decided anew;$/m);
  expect(text.match(/^(pass|MISS) /gm)).toHaveLength(15);
  expect(text).not.toContain('NaN');
});

test('a spread is the median with the quartiles', () => {
  expect(spreadOf([5, 1, 3, 2, 4])).toEqual({ median: 3, lower: 2, upper: 4 });
});
