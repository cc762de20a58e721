/** Reads what the product has stored, item by item, without the product's code: only its dictionary, which is data. */
import { inflateRawSync } from 'node:zlib';
import { DICTIONARY_1 } from '../../../shared/store/dictionary.ts';
import type { Item } from '../table/expressions.ts';
import type { Update } from './naive-fold.ts';

const dictionary = Buffer.from(DICTIONARY_1);

export function textOf(packed: unknown): string {
  const bytes = packed as Uint8Array;
  const text = inflateRawSync(bytes.subarray(1), { dictionary });
  return text.toString(bytes[0] === 1 ? 'utf8' : 'utf16le');
}

export interface StoredClaim {
  by: string;
  name: string;
  at: string;
  expiresAt: string;
}

export interface StoredDecision {
  by: string;
  act: string;
  decision: string;
  at: string;
  lane: string;
}

export interface StoredReview {
  claim?: StoredClaim;
  hold?: { by: string; at: string; until: string; act: string };
  decisions: StoredDecision[];
  acts?: string[];
}

export interface StoredFlag {
  state: string;
  lane: string;
  raisedAt: string;
  changedAt: string;
  revision: number;
  fellAway?: true;
}

export interface StoredHead {
  version: number;
  caseId: string;
  members: string[];
  record: string;
  policyId: string;
  classification: { [name: string]: unknown; asOf: string; lane: string; digest: string; notices: string[] };
  flag: StoredFlag | undefined;
  queue: string | undefined;
  nextChangeOn: string | undefined;
  queueOrder: string | undefined;
  hearingOn: string | undefined;
  detained: boolean | undefined;
  review: StoredReview | undefined;
  claimedBy: string | undefined;
  claimExpiresAt: string | undefined;
}

export function headOf(item: Item): StoredHead {
  const members = Buffer.from(item.members as Uint8Array);
  const classification = item.classification as StoredHead['classification'];
  return {
    ...(item as unknown as StoredHead),
    members: Array.from({ length: members.length / 16 }, (_, i) =>
      members.subarray(i * 16, (i + 1) * 16).toString('base64url'),
    ),
    record: textOf(item.record),
    classification: {
      ...classification,
      digest: `sha256:${Buffer.from(classification.digest as unknown as Uint8Array).toString('hex')}`,
    },
  };
}

export interface StoredEntry {
  member: string;
  update: Update;
  body: string;
}

export function entryOf(item: Item): StoredEntry {
  const body = textOf(item.body);
  return { member: String(item.sk).slice('UPDATE#'.length), update: JSON.parse(body) as Update, body };
}

/** The facts that a stored record says stand: of each side, what is asserted and not retracted. */
export function assertedIn(record: string): { asserted: object; prohibited: object } {
  const stored = JSON.parse(record) as Record<'asserted' | 'prohibited', [string, number, unknown][]>;
  const side = (rows: [string, number, unknown][]) => {
    const root: Tree = {};
    for (const [path, , value] of rows) {
      if (value === null) continue;
      const names = path.split('/').map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
      let tree = root;
      for (const name of names.slice(0, -1)) {
        tree[name] ??= {};
        tree = tree[name] as Tree;
      }
      tree[names.at(-1) ?? ''] = value;
    }
    return root;
  };
  return { asserted: side(stored.asserted), prohibited: side(stored.prohibited) };
}

type Tree = { [name: string]: unknown };
