/**
 * Names under which cases, updates and received messages are stored: hashes under a secret key, so that no case id
 * stands in a key, URL, log or metric. The secret can never be rotated without moving every item.
 */
import { createHmac, createSecretKey } from 'node:crypto';
import type { DocketUpdate } from '../../events/docket-update.ts';

/** Half of a member id, 8 bytes, names the update's source and id, the other half its content as well. */
const HALF_DIGITS = 16;

/** Shortest secret accepted, in bytes: that of the hash itself. */
export const KEY_SECRET_MIN_BYTES = 32;

export interface KeyedNames {
  readonly caseKey: (caseId: string) => string;
  /** 16 bytes: two updates of one source and id share the first 8; all 16 only if their content is the same. */
  readonly memberId: (update: DocketUpdate, contentHash: string) => Uint8Array;
  /** Name of a message by its body, whatever it holds. */
  readonly receivedId: (body: string) => string;
  /** Name of an act by who does it and the key under which they ask: the same request again finds the same act. */
  readonly actId: (by: string, idempotencyKey: string) => string;
}

export function keyedNames(secret: string): KeyedNames {
  if (Buffer.byteLength(secret) < KEY_SECRET_MIN_BYTES) {
    throw new RangeError(`the secret for case keys is shorter than ${KEY_SECRET_MIN_BYTES} bytes`);
  }
  const key = createSecretKey(secret, 'utf8');
  // A JSON array keeps its parts apart whatever they contain, and has an escape for lone surrogates.
  const hashOf = (...parts: string[]) => createHmac('sha256', key).update(JSON.stringify(parts));
  const name = (...parts: string[]) => hashOf(...parts).digest('base64url');
  const half = (...parts: string[]) =>
    hashOf(...parts)
      .digest('hex')
      .slice(0, HALF_DIGITS);
  return {
    caseKey: (caseId) => name('case', caseId),
    memberId: ({ source, id }, contentHash) =>
      Buffer.from(half('update', source, id) + half('content', source, id, contentHash), 'hex'),
    receivedId: (body) => name('received', body),
    actId: (by, idempotencyKey) => name('act', by, idempotencyKey),
  };
}
