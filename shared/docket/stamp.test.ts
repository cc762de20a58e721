/** The rank of assertions: sequence, source, id, content hash; strings by code point. Contract, section 1. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../../test/mutation/random-runs.ts';
import type { Stamp } from './record.ts';
import { compareCodePoints, compareStamps, higher } from './stamp.ts';

const stamp = (differing: Partial<Stamp> = {}): Stamp => ({
  sequence: 5,
  source: 'urn:docket:m',
  id: 'm',
  contentHash: 'm'.repeat(64),
  ...differing,
});

describe('strings are ordered by code point', () => {
  it.each([
    ['nothing before something', '', 'a'],
    ['a prefix before what goes on', 'a', 'aa'],
    ['digits by character and not by number', '10', '9'],
    ['capitals before small letters', 'Z', 'a'],
    ['plain letters before accented ones', 'z', 'é'],
    ['a composed letter after the plain one with its mark', 'e\u0301', 'é'],
    ['the last of the basic plane before an astral one, which code units turn round', '\uFF5E', '\u{1F4C4}'],
    ['an astral one before the next', '\u{1F4C4}', '\u{1F600}'],
    ['where a common astral prefix goes on', '\u{1F4C4}a', '\u{1F4C4}\u{1F600}'],
  ])('%s', (_, lower, upper) => {
    expect(compareCodePoints(lower, upper)).toBeLessThan(0);
    expect(compareCodePoints(upper, lower)).toBeGreaterThan(0);
    expect(compareCodePoints(lower, lower)).toBe(0);
  });

  it('which is the order of their bytes in UTF-8', () => {
    const unit = fc.constantFrom('a', '~', 'é', '\uD7FF', '\uE000', '\uFF5E', '\u{10000}', '\u{1F600}', '\u{10FFFF}');
    const text = fc.string({ unit, maxLength: 5 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
      { numRuns: randomRuns(2_000) },
    );
  });
});

describe('the rank of an assertion', () => {
  it.each<[string, Partial<Stamp>, Partial<Stamp>]>([
    ['the sequence, whatever else', { sequence: 4, source: 'z', id: 'z', contentHash: 'z' }, { sequence: 5 }],
    ['the sequence as a number', { sequence: 9 }, { sequence: 10 }],
    ['the largest sequences', { sequence: Number.MAX_SAFE_INTEGER - 1 }, { sequence: Number.MAX_SAFE_INTEGER }],
    ['then the source', { source: 'a', id: 'z', contentHash: 'z' }, {}],
    ['then the id', { id: 'a', contentHash: 'z' }, {}],
    ['the id as text', { id: '10' }, { id: '9' }],
    ['then the content', { contentHash: `${'m'.repeat(63)}a` }, {}],
  ])('is decided by %s', (_, lower, upper) => {
    expect(compareStamps(stamp(lower), stamp(upper))).toBeLessThan(0);
    expect(compareStamps(stamp(upper), stamp(lower))).toBeGreaterThan(0);
  });

  it('is the same for the same update, and for no other', () => {
    expect(compareStamps(stamp(), stamp())).toBe(0);
    for (const other of [{ sequence: 6 }, { source: 'n' }, { id: 'n' }, { contentHash: 'n' }]) {
      expect(compareStamps(stamp(), stamp(other))).not.toBe(0);
    }
  });

  const few: fc.Arbitrary<Stamp> = fc.record({
    sequence: fc.integer({ min: 0, max: 2 }),
    source: fc.constantFrom('a', '\uFF5E', '\u{1F600}'),
    id: fc.constantFrom('9', '10'),
    contentHash: fc.constantFrom('0', 'f'),
  });

  it('is one order of all assertions', () => {
    fc.assert(
      fc.property(few, few, few, (a, b, c) => {
        expect(Math.sign(compareStamps(a, b))).toBe(-Math.sign(compareStamps(b, a)) || 0);
        if (compareStamps(a, b) <= 0 && compareStamps(b, c) <= 0) expect(compareStamps(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: randomRuns(2_000) },
    );
  });

  it('picks the higher of two, of which either may be missing', () => {
    const [low, high] = [stamp(), stamp({ sequence: 6 })];
    expect(higher(low, high)).toBe(high);
    expect(higher(high, low)).toBe(high);
    expect(higher(low, undefined)).toBe(low);
    expect(higher(undefined, high)).toBe(high);
    expect(higher(undefined, undefined)).toBeUndefined();
  });
});
