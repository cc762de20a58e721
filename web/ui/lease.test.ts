import { describe, expect, test } from 'vitest';
import { hasEnded, leaseInWords, leaseLeft } from './lease.ts';

const EXPIRES = '2021-08-02T14:30:00.000Z';

describe('a claim that lasts', () => {
  test.each([
    ['2021-08-02T12:30:00.000Z', '2 hours', false],
    ['2021-08-02T12:29:30.000Z', '2 hours', false],
    ['2021-08-02T12:30:01.000Z', '1 hour and 59 minutes', false],
    ['2021-08-02T13:00:00.000Z', '1 hour and 30 minutes', false],
    ['2021-08-02T14:00:00.000Z', '30 minutes', false],
    ['2021-08-02T14:25:00.000Z', '5 minutes', false],
    ['2021-08-02T14:25:00.001Z', '4 minutes', true],
    ['2021-08-02T14:28:59.000Z', '1 minute', true],
    ['2021-08-02T14:29:20.000Z', 'less than a minute', true],
    ['2021-08-02T14:29:59.999Z', 'less than a minute', true],
  ])('at %s for %s', (now, left, isShort) => {
    expect(hasEnded(now, EXPIRES)).toBe(false);
    expect(leaseInWords(now, EXPIRES).startsWith(`ends in ${left}, at `)).toBe(true);
    const own = leaseLeft(now, EXPIRES);
    expect(own.text.startsWith(`Yours for another ${left}, until `)).toBe(true);
    expect(own.isShort).toBe(isShort);
  });
});

test.each(['2021-08-02T14:30:00.000Z', '2021-08-02T15:00:00.000Z'])('at %s it has ended', (now) => {
  expect(hasEnded(now, EXPIRES)).toBe(true);
  expect(leaseInWords(now, EXPIRES)).toMatch(/^ended at /);
  expect(leaseLeft(now, EXPIRES)).toEqual({
    text: 'Your claim has ended: the case is free for others.',
    isShort: true,
  });
});
