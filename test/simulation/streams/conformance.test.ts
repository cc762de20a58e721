/** The simulated stream and its mapping against what AWS says of the real ones: one sentence, one test. */
import { expect, test } from 'vitest';
import { CASE_STREAM, doneOf, makeLane } from './stream.ts';

const records = (count: number) => Array.from({ length: count }, (_, i) => ({ sequence: String(i), at: 0 }));
const failedAt = (...ids: unknown[]) => ({
  kind: 'answered' as const,
  value: { batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) },
});
const FAILED = { kind: 'failed' } as const;
const DONE = failedAt();
const sequences = (batch: readonly { sequence: string }[]) => batch.map(({ sequence }) => sequence).join('');

test.each([
  ['nothing at all is success', { kind: 'answered' as const, value: undefined }, 3],
  ['null is success', { kind: 'answered' as const, value: null }, 3],
  ['an empty list is success', DONE, 3],
  ['the lowest of those that are named comes again', failedAt('2', '1'), 1],
  ['an unknown record fails the whole batch', failedAt('9'), 0],
  ['an empty id fails the whole batch', failedAt(''), 0],
  ['a throw fails the whole batch', FAILED, 0],
])('%s', (_what, result, done) => {
  expect(doneOf(records(3), result)).toBe(done);
});

test('the stream goes on behind what is done, in order, and waits at what is not', () => {
  const lane = makeLane(records(4), CASE_STREAM);
  expect(sequences(lane.take(0, 3))).toBe('012');
  lane.end(failedAt('1'));
  expect(sequences(lane.take(0, 100))).toBe('1');
  lane.end(DONE);
  expect(sequences(lane.take(0, 100))).toBe('23');
  lane.end(DONE);
  expect(lane.lag()).toBe(0);
  expect(lane.givenUp()).toEqual([]);
});

test('a batch that fails is cut in half, down to the record that fails, which is given up after its retries', () => {
  const lane = makeLane(records(4), { ...CASE_STREAM, retriesMax: 2 });
  const sizes = Array.from({ length: 5 }, () => {
    const size = lane.take(0, 100).length;
    lane.end(FAILED);
    return size;
  });
  expect(sizes).toEqual([4, 2, 1, 1, 1]);
  expect(sequences(lane.givenUp())).toBe('0');
  expect(sequences(lane.take(0, 100))).toBe('123');
});

test('a record that is too old is given up without a try', () => {
  const lane = makeLane([...records(2), { sequence: 'late', at: 10 }], { ...CASE_STREAM, ageMaxMillis: 5 });
  expect(sequences(lane.take(12, 100))).toBe('late');
  expect(sequences(lane.givenUp())).toBe('01');
});
