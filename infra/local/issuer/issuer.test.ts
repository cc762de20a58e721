import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importJWK, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ownPort } from '../../../test/own-port.ts';
import { tokenChecker } from '../http/token.ts';
import { type Issuer, openIssuer } from './issuer.ts';
import { samplePeople } from './people.ts';
import { openSigningKey } from './signing-key.ts';

const page = 'http://127.0.0.1:8021';
const MINUTE_MS = 60_000;

let folder = '';
let url = '';
let issuer: Issuer;
/** The issuer's clock, which a test moves. */
let nowMs = Date.parse('2026-06-15T12:00:00Z');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-motion-issuer-'));
  url = `http://127.0.0.1:${await ownPort()}`;
  issuer = await openIssuer({
    issuer: url,
    clientId: 'own-motion',
    audience: 'own-motion-api',
    claimNames: { role: 'role', offices: 'offices', protectedAccess: 'protected' },
    lifetimeS: 900,
    keyFile: join(folder, 'key.json'),
    people: samplePeople,
    pageOrigins: [page],
    nowMs: () => nowMs,
    log: (line) => console.error(line),
  });
});
afterAll(async () => {
  await issuer.close();
  await rm(folder, { recursive: true });
});

const verifier = randomBytes(32).toString('base64url');
const asked = {
  client_id: 'own-motion',
  redirect_uri: `${page}/`,
  response_type: 'code',
  scope: 'openid profile',
  state: 'a state',
  nonce: 'a nonce',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
};

const get = (path: string, init: RequestInit = {}) => fetch(url + path, { redirect: 'manual', ...init });
const authorize = (changed: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  get(`/authorize?${new URLSearchParams({ ...asked, ...changed }).toString()}`, { headers });
const choose = (person: string, origin = url) =>
  get('/authorize', { method: 'POST', headers: { origin }, body: new URLSearchParams({ ...asked, person }) });
const wayBack = (response: Response) => new URL(response.headers.get('location') ?? '');
const exchange = async (code: string, changed: Record<string, string> = {}) => {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: `${page}/`,
    client_id: 'own-motion',
    code_verifier: verifier,
    ...changed,
  });
  const response = await get('/token', { method: 'POST', headers: { origin: page }, body });
  return {
    status: response.status,
    headers: response.headers,
    body: z.record(z.string(), z.unknown()).parse(await response.json()),
  };
};
const codeFor = async (person: string) => wayBack(await choose(person)).searchParams.get('code') ?? '';
const check = () => tokenChecker({ issuer: url, audience: ['own-motion-api'] }, () => new Date(nowMs));

describe('signing in', () => {
  test('shows whom one may be, leads back with a code, and gives tokens for it that the API takes', async () => {
    const shown = await authorize();
    expect(shown.status).toBe(200);
    const html = await shown.text();
    for (const { id, name, about } of samplePeople) {
      for (const text of [`value="${id}"`, name, about]) expect(html).toContain(text);
    }
    const back = wayBack(await choose('sample-reviewer-3'));
    expect(`${back.origin}${back.pathname}`).toBe(`${page}/`);
    expect(Object.fromEntries(back.searchParams)).toEqual({ code: expect.any(String), state: 'a state', iss: url });

    const { status, headers, body } = await exchange(back.searchParams.get('code') ?? '');
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe(page);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 900, scope: 'openid profile' });
    expect(await check()(`Bearer ${String(body.access_token)}`)).toMatchObject({
      kind: 'valid',
      claims: {
        sub: 'sample-reviewer-3',
        name: 'Inés Calloway',
        role: 'reviewer',
        offices: 'HOU NYC',
        protected: 'true',
      },
    });
  });

  test('ends after its time', async () => {
    const { body } = await exchange(await codeFor('sample-reviewer-1'));
    nowMs += 14 * MINUTE_MS;
    expect(await check()(String(body.access_token))).toMatchObject({ kind: 'valid' });
    nowMs += 2 * MINUTE_MS;
    expect(await check()(String(body.access_token))).toEqual({ kind: 'invalid', why: 'ERR_JWT_EXPIRED' });
  });

  test('is remembered by the browser until it is ended', async () => {
    const cookie = (await choose('sample-auditor')).headers.get('set-cookie')?.split(';')[0] ?? '';
    const again = wayBack(await authorize({}, { cookie }));
    const { body } = await exchange(again.searchParams.get('code') ?? '');
    expect(await check()(String(body.access_token))).toMatchObject({ claims: { sub: 'sample-auditor' } });
    expect((await authorize({ prompt: 'login' }, { cookie })).status).toBe(200);

    const end = `/end-session?post_logout_redirect_uri=${encodeURIComponent(`${page}/`)}`;
    const ended = await get(end, { headers: { cookie } });
    expect(wayBack(ended).href).toBe(`${page}/`);
    expect((await authorize({}, { cookie })).status).toBe(200);
  });

  test('nobody is asked where that was not wanted', async () => {
    const back = wayBack(await authorize({ prompt: 'none' }));
    expect(Object.fromEntries(back.searchParams)).toEqual({ error: 'login_required', state: 'a state', iss: url });
  });
});

