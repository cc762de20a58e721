import { expect, test } from 'vitest';
import { sampleRequest } from '../../shared/review/api/requests.ts';
import { readDraw, SEED_MAX, SIZE_MAX } from './draw-request.ts';

test.each([
  { size: '10', seed: '', expected: { size: 10 } },
  { size: ' 1 ', seed: '  ', expected: { size: 1 } },
  { size: '50', seed: ' spring ', expected: { size: 50, seed: 'spring' } },
])('$size cases with the seed "$seed" are drawn', ({ size, seed, expected }) => {
  expect(readDraw(size, seed)).toEqual({ kind: 'ok', draw: expected });
});

test.each(['', ' ', '0', '-1', '51', '1.5', 'ten', '1e9'])('"%s" is no number of cases', (size) => {
  expect(readDraw(size, '')).toEqual({ kind: 'wrong', size: 'Enter a whole number from 1 to 50.' });
});

test('the form asks for no more than the API takes', () => {
  const asked = (size: number, seed: string) =>
    sampleRequest.safeParse({ size, seed, idempotencyKey: 'k'.repeat(16) }).success;
  expect([asked(SIZE_MAX, 's'.repeat(SEED_MAX)), asked(SIZE_MAX + 1, 's'), asked(1, 's'.repeat(SEED_MAX + 1))]).toEqual(
    [true, false, false],
  );
});
