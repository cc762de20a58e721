import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryTextStore } from '../testing/text-store.ts';
import { isAnswer, openIdOf } from './open-id.ts';

const ORIGIN = 'https://page.example';
const CLIENT = 'own-motion-page';

let privateKey: CryptoKey;
let jwk: object;
beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  privateKey = pair.privateKey;
  jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k', alg: 'ES256' };
});

interface Bent {
  readonly issuer?: string;
  readonly nonce?: string;
  readonly audience?: string;
  readonly tokenAnswer?: Response;
  readonly isDown?: boolean;
  readonly endSession?: boolean;
}

/** An issuer that checks what a real one checks, and can be bent out of shape. */
function world(bent: Bent = {}) {
  const issuer = bent.issuer ?? 'https://issuer.example';
  const store = memoryTextStore();
  let asked = new URLSearchParams();
  const tokensAsked: URLSearchParams[] = [];
  async function token(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    tokensAsked.push(form);
    if (bent.tokenAnswer !== undefined) return bent.tokenAnswer;
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (challenge !== asked.get('code_challenge')) return Response.json({ error: 'invalid_grant' }, { status: 400 });
    const now = Math.floor(Date.now() / 1000);
    const id = await new SignJWT({ nonce: bent.nonce ?? asked.get('nonce') })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .setIssuer(issuer)
      .setSubject('r-alma')
      .setAudience(bent.audience ?? CLIENT)
      .setIssuedAt(now)
      .setExpirationTime(now + 900)
      .sign(privateKey);
    return Response.json({ access_token: 'secret-access', id_token: id, token_type: 'Bearer', expires_in: 900 });
  }
  const openId = openIdOf(
    { issuer, clientId: CLIENT, scope: 'openid profile' },
    {
      origin: ORIGIN,
      store,
      nowMs: () => 1_000_000,
      fetch: async (request) => {
        if (bent.isDown === true) throw new TypeError('Failed to fetch');
        const { pathname } = new URL(request.url);
        if (pathname === '/token') return token(request);
        if (pathname === '/jwks') return Response.json({ keys: [jwk] });
        return Response.json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          id_token_signing_alg_values_supported: ['ES256'],
          ...(bent.endSession !== false && { end_session_endpoint: `${issuer}/end` }),
        });
      },
    },
  );
  /** Signs in, and gives the address that the issuer sends the browser back to. */
  async function signIn(returnTo = '/claims'): Promise<URL> {
    const address = await openId.begin(returnTo);
    asked = new URL(address ?? 'x:').searchParams;
    return new URL(`${ORIGIN}/?code=a-code&state=${asked.get('state')}`);
  }
  return { openId, store, signIn, tokensAsked, asked: () => asked };
}

describe('signing in', () => {
  it('asks for a code with PKCE, and exchanges it for tokens that are stored nowhere', async () => {
    const { openId, store, signIn, tokensAsked, asked } = world();
    const back = await signIn();
    expect(Object.fromEntries(asked())).toMatchObject({
      client_id: CLIENT,
      redirect_uri: `${ORIGIN}/`,
      response_type: 'code',
      scope: 'openid profile',
      code_challenge_method: 'S256',
    });
    const answer = await openId.finish(back);
    expect(answer).toMatchObject({
      kind: 'signed-in',
      returnTo: '/claims',
      tokens: { access: 'secret-access', endsAtMs: 1_000_000 + 900_000 },
    });
    expect(tokensAsked[0]?.get('redirect_uri')).toBe(`${ORIGIN}/`);
    expect(store.texts.size).toBe(0);
  });

  it('takes an answer once', async () => {
    const { openId, signIn } = world();
    const back = await signIn();
    await openId.finish(back);
    expect(await openId.finish(back)).toEqual({ kind: 'refused', returnTo: '/' });
  });

  it.each([
    ['of another state', {}, (back: URL) => back.searchParams.set('state', 'another')],
    ['that says no', {}, (back: URL) => back.searchParams.set('error', 'access_denied')],
    ['for another nonce', { nonce: 'another' }, () => {}],
    ['for another client', { audience: 'another' }, () => {}],
    ['that is no token', { tokenAnswer: Response.json({ error: 'invalid_grant' }, { status: 400 }) }, () => {}],
  ])('refuses an answer %s', async (_, bent, bend) => {
    const { openId, signIn } = world(bent);
    const back = await signIn();
    bend(back);
    expect(await openId.finish(back)).toEqual({ kind: 'refused', returnTo: '/claims' });
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example', 'claims', ''])(
    'goes back to no other site: %s',
    async (returnTo) => {
      const { openId, signIn } = world();
      expect(await openId.finish(await signIn(returnTo))).toMatchObject({ kind: 'signed-in', returnTo: '/' });
    },
  );

  it('says when the issuer cannot be reached', async () => {
    const { openId, store } = world({ isDown: true });
    expect(await openId.begin('/')).toBeUndefined();
    expect(await openId.end('id')).toBeUndefined();
    store.setItem('own-motion.sign-in', 's\nn\nv\n/claims');
    expect(await openId.finish(new URL(`${ORIGIN}/?code=c&state=s`))).toEqual({
      kind: 'unreachable',
      returnTo: '/claims',
    });
  });

  it.each([
    ['http://127.0.0.1:9000', true],
    ['http://localhost:9000', true],
    ['http://issuer.example', false],
  ])('over an unencrypted line only on this machine: %s', async (issuer, isAllowed) => {
    expect((await world({ issuer }).openId.begin('/')) !== undefined).toBe(isAllowed);
  });

  it('ends the issuer’s session too, where it has an end', async () => {
    const address = new URL((await world().openId.end('an-id')) ?? 'x:');
    expect(address.pathname).toBe('/end');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: CLIENT,
      post_logout_redirect_uri: `${ORIGIN}/`,
      id_token_hint: 'an-id',
    });
    expect(await world({ endSession: false }).openId.end('an-id')).toBeUndefined();
  });
});

describe('an address', () => {
  it.each([
    ['/?code=c&state=s', true],
    ['/?error=access_denied&state=s', true],
    ['/?office=LOS&lane=triage', false],
    ['/?code=c', false],
    ['/claims?code=c&state=s', false],
  ])('%s is an issuer’s answer: %s', (address, expected) => {
    expect(isAnswer(new URL(address, ORIGIN))).toBe(expected);
  });
});
