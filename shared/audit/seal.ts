/**
 * A seal: the signed Merkle root over the heads of a segment of cases at one time. What is signed is the seal's own text;
 * with what, is said from outside.
 */
import * as z from 'zod';
import { canonicalText } from '../docket/content-hash.ts';
import type { CaseHead } from '../store/store.ts';
import { headDigest } from './digests.ts';
import { type Digest, leafHash, rootOf } from './merkle.ts';

const hexDigest = z.string().regex(/^[0-9a-f]{64}$/);

/** What a seal says of one case: a leaf of the tree. Kept beside the seal, so that a fault is found in its place. */
export const sealedHead = z.strictObject({
  caseKey: z.string().min(1),
  version: z.int().min(1),
  digest: hexDigest,
});

export type SealedHead = Readonly<z.infer<typeof sealedHead>>;

export const seal = z.strictObject({
  format: z.literal(1),
  segment: z.int().min(0),
  of: z.int().min(1),
  /** Instant at which reading began, ISO 8601 in UTC. */
  from: z.string(),
  /** Instant at which it had ended. */
  until: z.string(),
  count: z.int().min(0),
  root: hexDigest,
});

export type Seal = Readonly<z.infer<typeof seal>>;

/** Signs bytes with a key that nobody who writes cases may use. */
export interface Signer {
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

export interface SignatureVerifier {
  isSigned(bytes: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

export function sealedHeadOf(head: CaseHead): SealedHead {
  return { caseKey: head.caseKey, version: head.version, digest: headDigest(head) };
}

function byKey(one: SealedHead, other: SealedHead): number {
  return one.caseKey < other.caseKey ? -1 : one.caseKey > other.caseKey ? 1 : 0;
}

/** In the order of their keys: the same heads are the same tree. */
export function inLeafOrder(heads: readonly SealedHead[]): SealedHead[] {
  return heads.toSorted(byKey);
}

/** The leaves of the tree; heads in any order. */
function leavesOf(heads: readonly SealedHead[]): Digest[] {
  return inLeafOrder(heads).map(({ caseKey, version, digest }) =>
    leafHash(Buffer.from(canonicalText({ caseKey, version, digest }))),
  );
}

export function sealOver(heads: readonly SealedHead[], about: Pick<Seal, 'segment' | 'of' | 'from' | 'until'>): Seal {
  const root = Buffer.from(rootOf(leavesOf(heads))).toString('hex');
  return { format: 1, ...about, count: heads.length, root };
}

/** What is signed: small enough for any signing service. */
export function sealText(sealed: Seal): Uint8Array {
  return Buffer.from(`own-motion seal 1\n${canonicalText(sealed)}`);
}

export interface SignedSeal {
  readonly seal: Seal;
  readonly signature: Uint8Array;
}

export async function signSeal(sealed: Seal, signer: Signer): Promise<SignedSeal> {
  return { seal: sealed, signature: await signer.sign(sealText(sealed)) };
}

/** `wrong-heads`: the seal is genuine, and the list of heads beside it is not the one it was made over. */
export type SealCheck = 'genuine' | 'not-signed' | 'wrong-heads';

export async function checkSeal(
  { seal: sealed, signature }: SignedSeal,
  heads: readonly SealedHead[],
  verifier: SignatureVerifier,
): Promise<SealCheck> {
  if (!(await verifier.isSigned(sealText(sealed), signature))) return 'not-signed';
  const { root, count } = sealOver(heads, sealed);
  return root === sealed.root && count === sealed.count ? 'genuine' : 'wrong-heads';
}
