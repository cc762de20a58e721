/** A seal, signed with the kind of key that is used for it: what it is worth, and what it is not made for. */
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { headFault } from './against-seal.ts';
import { checkSeal, type SealedHead, seal, sealOver, signSeal } from './seal.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const signer = { sign: async (bytes: Uint8Array) => sign('sha384', bytes, privateKey) };
const verifier = {
  isSigned: async (bytes: Uint8Array, signature: Uint8Array) => verify('sha384', bytes, publicKey, signature),
};

const head = (caseKey: string, version = 1, digit = 'a'): SealedHead => ({
  caseKey,
  version,
  digest: digit.repeat(64),
});
const heads = [head('one', 3), head('two', 1, 'b'), head('three', 7, 'c')];
const about = { segment: 2, of: 8, from: '2021-06-15T12:00:00.000Z', until: '2021-06-15T12:00:09.000Z' };

describe('a seal', () => {
  test('is genuine with the heads it was made over, in any order', async () => {
    const signed = await signSeal(sealOver(heads, about), signer);
    expect(seal.parse(signed.seal)).toEqual(signed.seal);
    expect(await checkSeal(signed, heads, verifier)).toBe('genuine');
    expect(await checkSeal(signed, heads.toReversed(), verifier)).toBe('genuine');
  });

  test.each([
    ['one less', heads.slice(1)],
    ['one more', [...heads, head('four')]],
    ['one twice', [...heads, head('one', 3)]],
    ['another version', [head('one', 4), ...heads.slice(1)]],
    ['another digest', [head('one', 3, 'd'), ...heads.slice(1)]],
    ['another case', [head('eno', 3), ...heads.slice(1)]],
    ['none', []],
  ])('is not with other heads: %s', async (_what, others) => {
    const signed = await signSeal(sealOver(heads, about), signer);
    expect(await checkSeal(signed, others, verifier)).toBe('wrong-heads');
  });

  test.each([
    { segment: 3 },
    { of: 9 },
    { from: '2021-06-15T12:00:01.000Z' },
    { until: '2021-06-15T12:00:10.000Z' },
    { count: 4 },
    { root: 'f'.repeat(64) },
  ])('is not signed once it says anything else: %o', async (more) => {
    const signed = await signSeal(sealOver(heads, about), signer);
    expect(await checkSeal({ ...signed, seal: { ...signed.seal, ...more } }, heads, verifier)).toBe('not-signed');
  });

  test('is not signed by another key', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const signed = await signSeal(sealOver(heads, about), {
      sign: async (bytes) => sign('sha384', bytes, other.privateKey),
    });
    expect(await checkSeal(signed, heads, verifier)).toBe('not-signed');
  });

  test('that counts otherwise than its root is of no heads', async () => {
    const signed = await signSeal({ ...sealOver(heads, about), count: 4 }, signer);
    expect(await checkSeal(signed, heads, verifier)).toBe('wrong-heads');
  });

  test('is made over an empty segment too', async () => {
    const signed = await signSeal(sealOver([], about), signer);
    expect(await checkSeal(signed, [], verifier)).toBe('genuine');
  });
});

describe('the head of today against the one that was sealed', () => {
  const [sealed] = heads;
  if (sealed === undefined) throw new Error('no head');
  const fault = { item: 'head', by: 'seal' };
  test.each([
    ['gone', undefined, { ...fault, kind: 'lost' }],
    ['changed in place', head('one', 3, 'd'), { ...fault, kind: 'edited' }],
    ['gone back', head('one', 2, 'd'), { ...fault, kind: 'edited', field: 'version' }],
    ['of a version that nothing changed in', head('one', 4), { ...fault, kind: 'edited', field: 'version' }],
    ['the same', sealed, undefined],
    ['moved on', head('one', 4, 'd'), undefined],
  ])('that is %s', (_what, present, found) => {
    expect(headFault(sealed, present)).toEqual(found);
  });
});
