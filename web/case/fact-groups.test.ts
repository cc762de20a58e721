import { expect, test } from 'vitest';
import { assertedFacts } from '../../events/facts.ts';
import type { ExplainedFact } from '../../shared/policy/explanation/case-explanation.ts';
import { factGroups } from './fact-groups.ts';

const factAt = (path: string) => ({ path }) as ExplainedFact;
const titleOf = (path: string) => factGroups([factAt(path)])[0]?.title;

test.each(Object.keys(assertedFacts.shape))('%s has a heading of its own kind', (path) => {
  expect(titleOf(path)).not.toBe('Other facts');
  expect(titleOf(`${path}.r1`)).toBe(titleOf(path));
});

test('no fact is left out, and those of a heading keep their order', () => {
  const paths = ['stage', 'relief.r2', 'birthDate', 'relief.r1', 'office', 'added.by.an.office'];
  const groups = factGroups(paths.map(factAt));
  expect(groups.map(({ title, facts }) => [title, facts.map(({ path }) => path)])).toEqual([
    ['The proceeding', ['stage', 'office']],
    ['The person', ['birthDate']],
    ['Status, relief and service', ['relief.r2', 'relief.r1']],
    ['Other facts', ['added.by.an.office']],
  ]);
});
