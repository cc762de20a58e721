import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { decodeDocketUpdate } from './decode.ts';
import { DOCKET_UPDATE_MAX_BYTES, docketUpdate } from './docket-update.ts';

const full = readFileSync(new URL('samples/full-record.json', import.meta.url), 'utf8');
const bytesOf = (text: string) => new TextEncoder().encode(text);
const edited = (from: string, to: string) => {
  expect(full).toContain(from);
  return full.replace(from, to);
};
const tooLarge = { kind: 'rejected', reason: 'too-large', paths: ['$'] };

describe('size', () => {
  const padded = (bytes: number) => full + ' '.repeat(bytes - bytesOf(full).length);

  test('128 KiB exactly is accepted, as bytes and as text', () => {
    const text = padded(DOCKET_UPDATE_MAX_BYTES);
    expect(decodeDocketUpdate(text).kind).toBe('accepted');
    expect(decodeDocketUpdate(bytesOf(text)).kind).toBe('accepted');
  });

  test('one byte more is not, whatever it holds', () => {
    for (const text of [padded(DOCKET_UPDATE_MAX_BYTES + 1), '}'.repeat(DOCKET_UPDATE_MAX_BYTES + 1)]) {
      expect(decodeDocketUpdate(text)).toEqual(tooLarge);
      expect(decodeDocketUpdate(bytesOf(text))).toEqual(tooLarge);
    }
  });

  test.each(['é', '日', '😀'])('the limit counts bytes, not characters: %s', (character) => {
    const size = bytesOf(character).length;
    const withText = (count: number, ascii: number) =>
      edited('Full record transmitted', character.repeat(count) + 'x'.repeat(ascii));
    const room = DOCKET_UPDATE_MAX_BYTES - bytesOf(withText(0, 0)).length;
    const count = Math.floor(room / size);
    expect(decodeDocketUpdate(withText(count, room - count * size)).kind).toBe('accepted');
    expect(decodeDocketUpdate(withText(count, room - count * size + 1))).toEqual(tooLarge);
    expect(decodeDocketUpdate(withText(count + 1, 0))).toEqual(tooLarge);
  });

  test('a long update leaves nothing behind for the short one after it', () => {
    decodeDocketUpdate(padded(DOCKET_UPDATE_MAX_BYTES));
    expect(decodeDocketUpdate(full)).toEqual({ kind: 'accepted', update: JSON.parse(full) });
  });
});

describe('one reason', () => {
  test('the first in the order of reasons, with all its places and no others', () => {
    const text = edited('"detained": false', '"detained": "no", "x": 1, "nickname": 2')
      .replace('"poses": false, ', '')
      .replace('"kind": "individual"', '"kind": "individual", "room": "4B"');
    expect(decodeDocketUpdate(text)).toEqual({
      kind: 'rejected',
      reason: 'unknown-key',
      paths: ['data.facts', 'data.facts.hearing'],
    });
  });

  test('a message of another type is that, however little it looks like ours', () => {
    const other = '{"specversion":"1.0","type":"own-motion.flag-raised.v1","data":{"score":0.5}}';
    expect(decodeDocketUpdate(other)).toEqual({ kind: 'rejected', reason: 'unknown-type', paths: ['type'] });
    const next = other.replace('flag-raised.v1', 'docket-update.v10');
    expect(decodeDocketUpdate(next)).toEqual({ kind: 'rejected', reason: 'wrong-major-version', paths: ['type'] });
  });

  test('a type that is no text is a wrong type', () => {
    const text = edited('"own-motion.docket-update.v1"', '1');
    expect(decodeDocketUpdate(text)).toEqual({ kind: 'rejected', reason: 'wrong-type', paths: ['type'] });
  });

  test('at most twenty places, sorted, each once', () => {
    const relief = Array.from({ length: 60 }, (_, i) => `"r${i + 10}": {"kind": "u"}, "r ${i}": {"kind": "u"}`);
    const result = decodeDocketUpdate(edited('"relief": {', `"relief": {${relief.join(',')},`));
    expect(result).toMatchObject({ kind: 'rejected', reason: 'missing-key' });
    const paths = result.kind === 'rejected' ? result.paths : [];
    expect(paths).toHaveLength(20);
    expect(paths[0]).toBe('data.facts.relief.*.status');
    expect(paths[1]).toBe('data.facts.relief.r10.status');
    expect(paths).toEqual([...new Set(paths)].sort());
  });
});

describe('spelling that means the same is the same update', () => {
  const accepted = { kind: 'accepted', update: JSON.parse(full) };

  test.each([
    ['numbers', edited('"sequence": 31', '"sequence": 31.0')],
    ['numbers with an exponent', edited('"sequence": 31', '"sequence": 3.1e1')],
    ['escaped letters', edited('"office"', '"\\u006f\\u0066fice"')],
    ['no blanks', JSON.stringify(JSON.parse(full))],
    ['many blanks', ` \n${JSON.stringify(JSON.parse(full), null, '\t\r\n ')}\r\n`],
  ])('%s', (_what, text) => {
    expect(decodeDocketUpdate(text)).toEqual(accepted);
  });

  test('an astral character may be escaped or not', () => {
    const update = { kind: 'accepted', update: JSON.parse(edited('all parties', '😀')) };
    expect(decodeDocketUpdate(edited('all parties', '😀'))).toEqual(update);
    expect(decodeDocketUpdate(edited('all parties', '\\uD83D\\ude00'))).toEqual(update);
  });
});

test('a text with a raw lone surrogate, which no bytes can hold, is refused', () => {
  expect(decodeDocketUpdate(edited('all parties', '\ud83d'))).toEqual({
    kind: 'rejected',
    reason: 'lone-surrogate',
    paths: ['data.entry.text'],
  });
});

test('the schema is of the kinds that zod can compile', () => {
  expect(() => z.compile(docketUpdate, { strict: true })).not.toThrow();
});
