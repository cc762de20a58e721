import { expect, test } from 'vitest';
import type { UpdateReference } from '../../shared/policy/explanation/case-explanation.ts';
import type { TimelineEvent } from '../../shared/review/api/answers.ts';
import { anchored, numbersOf, sourceText } from './sources.tsx';

const reference = (id: string, sequence: number, contentHash = 'h'): UpdateReference => ({
  source: 'urn:docket:eoir',
  id,
  sequence,
  provenance: 'record',
  contentHash,
});
const event = (id: string, sequence: number) =>
  ({ kind: 'update', source: 'urn:docket:eoir', id, sequence }) as TimelineEvent;

test('updates are numbered by rank, and the timeline carries the same numbers', () => {
  const numberOf = numbersOf([reference('a', 1), reference('b', 2)]);
  const [a, b, other] = [event('a', 1), event('b', 2), event('c', 3)];
  const act = { kind: 'act' } as TimelineEvent;
  expect(anchored([b, act, other, a], numberOf)).toEqual(
    new Map([
      [b, 2],
      [a, 1],
    ]),
  );
});

test('other content under a known source and id shares a number, and no anchor stands twice', () => {
  const numberOf = numbersOf([reference('a', 1, 'x'), reference('a', 1, 'y'), reference('b', 2)]);
  const [first, second] = [event('a', 1), event('a', 1)];
  expect([...anchored([first, second, event('b', 2)], numberOf).values()]).toEqual([1, 3]);
});

test('what a person found in review is told as such', () => {
  expect(sourceText('urn:own-motion:review')).toBe('a person, in review');
  expect(sourceText('urn:docket:eoir')).toBe('urn:docket:eoir');
});
