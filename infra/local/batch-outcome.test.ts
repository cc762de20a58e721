import { expect, test } from 'vitest';
import { idsToDelete } from './batch-outcome.ts';

const ids = ['a', 'b', 'c'];

test.each([
  { answer: null, name: 'null' },
  { answer: {}, name: 'an empty answer' },
  { answer: { batchItemFailures: null }, name: 'no list' },
  { answer: { batchItemFailures: [] }, name: 'an empty list' },
])('$name deletes the whole batch', ({ answer }) => {
  expect(idsToDelete({ kind: 'returned', answer }, ids, true)).toEqual(ids);
});

test('the messages that failed come back and the others are deleted', () => {
  const answer = { batchItemFailures: [{ itemIdentifier: 'b' }] };
  expect(idsToDelete({ kind: 'returned', answer }, ids, true)).toEqual(['a', 'c']);
});

test.each([
  { answer: { batchItemFailures: [{ itemIdentifier: 'unheard-of' }] }, name: 'an id that was not sent' },
  { answer: { batchItemFailures: [{ itemIdentifier: '' }] }, name: 'an empty id' },
  { answer: { batchItemFailures: [{ itemIdentifier: null }] }, name: 'no id' },
  { answer: { batchItemFailures: [{ messageId: 'a' }] }, name: 'an id under another name' },
  { answer: 'done', name: 'an answer that is no object' },
])('$name brings the whole batch back', ({ answer }) => {
  expect(idsToDelete({ kind: 'returned', answer }, ids, true)).toEqual([]);
});

test.each(['threw', 'timed-out', 'crashed'] as const)('a function that %s brings the whole batch back', (why) => {
  expect(idsToDelete({ kind: 'failed', why }, ids, true)).toEqual([]);
  expect(idsToDelete({ kind: 'failed', why }, ids, false)).toEqual([]);
});

test('without failures by message any answer deletes the batch', () => {
  const answer = { batchItemFailures: [{ itemIdentifier: 'b' }] };
  expect(idsToDelete({ kind: 'returned', answer }, ids, false)).toEqual(ids);
});
