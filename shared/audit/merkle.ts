/**
 * A Merkle tree over a list of leaves, as RFC 6962 and RFC 9162 (section 2.1) define it: one hash commits to all of them in
 * their order. Leaves and nodes are hashed apart, so that neither can pass for the other.
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

/** Root over hashes of leaves; that of an empty list is the hash of nothing. */
export function rootOf(leaves: readonly Digest[]): Digest {
  const [only] = leaves;
  if (only === undefined) return sha256();
  // Level by level: a node without a sibling goes up as it is. It is the tree of the definition, which cuts from above.
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
