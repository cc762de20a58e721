import { expect, test } from 'vitest';
import { makeSeals } from './seals.ts';

const seals = makeSeals('a secret of the tests, long enough to be one');
const TEXT = '0#2021-06-21#2021-06-01T09:00:00.000Z#key';

test('what was sealed opens for its purpose, under its secret, and for nothing else', () => {
  const sealed = seals.seal(TEXT, 'queue of A');
  expect(seals.open(sealed, 'queue of A')).toBe(TEXT);
  expect(seals.open(sealed, 'queue of B')).toBeUndefined();
  expect(makeSeals('another secret of the tests, long enough').open(sealed, 'queue of A')).toBeUndefined();
});

test('it reads as nothing, and the same text is the same seal', () => {
  const sealed = seals.seal(TEXT, 'p');
  expect(sealed).toMatch(/^[\w-]+$/);
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('2021');
  expect(seals.seal(TEXT, 'p')).toBe(sealed);
});

test('a seal that was changed in any place, cut, lengthened or made up does not open', () => {
  const sealed = seals.seal(TEXT, 'p');
  const changed = Array.from(sealed).map((letter, i) => {
    const other = letter === 'A' ? 'B' : 'A';
    return sealed.slice(0, i) + other + sealed.slice(i + 1);
  });
  const cut = Array.from(sealed).map((_letter, i) => sealed.slice(0, i));
  for (const wrong of [...changed, ...cut, `${sealed}A`, `${sealed}=`, '', 'null', '\u0000', `${sealed} `]) {
    expect(seals.open(wrong, 'p')).toBeUndefined();
  }
});
