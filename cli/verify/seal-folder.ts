/** Seals in a folder, as they were downloaded from the archive: what the newest genuine ones say of each case. */
import { createPublicKey, verify as isSignedBy, type KeyObject } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { HEADS_SUFFIX, readHeads, readSeal, SEAL_SUFFIX } from '../../shared/archive/seal-objects.ts';
import { checkSeal, type SealedHead, type SignatureVerifier, type SignedSeal } from '../../shared/audit/seal.ts';

export type SealProblem =
  | 'unreadable'
  | 'heads-missing'
  | 'not-signed'
  | 'wrong-heads'
  /** Nothing is said of what lies in some segment. */
  | 'segments-missing'
  | 'no-seal';

export interface SealFault {
  /** File within the folder; the folder itself where one is missing. */
  readonly seal: string;
  readonly problem: SealProblem;
}

export interface SealedCase {
  readonly head: SealedHead;
  /** Segment of the seal, from 0. */
  readonly segment: number;
}

export interface SealedDocket {
  /** Of so many segments; 0 where there is no genuine seal. */
  readonly of: number;
  /** Segments that are sealed, from 0. */
  readonly segments: ReadonlySet<number>;
  /** When reading for the oldest of them began. */
  readonly from: string | undefined;
  readonly cases: ReadonlyMap<string, SealedCase>;
  readonly faults: readonly SealFault[];
}

/** @throws {Error} for what is no public key in PEM */
export function sealKeyOf(pem: string): KeyObject {
  return createPublicKey(pem);
}

export function verifierOf(key: KeyObject): SignatureVerifier {
  return { isSigned: async (bytes, signature) => isSignedBy('sha384', bytes, key, signature) };
}

interface FoundSeal extends SignedSeal {
  readonly file: string;
}

async function bytesOf(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

async function findSeals(folder: string) {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: FoundSeal[] = [];
  const faults: SealFault[] = [];
  for (const { parentPath, name } of files) {
    if (!name.endsWith(SEAL_SUFFIX)) continue;
    const file = join(parentPath, name);
    const signed = readSeal((await bytesOf(file))?.toString('utf8') ?? '');
    if (signed === undefined) faults.push({ seal: relative(folder, file), problem: 'unreadable' });
    else found.push({ ...signed, file });
  }
  return { found, faults };
}

/** Newest first. */
function byAge(one: FoundSeal, other: FoundSeal): number {
  return one.seal.from < other.seal.from ? 1 : one.seal.from > other.seal.from ? -1 : 0;
}

async function headsOf({ file, ...signed }: FoundSeal, verifier: SignatureVerifier) {
  const bytes = await bytesOf(file.slice(0, -SEAL_SUFFIX.length) + HEADS_SUFFIX);
  // The seal is looked at first: who has taken the list away is told from who has made a seal up.
  if (bytes === undefined) {
    const check = await checkSeal(signed, [], verifier);
    return check === 'not-signed' ? check : 'heads-missing';
  }
  const heads = readHeads(bytes);
  if (heads === undefined) return 'wrong-heads';
  const check = await checkSeal(signed, heads, verifier);
  return check === 'genuine' ? heads : check;
}

/** Every seal that is looked at is checked; one that is not genuine is told of, and the one before it is taken. */
export async function readSealFolder(folder: string, key: KeyObject): Promise<SealedDocket> {
  const { found, faults } = await findSeals(folder);
  const verifier = verifierOf(key);
  const seals = found.toSorted(byAge);
  let of = 0;
  let from: string | undefined;
  const segments = new Set<number>();
  const cases = new Map<string, SealedCase>();
  for (const signed of seals) {
    const { segment, of: count, from: begun } = signed.seal;
    if (of !== 0 && (count !== of || segments.has(segment))) continue;
    const heads = await headsOf(signed, verifier);
    if (typeof heads === 'string') {
      faults.push({ seal: relative(folder, signed.file), problem: heads });
      continue;
    }
    of = count;
    from = begun;
    segments.add(segment);
    // A newer one may have the case already, where a table cut its segments otherwise in between.
    for (const head of heads) if (!cases.has(head.caseKey)) cases.set(head.caseKey, { head, segment });
  }
  if (segments.size < of) faults.push({ seal: '.', problem: 'segments-missing' });
  if (seals.length === 0 && faults.length === 0) faults.push({ seal: '.', problem: 'no-seal' });
  return { of, segments, from, cases, faults };
}
