/** The tokens of a sample reviewer, signed for the page to show to the API. */
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { ClaimNames } from '../../../functions/review-api/viewer-of.ts';
import type { SamplePerson } from './people.ts';
import { SIGNATURE, type SigningKey } from './signing-key.ts';

export interface TokenSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Whom the API's tokens are made out to. */
  readonly audience: string;
  readonly claimNames: ClaimNames;
  readonly lifetimeS: number;
}

export interface TokensAsked {
  readonly person: SamplePerson;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly nowMs: number;
}

export async function makeTokens(
  { issuer, clientId, audience, claimNames, lifetimeS }: TokenSettings,
  key: SigningKey,
  { person, scope, nonce, nowMs }: TokensAsked,
): Promise<Record<string, string | number>> {
  const issuedAt = Math.floor(nowMs / 1000);
  const sign = (claims: Record<string, unknown>, to: string, typ: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: SIGNATURE, kid: key.id, typ })
      .setIssuer(issuer)
      .setSubject(person.id)
      .setAudience(to)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetimeS)
      .setJti(randomUUID())
      .sign(key.sign);
  const access = {
    client_id: clientId,
    scope,
    name: person.name,
    [claimNames.role]: person.role,
    [claimNames.offices]: person.offices.join(' '),
    [claimNames.protectedAccess]: String(person.protectedAccess),
  };
  return {
    access_token: await sign(access, audience, 'at+jwt'),
    id_token: await sign({ name: person.name, ...(nonce !== undefined && { nonce }) }, clientId, 'JWT'),
    token_type: 'Bearer',
    expires_in: lifetimeS,
    scope,
  };
}
