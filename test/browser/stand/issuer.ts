/** A small OpenID Connect issuer: authorization code with PKCE, a list of people to sign in as, tokens it signs itself. */
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Clock } from './clock.ts';
import { claimsOf, type Person } from './people.ts';
import { type Answered, readBody, type Server, serve } from './serve.ts';

export const CLIENT_ID = 'own-motion-page';

export interface IssuerSettings {
  readonly clock: Clock;
  readonly people: readonly Person[];
  readonly tokenMinutes: () => number;
  readonly onFault: (error: unknown) => void;
}

export interface Issuer extends Server {
  /** The claims of a token that is good now, as the gateway before the API would find them; else undefined. */
  readonly verify: (token: string) => Promise<JWTPayload | undefined>;
}

interface Grant {
  readonly person: Person;
  readonly challenge: string;
  readonly redirectUri: string;
  readonly nonce: string | undefined;
}

const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization, content-type' };
const json = (body: object, statusCode = 200): Answered => ({
  statusCode,
  headers: { ...cors, 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

function choosePage(people: readonly Person[], asked: URLSearchParams): Answered {
  const items = people.map(({ id, name }) => {
    const address = new URLSearchParams([...asked, ['person', id]]);
    return `<li><a href="/authorize?${address.toString().replaceAll('&', '&amp;')}">${name}</a></li>`;
  });
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title><main><h1>Sign in as</h1><ul>${items.join('')}</ul></main></html>`;
  return { statusCode: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

export async function startIssuer({ clock, people, tokenMinutes, onFault }: IssuerSettings): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'stand', alg: 'ES256', use: 'sig' };
  const grants = new Map<string, Grant>();

  function authorize(asked: URLSearchParams): Answered {
    const person = people.find(({ id }) => id === asked.get('person'));
    if (person === undefined) return choosePage(people, asked);
    const redirectUri = asked.get('redirect_uri') ?? '';
    const code = randomUUID();
    const challenge = asked.get('code_challenge') ?? '';
    grants.set(code, { person, challenge, redirectUri, nonce: asked.get('nonce') ?? undefined });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    back.searchParams.set('iss', server.origin);
    const state = asked.get('state');
    if (state !== null) back.searchParams.set('state', state);
    return { statusCode: 302, headers: { location: back.href } };
  }

  function signed({ person, nonce }: Grant): Promise<string> {
    const issuedAt = Math.floor(clock.millis() / 1_000);
    return new SignJWT({ ...claimsOf(person), ...(nonce !== undefined && { nonce }) })
      .setProtectedHeader({ alg: 'ES256', kid: jwk.kid })
      .setIssuer(server.origin)
      .setAudience(CLIENT_ID)
      .setSubject(person.id)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + tokenMinutes() * 60)
      .sign(privateKey);
  }

  async function token(request: IncomingMessage): Promise<Answered> {
    const asked = new URLSearchParams(await readBody(request));
    const code = asked.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    if (grant?.challenge !== challenge || grant.redirectUri !== asked.get('redirect_uri')) {
      return json({ error: 'invalid_grant' }, 400);
    }
    const id = await signed(grant);
    return json({ access_token: id, id_token: id, token_type: 'Bearer', expires_in: tokenMinutes() * 60 });
  }

  async function answer(request: IncomingMessage, { pathname, searchParams }: URL): Promise<Answered> {
    if (request.method === 'OPTIONS') return { statusCode: 204, headers: cors };
    switch (pathname) {
      case '/.well-known/openid-configuration':
        return json({
          issuer: server.origin,
          authorization_endpoint: `${server.origin}/authorize`,
          token_endpoint: `${server.origin}/token`,
          jwks_uri: `${server.origin}/jwks`,
          end_session_endpoint: `${server.origin}/end-session`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['ES256'],
          code_challenge_methods_supported: ['S256'],
          authorization_response_iss_parameter_supported: true,
        });
      case '/jwks':
        return json({ keys: [jwk] });
      case '/authorize':
        return authorize(searchParams);
      case '/token':
        return token(request);
      case '/end-session':
        return {
          statusCode: 302,
          headers: { location: searchParams.get('post_logout_redirect_uri') ?? server.origin },
        };
      default:
        return { statusCode: 404 };
    }
  }

  const server = await serve(answer, onFault);
  return {
    ...server,
    async verify(bearer) {
      const checks = { issuer: server.origin, audience: CLIENT_ID, currentDate: new Date(clock.millis()) };
      const verified = await jwtVerify(bearer, publicKey, checks).catch(() => undefined);
      return verified?.payload;
    },
  };
}
