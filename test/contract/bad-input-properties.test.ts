/** What holds of any update however it is written, and of any damage done to it. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeDocketUpdate } from '../../events/decode.ts';
import { REJECTION_REASONS } from '../../events/rejection.ts';
import { anyUpdate } from './bad-input-updates.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Choices for one way of writing a value: an endless supply of small numbers. */
const anyHand = fc.infiniteStream(fc.nat(1_000_000));

/** Writes JSON in any key order, with any blanks, letters escaped or not. */
function write(value: unknown, hand: Iterator<number>): string {
  const choose = (count: number): number => Number(hand.next().value) % count;
  const blank = () => ['', '', '', ' ', '\n', '\t', '\r\n  '][choose(7)] ?? '';
  const text = (string: string): string => {
    if (choose(3) > 0) return JSON.stringify(string);
    const units = string.split('').map((unit) => {
      const escaped = `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
      return unit < ' ' || /["\\\ud800-\udfff]/.test(unit) || choose(2) === 0 ? escaped : unit;
    });
    return `"${units.join('')}"`;
  };
  if (typeof value === 'string') return blank() + text(value) + blank();
  if (typeof value !== 'object' || value === null) return blank() + JSON.stringify(value) + blank();
  const members = Object.entries(value)
    .map(([key, member]) => ({ place: choose(1000), key, member }))
    .sort((a, b) => a.place - b.place)
    .map(({ key, member }) => `${blank()}${text(key)}${blank()}:${write(member, hand)}`);
  return `${blank()}{${members.join(',')}${members.length === 0 ? blank() : ''}}${blank()}`;
}

describe('any update', () => {
  test('is accepted as it stands, in any order of keys, blanks and escapes', () => {
    fc.assert(
      fc.property(anyUpdate, anyHand, (update, hand) => {
        const expected = { kind: 'accepted', update };
        expect(decodeDocketUpdate(JSON.stringify(update))).toEqual(expected);
        const written = write(update, hand);
        expect(decodeDocketUpdate(written)).toEqual(expected);
        expect(decodeDocketUpdate(utf8(written))).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test('written again from what was read, is the same update', () => {
    fc.assert(
      fc.property(anyUpdate, (update) => {
        const first = decodeDocketUpdate(JSON.stringify(update));
        if (first.kind !== 'accepted') throw new Error(first.reason);
        expect(decodeDocketUpdate(JSON.stringify(first.update))).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  test('with any of its keys written twice is refused as ambiguous', () => {
    fc.assert(
      fc.property(anyUpdate, fc.nat(), fc.boolean(), (update, pick, escaped) => {
        const json = JSON.stringify(update);
        const keys = [...json.matchAll(/(?<=[{,])"(?:[^"\\]|\\.)*":/g)];
        const key = keys[pick % keys.length];
        if (key === undefined) return;
        const name: string = JSON.parse(key[0].slice(0, -1));
        const units = name.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
        const again = escaped ? `"${units.join('')}":null,` : `${key[0]}null,`;
        const twice = json.slice(0, key.index) + again + json.slice(key.index);
        expect(decodeDocketUpdate(twice)).toMatchObject({ kind: 'rejected', reason: 'duplicate-key' });
      }),
      { numRuns: 500 },
    );
  });
});

describe('any damage', () => {
  /** Whatever comes of it is one of our outcomes; and what is accepted is what the text says. */
  function endsWell(bytes: Uint8Array): void {
    const result = decodeDocketUpdate(bytes);
    if (result.kind === 'accepted') expect(result.update).toEqual(JSON.parse(new TextDecoder().decode(bytes)));
    else expect(REJECTION_REASONS).toContain(result.reason);
  }

  test('one byte changed, lost or doubled', () => {
    fc.assert(
      fc.property(
        anyUpdate,
        fc.nat(),
        fc.nat(255),
        fc.constantFrom('change', 'lose', 'double'),
        (update, at, byte, how) => {
          const bytes = utf8(JSON.stringify(update));
          const i = at % bytes.length;
          const put = how === 'change' ? [byte] : how === 'lose' ? [] : [bytes[i] ?? 0, bytes[i] ?? 0];
          endsWell(Uint8Array.of(...bytes.subarray(0, i), ...put, ...bytes.subarray(i + 1)));
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('a piece of it repeated or cut out', () => {
    fc.assert(
      fc.property(anyUpdate, fc.nat(), fc.nat(60), fc.boolean(), (update, at, length, twice) => {
        const bytes = utf8(JSON.stringify(update));
        const i = at % bytes.length;
        const rest = bytes.subarray(twice ? i : i + length);
        endsWell(Uint8Array.of(...bytes.subarray(0, twice ? i + length : i), ...rest));
      }),
      { numRuns: 2000 },
    );
  });

  test('bytes that were never an update', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json().map(utf8)), (bytes) => {
        expect(decodeDocketUpdate(bytes).kind).toBe('rejected');
      }),
      { numRuns: 2000 },
    );
  });
});