describe('nobody is sent anywhere', () => {
  test.each([
    { name: 'for another client', changed: { client_id: 'other' } },
    { name: 'to another page', changed: { redirect_uri: 'http://elsewhere.example/' } },
    { name: 'to another path of the page', changed: { redirect_uri: `${page}/v1/me` } },
  ])('$name', async ({ changed }) => {
    const response = await authorize(changed);
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  test('by a form of another site', async () => {
    expect((await choose('sample-supervisor', 'http://elsewhere.example')).status).toBe(403);
  });

  test('by a name that is not of this machine', async () => {
    const status = await new Promise((resolve) => {
      // `fetch` would not name another host.
      const headers = { host: 'elsewhere.example' };
      request(`${url}/authorize?${new URLSearchParams(asked).toString()}`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(421);
  });

  test('out of the sign-in to another page', async () => {
    const response = await get(
      `/end-session?post_logout_redirect_uri=${encodeURIComponent('http://elsewhere.example/')}`,
    );
    expect(response.status).toBe(200);
  });
});

test.each([
  { name: 'without PKCE', changed: { code_challenge: '' } },
  { name: 'with the plain kind of PKCE', changed: { code_challenge_method: 'plain' } },
  { name: 'for a token at once', changed: { response_type: 'token' } },
  { name: 'without openid', changed: { scope: 'profile' } },
])('a request $name is refused', async ({ changed }) => {
  expect(Object.fromEntries(wayBack(await authorize(changed)).searchParams)).toMatchObject({
    error: 'invalid_request',
  });
});

describe('a code', () => {
  test('is good once', async () => {
    const code = await codeFor('sample-reviewer-1');
    expect((await exchange(code)).status).toBe(200);
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  test('is good for a minute', async () => {
    const code = await codeFor('sample-reviewer-1');
    nowMs += MINUTE_MS + 1;
    expect((await exchange(code)).status).toBe(400);
  });

  test.each([
    { name: 'another verifier', changed: { code_verifier: randomBytes(32).toString('base64url') } },
    { name: 'another client', changed: { client_id: 'other' } },
    { name: 'another way back', changed: { redirect_uri: `${page}/other` } },
    { name: 'another kind of grant', changed: { grant_type: 'password' } },
  ])('is no good with $name', async ({ changed }) => {
    expect((await exchange(await codeFor('sample-reviewer-1'), changed)).status).toBe(400);
  });
});

describe('a token', () => {
  const signed = async (claims: JWTPayload, { alg = 'RS256', kid }: { alg?: string; kid?: string } = {}) => {
    const jwk = JSON.parse(await readFile(join(folder, 'key.json'), 'utf8'));
    const { id } = await openSigningKey(join(folder, 'key.json'));
    return new SignJWT(claims).setProtectedHeader({ alg, kid: kid ?? id }).sign(await importJWK(jwk, alg));
  };
  const seconds = () => Math.floor(nowMs / 1000);
  const good = () => ({ iss: url, aud: 'own-motion-api', sub: 'p', exp: seconds() + 60 });

  test.each([
    { name: 'of another issuer', change: () => ({ iss: 'http://127.0.0.1:1' }) },
    { name: 'for another audience', change: () => ({ aud: 'other' }) },
    {
      name: 'for another audience, whatever its client',
      change: () => ({ aud: 'other', client_id: 'own-motion-api' }),
    },
    { name: 'not good yet', change: () => ({ nbf: seconds() + 60 }) },
  ])('$name is refused', async ({ change }) => {
    expect(await check()(await signed({ ...good(), ...change() }))).toMatchObject({ kind: 'invalid' });
  });

  test('without an end is refused', async () => {
    const { exp: _, ...claims } = good();
    expect(await check()(await signed(claims))).toMatchObject({ kind: 'invalid' });
  });

  test('of a client, without an audience, is taken', async () => {
    const { aud: _, ...claims } = good();
    expect(await check()(await signed({ ...claims, client_id: 'own-motion-api' }))).toMatchObject({ kind: 'valid' });
  });

  test('by a key that the issuer does not publish is refused', async () => {
    expect(await check()(await signed(good(), { kid: 'other' }))).toMatchObject({ kind: 'invalid' });
  });

  test.each([undefined, '', 'Bearer', 'Basic abc', 'Bearer not.a.token', 'Bearer eyJhbGciOiJub25lIn0.e30.'])(
    '%j is none',
    async (authorization) => {
      expect(await check()(authorization)).toMatchObject({ kind: 'invalid' });
    },
  );

  test('gives every claim as text', async () => {
    const claims = { ...good(), offices: ['HOU', 'NYC'], flag: true, level: 3, nested: { a: 1 } };
    expect(await check()(await signed(claims))).toMatchObject({
      claims: { offices: '[HOU NYC]', flag: 'true', level: '3', nested: '{"a":1}' },
    });
  });

  test('cannot be checked while the issuer does not answer', async () => {
    const away = tokenChecker({ issuer: 'http://127.0.0.1:1', audience: ['own-motion-api'] }, () => new Date(nowMs));
    expect(await away(await signed(good()))).toEqual({ kind: 'invalid', why: 'the issuer does not answer' });
  });
});

test('the key is kept, and for its owner alone', async () => {
  const file = join(folder, 'key.json');
  expect((await stat(file)).mode & 0o077).toBe(0);
  const { publicKey } = await openSigningKey(file);
  const published = await (await get('/jwks')).json();
  expect(published).toEqual({ keys: [publicKey] });
  expect(Object.keys(publicKey).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
});

test('pages of other origins may not read what it answers', async () => {
  for (const path of ['/.well-known/openid-configuration', '/jwks', '/token']) {
    const response = await get(path, { headers: { origin: 'http://elsewhere.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  }
});
