import { describe, expect, it } from 'vitest';
import { leaseLeft } from './lease-left.ts';

const EXPIRES = '2021-08-02T14:30:00.000Z';

describe('how long a claim lasts', () => {
  it.each([
    ['2021-08-02T12:29:30.000Z', 'Yours for another 2 hours', false],
    ['2021-08-02T13:00:00.000Z', 'Yours for another 1 hour and 30 minutes', false],
    ['2021-08-02T14:00:00.000Z', 'Yours for another 30 minutes', false],
    ['2021-08-02T14:24:59.000Z', 'Yours for another 5 minutes', false],
    ['2021-08-02T14:25:00.000Z', 'Yours for another 5 minutes', true],
    ['2021-08-02T14:28:59.000Z', 'Yours for another 1 minute', true],
    ['2021-08-02T14:29:20.000Z', 'Yours for another 40 seconds', true],
    ['2021-08-02T14:29:59.500Z', 'Yours for another 1 second', true],
  ])('at %s: %s', (now, text, isShort) => {
    const left = leaseLeft(now, EXPIRES);
    expect(left.text.startsWith(`${text}, until `)).toBe(true);
    expect(left.isShort).toBe(isShort);
  });

  it.each(['2021-08-02T14:30:00.000Z', '2021-08-02T15:00:00.000Z'])('at %s it has ended', (now) => {
    expect(leaseLeft(now, EXPIRES).text).toBe('Your claim has ended: the case is free for others.');
  });
});
