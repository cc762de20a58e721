/** Checks a token as API Gateway's JWT authorizer does, against the keys that its issuer publishes. */
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';
import type { PlannedAuthorizer } from './api-plan.ts';

/** Every value is text by the time a function sees it. */
export type TokenClaims = Readonly<Record<string, string>>;

export type Checked = { kind: 'valid'; claims: TokenClaims } | { kind: 'invalid'; why: string };

export type CheckToken = (authorization: string | undefined) => Promise<Checked>;

/** What the service takes; one signed otherwise would be refused once deployed. */
const RSA_ALGORITHMS = ['RS256', 'RS384', 'RS512'];
const DISCOVERY_TIMEOUT_MS = 5_000;

const discovered = z.object({ issuer: z.string(), jwks_uri: z.url() });

export function tokenChecker({ issuer, audience }: PlannedAuthorizer, now: () => Date): CheckToken {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  return async (authorization) => {
    const token = /^(?:Bearer )?([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return { kind: 'invalid', why: 'there is no token' };
    try {
      keys ??= createRemoteJWKSet(await keysOf(issuer));
      // A token without an expiry would be good for ever; the audience is checked below, where it has two names.
      const options = { issuer, algorithms: RSA_ALGORITHMS, requiredClaims: ['exp'], currentDate: now() };
      const { payload } = await jwtVerify(token, keys, options);
      if (!isMeantFor(payload, audience)) return { kind: 'invalid', why: 'the token does not have a valid audience' };
      return { kind: 'valid', claims: asText(payload) };
    } catch (error) {
      return { kind: 'invalid', why: error instanceof errors.JOSEError ? error.code : 'the issuer does not answer' };
    }
  };
}

async function keysOf(issuer: string): Promise<URL> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS) });
  return new URL(discovered.parse(await response.json()).jwks_uri);
}

/** `client_id` counts only where there is no `aud`. */
function isMeantFor({ aud, client_id: client }: JWTPayload, audience: readonly string[]): boolean {
  const named = aud === undefined ? [client] : [aud].flat();
  return named.some((name) => typeof name === 'string' && audience.includes(name));
}

/** Lists become `[A B]`; nothing keeps a type of its own. */
function asText(payload: JWTPayload): TokenClaims {
  const text = (value: unknown): string => {
    if (typeof value === 'string') return value;
    return Array.isArray(value) ? `[${value.map(text).join(' ')}]` : JSON.stringify(value);
  };
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, text(value)]));
}
