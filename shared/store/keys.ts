/**
 * Names under which cases, updates and received messages are stored: hashes under a secret key, so that no case id
 * stands in a key, URL, log or metric. The secret can never be rotated without moving every item.
 */
import { createHmac, createSecretKey } from 'node:crypto';
import type { DocketUpdate } from '../../events/docket-update.ts';

/** Half of a member id names the update's source and id, the other half its content as well. */
const HALF_BYTES = 8;

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
  const hash = (...parts: string[]) => createHmac('sha256', key).update(JSON.stringify(parts)).digest();
  return {
    caseKey: (caseId) => hash('case', caseId).toString('base64url'),
    memberId: ({ source, id }, contentHash) =>
      Buffer.concat([
        hash('update', source, id).subarray(0, HALF_BYTES),
        hash('content', source, id, contentHash).subarray(0, HALF_BYTES),
      ]),
    receivedId: (body) => hash('received', body).toString('base64url'),
    actId: (by, idempotencyKey) => hash('act', by, idempotencyKey).toString('base64url'),
  };
}
