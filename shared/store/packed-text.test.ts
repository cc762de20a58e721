import { hash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DICTIONARY_1 } from './dictionary.ts';
import { packText, unpackText } from './packed-text.ts';

test('any text comes back as it was, also what UTF-8 cannot carry', () => {
  const text = fc.array(fc.nat(0xffff), { maxLength: 200 }).map((units) => String.fromCharCode(...units));
  fc.assert(
    fc.property(text, (given) => {
      expect(unpackText(packText(given))).toBe(given);
    }),
  );
});

test('text written in the first format stays readable', () => {
  const stored = Buffer.from('AcMe6sjhYqhUCwA', 'base64url');
  expect(unpackText(stored)).toBe('{"specversion":"1.0","subject":"A-1"}');
});

test('the dictionary is the very one that items are stored under', () => {
  expect(hash('sha256', DICTIONARY_1)).toBe('45c99f12630d8501ded1247cc0355a53412939f00863469cf7c37f8ea35b22a7');
});

test.each([
  ['nothing', ''],
  ['another format', '09aa'],
  ['a cut text', Buffer.from(packText('a text of some length, cut')).subarray(0, 9).toString('hex')],
  ['no deflated text', '01ffffff'],
])('%s is refused without saying what it was', (_what, hex) => {
  expect(() => unpackText(Buffer.from(hex, 'hex'))).toThrow(/^packed text: (unknown format|not readable)$/);
});
