/** The tree against RFC 6962's own definition, written out naively, and against the roots published for it. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leafHash, rootOf } from './merkle.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => Buffer.from(text, 'hex');

/** MTH of RFC 6962, section 2.1, over the leaves themselves. */
function treeHash(leaves: readonly Uint8Array[]): Buffer {
  const [first] = leaves;
  const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (first === undefined) return sha();
  if (leaves.length === 1) return sha(Buffer.of(0), first);
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return sha(Buffer.of(1), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

/** Inputs and roots of the reference implementation of Certificate Transparency. */
const published = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const leaves = fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 40 });

describe('a tree', () => {
  test.each(roots.map((root, size) => ({ root, size })))('of $size published leaves has the published root', (row) => {
    expect(hex(rootOf(published.slice(0, row.size).map((leaf) => leafHash(bytes(leaf)))))).toBe(row.root);
  });

  test('has the root that the definition gives, whatever its size', () => {
    const property = fc.property(leaves, (list) => {
      expect(hex(rootOf(list.map(leafHash)))).toBe(hex(treeHash(list)));
    });
    fc.assert(property);
  });

  test('a node cannot pass for a leaf', () => {
    const [one, other] = [leafHash(Buffer.from('a')), leafHash(Buffer.from('b'))];
    expect(hex(rootOf([leafHash(Buffer.concat([one, other]))]))).not.toBe(hex(rootOf([one, other])));
  });
});
