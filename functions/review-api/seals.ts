/**
 * Text that a client carries from one request to the next and can neither read, change nor take to another purpose: a
 * cursor names a place in a queue, which says custody and a day of hearing, and it stands in a URL.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface Seals {
  /** @param purpose what the text is for; it opens for nothing else */
  readonly seal: (text: string, purpose: string) => string;
  /** Undefined for whatever was not sealed here for this purpose. */
  readonly open: (sealed: string, purpose: string) => string | undefined;
}

/** @param secret the one that case keys are made under; the keys here are derived from it and say nothing of it */
export function makeSeals(secret: string): Seals {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `own-motion ${use}`, KEY_BYTES));
  const key = derive('seal');
  const nonceKey = derive('seal nonce');

  /** Of what is sealed and not of chance, so that a nonce serves two texts only if SHA-256 fails. */
  function nonceOf(text: string, purpose: string): Buffer {
    const hash = createHmac('sha256', nonceKey)
      .update(JSON.stringify([purpose, text]))
      .digest();
    return hash.subarray(0, NONCE_BYTES);
  }

  return {
    seal(text, purpose) {
      const nonce = nonceOf(text, purpose);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(purpose));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length <= NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== sealed) return undefined;
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const text = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
        return Buffer.concat(text).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
