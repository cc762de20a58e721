/**
 * A Merkle tree over a list of leaves, as RFC 6962 and RFC 9162 (section 2.1) define it: one hash commits to all of them in
 * their order, and a short path proves that one of them is in. Leaves and nodes are hashed apart, so that neither can
 * pass for the other.
 */
import { createHash } from 'node:crypto';

export type Digest = Uint8Array;

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

function sha256(...parts: Uint8Array[]): Digest {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export function leafHash(leaf: Uint8Array): Digest {
  return sha256(LEAF, leaf);
}

function nodeHash(left: Digest, right: Digest): Digest {
  return sha256(NODE, left, right);
}

/** The left part holds the largest power of two that is less than all. */
function cutOf(size: number): number {
  let cut = 1;
  while (cut * 2 < size) cut *= 2;
  return cut;
}

/** Root over hashes of leaves; that of an empty list is the hash of nothing. */
export function rootOf(leaves: readonly Digest[]): Digest {
  const [only] = leaves;
  if (only === undefined) return sha256();
  // Level by level: a node without a sibling goes up as it is, which is the same tree as cutting from above.
  let level = leaves;
  while (level.length > 1) {
    const above: Digest[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left = only, right] = [level[i], level[i + 1]];
      above.push(right === undefined ? left : nodeHash(left, right));
    }
    level = above;
  }
  return level[0] ?? only;
}

/** Hashes beside the way from a leaf to the root, the leaf's sibling first. */
export function inclusionPath(leaves: readonly Digest[], index: number): Digest[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError('no such leaf');
  if (leaves.length === 1) return [];
  const cut = cutOf(leaves.length);
  const [left, right] = [leaves.slice(0, cut), leaves.slice(cut)];
  return index < cut
    ? [...inclusionPath(left, index), rootOf(right)]
    : [...inclusionPath(right, index - cut), rootOf(left)];
}

export interface Inclusion {
  readonly leaf: Digest;
  readonly index: number;
  /** How many leaves the tree has. */
  readonly size: number;
  readonly path: readonly Digest[];
}

/** The root that a path leads to; undefined when it is too short or too long for the place of the leaf. */
function rootThrough({ leaf, index, size, path }: Inclusion): Digest | undefined {
  if (size === 1) return path.length === 0 ? leaf : undefined;
  const beside = path.at(-1);
  if (beside === undefined) return undefined;
  const cut = cutOf(size);
  const below = path.slice(0, -1);
  const inner =
    index < cut
      ? rootThrough({ leaf, index, size: cut, path: below })
      : rootThrough({ leaf, index: index - cut, size: size - cut, path: below });
  if (inner === undefined) return undefined;
  return index < cut ? nodeHash(inner, beside) : nodeHash(beside, inner);
}

/** Whether the leaf is at that place of the tree of that root. */
export function isIncluded(root: Digest, inclusion: Inclusion): boolean {
  const { index, size } = inclusion;
  if (!Number.isSafeInteger(size) || !Number.isInteger(index) || index < 0 || index >= size) return false;
  const found = rootThrough(inclusion);
  return found !== undefined && Buffer.compare(found, root) === 0;
}
