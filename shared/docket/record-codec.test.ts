/** The record as text: it survives its text, and text that is no record is refused without being repeated. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../../test/mutation/random-runs.ts';
import type { Assertion, CaseRecord, Stamp } from './record.ts';
import { CorruptRecord, decodeRecord, encodeRecord } from './record-codec.ts';

const text = fc.string({ unit: fc.constantFrom('a', '/', '~', '"', '\\', '\n', '\uFF5E', '\u{1F600}'), maxLength: 4 });

const stamp: fc.Arbitrary<Stamp> = fc.record({
  sequence: fc.constantFrom(0, 1, 9, 10, Number.MAX_SAFE_INTEGER),
  source: text,
  id: text,
  contentHash: fc.constantFrom('0'.repeat(64), 'f'.repeat(64)),
});

/** Decoding refuses minus zero and the key `__proto__`, so no assertion has either. */
function isAssertable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return !Object.is(value, -0);
  return !Object.hasOwn(value, '__proto__') && Object.values(value).every(isAssertable);
}

const value = fc.jsonValue({ maxDepth: 2 }).filter(isAssertable);
const assertion: fc.Arbitrary<Assertion> = fc.record({ value, stamp });
const assertions = fc.uniqueArray(fc.tuple(text, assertion), { selector: ([path]) => path, maxLength: 6 });

const record: fc.Arbitrary<CaseRecord> = fc.record({
  asserted: assertions.map((rows) => new Map(rows)),
  prohibited: assertions.map((rows) => new Map(rows)),
  protectionRaised: fc.option(stamp, { nil: undefined }),
  protectionCleared: fc.option(stamp, { nil: undefined }),
});

describe('a record', () => {
  it('survives its text', () => {
    fc.assert(
      fc.property(record, (one) => {
        expect(decodeRecord(encodeRecord(one))).toEqual(one);
      }),
      { numRuns: randomRuns(300) },
    );
  });

  it('has one text, whatever the order in which its facts were put in', () => {
    fc.assert(
      fc.property(record, (one) => {
        const turned: CaseRecord = {
          protectionCleared: one.protectionCleared,
          protectionRaised: one.protectionRaised,
          prohibited: new Map([...one.prohibited].toReversed()),
          asserted: new Map([...one.asserted].toReversed()),
        };
        expect(encodeRecord(turned)).toBe(encodeRecord(one));
        expect(encodeRecord(decodeRecord(encodeRecord(one)))).toBe(encodeRecord(one));
      }),
      { numRuns: randomRuns(300) },
    );
  });

  it('names each stamp once, however many facts it made', () => {
    const one: Stamp = { sequence: 1, source: 'urn:s', id: 'u', contentHash: '0'.repeat(64) };
    const asserted = new Map(['a', 'b', 'c'].map((path) => [path, { value: true, stamp: { ...one } }]));
    const encoded = encodeRecord({
      asserted,
      prohibited: new Map(),
      protectionRaised: { ...one },
      protectionCleared: undefined,
    });
    expect(encoded.split('urn:s')).toHaveLength(2);
  });
});

describe('text that is no record', () => {
  const hash = '0'.repeat(64);
  const good = `{"asserted":[["SECRET",0,"SECRET"]],"format":1,"prohibited":[],"stamps":[[0,"SECRET","u","${hash}"]]}`;

  it('is told from text that is one', () => {
    expect(encodeRecord(decodeRecord(good))).toBe(good);
  });

  it.each([
    ['cut short', good.slice(0, -1)],
    ['of another format', good.replace('"format":1', '"format":2')],
    ['with a stamp that is not there', good.replace('["SECRET",0,', '["SECRET",1,')],
    ['with a place below zero', good.replace('["SECRET",0,', '["SECRET",-1,')],
    ['with a hash that is none', good.replace(hash, 'SECRET')],
    ['with something before the hash', good.replace(hash, `SECRET${hash}`)],
    ['with something after the hash', good.replace(hash, `${hash}SECRET`)],
    ['with a sequence that is no integer', good.replace('[[0,', '[[0.5,')],
    ['with a member more', good.replace('"format":1', '"format":1,"SECRET":1')],
    ['with a member less', good.replace('"prohibited":[],', '')],
    ['with a protection that is no place', good.replace('"prohibited":[]', '"prohibited":[],"protectionRaised":7')],
    ['of another kind', '["SECRET"]'],
    ['of nothing', ''],
    ['of null', 'null'],
  ])('%s, is refused and not repeated', (_, broken) => {
    const refusal = (() => {
      try {
        decodeRecord(broken);
      } catch (error) {
        return error;
      }
      return undefined;
    })();
    expect(refusal).toBeInstanceOf(CorruptRecord);
    expect(String(refusal)).not.toContain('SECRET');
  });

  it.each([
    ['is no JSON', '{', 'CorruptRecord: stored record: not JSON'],
    ['lacks a part', good.replace('"prohibited":[],', ''), 'CorruptRecord: stored record: invalid_type'],
    [
      'has a part more',
      good.replace('"format":1', '"format":1,"x":1'),
      'CorruptRecord: stored record: unrecognized_keys',
    ],
    ['lacks a stamp', good.replace('["SECRET",0,', '["SECRET",1,'), 'CorruptRecord: stored record: a stamp is missing'],
  ])('is refused by the name of its fault when it %s', (_, broken, refusal) => {
    expect(() => decodeRecord(broken)).toThrow(expect.toSatisfy((error) => String(error) === refusal));
  });

  it('cut at any place is refused', () => {
    for (let end = 0; end < good.length; end++) expect(() => decodeRecord(good.slice(0, end))).toThrow(CorruptRecord);
  });
});
