import { expect, test } from 'vitest';
import { update } from '../../test/contract/store-samples.ts';
import { keyedNames } from './keys.ts';

const names = keyedNames('x'.repeat(32));
const hex = (id: Uint8Array) => Buffer.from(id).toString('hex');

test('a case key is one name for one case under one secret, and says nothing of it', () => {
  expect(names.caseKey('A-1')).toBe(keyedNames('x'.repeat(32)).caseKey('A-1'));
  expect(names.caseKey('A-1')).not.toBe(names.caseKey('A-2'));
  expect(names.caseKey('A-1')).not.toBe(keyedNames('y'.repeat(32)).caseKey('A-1'));
  expect(names.caseKey('A-1')).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test('updates of one source and id share the first half of their member id, and all of it only with one content', () => {
  const one = hex(names.memberId(update({ id: 'u1' }), 'a'.repeat(64)));
  expect(one).toHaveLength(32);
  expect(hex(names.memberId(update({ id: 'u1', sequence: 9 }), 'a'.repeat(64)))).toBe(one);
  const other = hex(names.memberId(update({ id: 'u1' }), 'b'.repeat(64)));
  expect(other.slice(0, 16)).toBe(one.slice(0, 16));
  expect(other).not.toBe(one);
});

test.each([
  ['another id', { id: 'u2' }],
  ['another source', { id: 'u1', source: 'urn:other' }],
])('%s is another identity', (_what, draft) => {
  const one = hex(names.memberId(update({ id: 'u1' }), 'a'.repeat(64)));
  expect(hex(names.memberId(update(draft), 'a'.repeat(64))).slice(0, 16)).not.toBe(one.slice(0, 16));
});

test('source and id cannot be shifted into one another', () => {
  const content = 'a'.repeat(64);
  const one = names.memberId(update({ source: 'a","b', id: 'c' }), content);
  const other = names.memberId(update({ source: 'a', id: 'b","c' }), content);
  expect(hex(one)).not.toBe(hex(other));
});

test('bodies that differ only in half a character pair have names of their own', () => {
  expect(names.receivedId('\ud800')).not.toBe(names.receivedId('\ud801'));
});

test('an act has one name for one person and key, and the same key in the hands of another is another act', () => {
  const one = names.actId('anna', 'key-1');
  expect(names.actId('anna', 'key-1')).toBe(one);
  for (const other of [
    names.actId('boris', 'key-1'),
    names.actId('anna', 'key-2'),
    names.actId('annakey', '-1'),
    keyedNames('y'.repeat(32)).actId('anna', 'key-1'),
  ])
    expect(other).not.toBe(one);
  expect(one).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test('a secret shorter than the hash is refused', () => {
  expect(() => keyedNames('x'.repeat(31))).toThrow('the secret for case keys is shorter than 32 bytes');
});

test('names are the very ones that items are stored under', () => {
  const one = { ...update({ id: 'u1' }), source: 'urn:docket:eoir' };
  expect(names.caseKey('A-1')).toBe('PPcqtltVI7bfC6a1zSMAbSnd1F2I4b-ZC2vf3A9R1ro');
  expect(hex(names.memberId(one, 'a'.repeat(64)))).toBe('eb9e3f6dcf10923ad67509b4106f8d4b');
  expect(names.receivedId('{}')).toBe('1jqeAelhZtHHKgGO3IUUfaq2rZoOlMIa88mW5m7QiWc');
  expect(names.actId('anna', 'key-1')).toBe('FErLI4sV4EbPS0LzK1LzUuzrym4UM83_wU047nngJ2k');
});
