/** The canonical form, held to the reference library's answers. */
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../../test/mutation/random-runs.ts';
import { canonicalHash, canonicalText, canonicalWith, hashOfCanonical } from './content-hash.ts';

describe('canonical JSON (RFC 8785)', () => {
  it('is what the reference library writes, for any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', depthSize: 'medium' }), (value) => {
        expect(canonicalText(value)).toBe(canonicalize(value));
      }),
      { numRuns: randomRuns(3_000) },
    );
  });

  it('sorts members by code unit and writes numbers as ECMAScript does', () => {
    const value = { '\u{1F600}': 1, '\uFF5E': 2, 10: 3, 9: 4, b: [1e21, -0, 1e-7, 0.1], a: '\u2028"\\\n' };
    expect(canonicalText(value)).toBe(
      '{"10":3,"9":4,"a":"\u2028\\"\\\\\\n","b":[1e+21,0,1e-7,0.1],"\u{1F600}":1,"\uFF5E":2}',
    );
  });

  it('is blind to the order in which members were written', () => {
    expect(canonicalHash({ a: 1, b: { c: 2, d: 3 } })).toBe(canonicalHash({ b: { d: 3, c: 2 }, a: 1 }));
  });

  it('is the same where some members were written before', () => {
    const [early, late] = [{ z: [1, 2], a: 'x' }, ['é', null]];
    const value = { m: 1, b: undefined, k: { y: 2, x: 3 } };
    const written = { early: canonicalText(early), late: canonicalText(late) };
    expect(canonicalWith(value, written)).toBe(canonicalText({ ...value, early, late }));
    expect(canonicalWith({}, { a: '1' })).toBe('{"a":1}');
    expect(hashOfCanonical(canonicalWith(value, written))).toBe(canonicalHash({ ...value, early, late }));
  });

  it('leaves out what is undefined and refuses what is no JSON', () => {
    expect(canonicalText({ a: undefined, b: 1 })).toBe('{"b":1}');
    for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY, () => 1]) {
      expect(() => canonicalText(value)).toThrow(new TypeError('only JSON values have a canonical form'));
    }
  });
});
