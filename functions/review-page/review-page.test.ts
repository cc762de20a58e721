import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerPage, type Page } from './answer-page.ts';
import { parseEnv } from './env.ts';
import { readPageFiles } from './page-files.ts';

const variables = { ISSUER: 'https://sign-in.example/tenant', CLIENT_ID: 'own-motion', SCOPE: 'openid profile' };

let folder = '';
let page: Page;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-motion-page-'));
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  const put = (name: string, content: string) => writeFileSync(join(folder, ...name.split('/')), content);
  put('secret.js', 'beside the page, not in it');
  put('page/index.html', '<!doctype html><title>Own Motion</title>');
  put('page/assets/main-Bc4dEf9_.js', 'run()');
  put('page/assets/main-Bc4dEf9_.js.br', 'compressed');
  put('page/robots.txt', 'User-agent: *');
  page = { files: readPageFiles(join(folder, 'page')), env: parseEnv(variables) };
});
afterAll(() => rmSync(folder, { recursive: true }));

function ask(path: string, headers: Record<string, string> = {}) {
  const answer = answerPage(page, { path, headers });
  const body = answer.isBase64Encoded ? Buffer.from(answer.body, 'base64').toString() : answer.body;
  return { ...answer, body };
}

describe('the page', () => {
  test.each(['/', '/claims', '/cases/k1', '/cases/k1/blind', '/offices/NYC/summary', '/policies/opla-2021-05-27'])(
    'answers at %s and is never stored',
    (path) => {
      const { statusCode, headers, body } = ask(path);
      expect({ statusCode, body }).toEqual({ statusCode: 200, body: '<!doctype html><title>Own Motion</title>' });
      expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    },
  );

  test('tells a person who mistyped an address so in its own frame, and is not there', () => {
    const { statusCode, body } = ask('/case/k1', { accept: 'text/html,*/*;q=0.8' });
    expect({ statusCode, body }).toEqual({ statusCode: 404, body: '<!doctype html><title>Own Motion</title>' });
  });

  test('is told where to sign in', () => {
    const { statusCode, headers, body } = ask('/config.json');
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.parse(body)).toEqual({
      issuer: 'https://sign-in.example/tenant',
      clientId: 'own-motion',
      scope: 'openid profile',
    });
  });
});

describe('a file', () => {
  test('whose name changes with its content is kept for ever, compressed for whoever takes it', () => {
    const path = '/assets/main-Bc4dEf9_.js';
    expect(ask(path)).toMatchObject({
      statusCode: 200,
      body: 'run()',
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      },
    });
    expect(ask(path).headers).not.toHaveProperty('content-encoding');
    const compressed = ask(path, { 'accept-encoding': 'gzip, br;q=0.9' });
    expect(compressed).toMatchObject({ body: 'compressed', headers: { 'content-encoding': 'br' } });
    expect(ask(path, { 'accept-encoding': 'gzip, br;q=0' }).body).toBe('run()');
  });

  test('of a fixed name is not kept', () => {
    expect(ask('/robots.txt').headers['cache-control']).toBe('no-store');
  });

  test('of a kind that no browser is told of is refused at the start', () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'index.html'), '');
    writeFileSync(join(other, 'notes.docx'), '');
    expect(() => readPageFiles(other)).toThrow('the page holds a file of an unknown kind: .docx');
  });

  test('index.html cannot be missing', () => {
    expect(() => readPageFiles(join(folder, 'page', 'assets'))).toThrow('the page has no index.html');
  });
});

test.each([
  '/../secret.js',
  '/%2e%2e/secret.js',
  '/assets/../../secret.js',
  '//etc/passwd',
  '/assets/main-Bc4dEf9_.js.br',
  '/assets/',
  '/assets',
  '/favicon.ico',
  '/v1/me',
  '/cases/k1/other',
  '/constructor',
  '/__proto__',
])('there is nothing at %s', (path) => {
  expect(ask(path)).toMatchObject({ statusCode: 404, body: 'There is nothing here.\n' });
});

describe('every answer', () => {
  const paths = ['/', '/config.json', '/assets/main-Bc4dEf9_.js', '/nothing'];

  test.each(paths)('of %s loads nothing from elsewhere and is shown in no frame', (path) => {
    const { headers } = ask(path);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; " +
        "connect-src 'self' https://sign-in.example; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'",
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': expect.stringContaining('max-age='),
      'permissions-policy': expect.stringContaining('geolocation=()'),
    });
  });

  test('may speak to further origins of the sign-in', () => {
    const env = parseEnv({ ...variables, SIGN_IN_ORIGINS: 'https://tokens.example https://keys.example' });
    const { headers } = answerPage({ ...page, env }, { path: '/', headers: {} });
    expect(headers['content-security-policy']).toContain(
      "connect-src 'self' https://sign-in.example https://tokens.example https://keys.example;",
    );
  });
});

describe('the environment', () => {
  test.each([
    { wrong: { ISSUER: 'http://sign-in.example' }, fault: 'not usable: ISSUER' },
    { wrong: { ISSUER: "https://a.example; script-src 'unsafe-inline'" }, fault: 'not usable: ISSUER' },
    { wrong: { SIGN_IN_ORIGINS: 'https://tokens.example/path' }, fault: 'not usable: SIGN_IN_ORIGINS' },
    { wrong: { SIGN_IN_ORIGINS: "'unsafe-inline'" }, fault: 'not usable: SIGN_IN_ORIGINS' },
    { wrong: { SCOPE: 'profile' }, fault: 'not usable: SCOPE' },
    { wrong: { CLIENT_ID: undefined, SCOPE: undefined }, fault: 'missing: CLIENT_ID, SCOPE' },
  ])('$wrong is refused by name', ({ wrong, fault }) => {
    expect(() => parseEnv({ ...variables, ...wrong })).toThrow(`environment of review-page: ${fault}`);
  });

  test('an issuer on this machine needs no encryption', () => {
    expect(parseEnv({ ...variables, ISSUER: 'http://127.0.0.1:8022' }).ISSUER).toBe('http://127.0.0.1:8022');
  });
});
