/** The key that the local issuer signs with: made once, readable by its owner alone, forgotten by a fresh start. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import * as z from 'zod';

/** The only kind of signature that API Gateway's authorizer takes. */
export const SIGNATURE = 'RS256';

export interface SigningKey {
  readonly id: string;
  readonly sign: CryptoKey;
  /** Published, so that tokens can be checked. */
  readonly publicKey: JWK;
}

const stored = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() }).catchall(z.string());

export async function openSigningKey(file: string): Promise<SigningKey> {
  const jwk = (await readKey(file)) ?? (await makeKey(file));
  const id = await calculateJwkThumbprint(jwk);
  const sign = await importJWK(jwk, SIGNATURE);
  if (sign instanceof Uint8Array) throw new Error(`${file} holds no RSA key`);
  const { kty, n, e } = jwk;
  return { id, sign, publicKey: { kty, n, e, kid: id, alg: SIGNATURE, use: 'sig' } };
}

async function readKey(file: string): Promise<z.infer<typeof stored> | undefined> {
  try {
    return stored.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function makeKey(file: string): Promise<z.infer<typeof stored>> {
  const { privateKey } = await generateKeyPair(SIGNATURE, { extractable: true });
  const jwk = stored.parse(await exportJWK(privateKey));
  const half = `${file}.new`;
  await writeFile(half, JSON.stringify(jwk), { mode: 0o600 });
  await rename(half, file);
  return jwk;
}
