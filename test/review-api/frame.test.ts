/** What is true of every answer of the reviewers' API, whatever was asked. */
import { beforeEach, describe, expect, test } from 'vitest';
import { reviewApp } from '../../functions/review-api/app.ts';
import { ENDPOINTS } from '../../functions/review-api/endpoints.ts';
import { BODY_MAX_BYTES } from '../../functions/review-api/request.ts';
import { routes } from '../../shared/review/api/routes.ts';
import { StoreError } from '../../shared/store/errors.ts';
import { httpEvent, type Reply, reviewWorld, viewer } from './world.ts';

const world = reviewWorld();
const { ask, lines } = world;
const ann = viewer('ann');
const key = 'k'.repeat(43);

beforeEach(() => {
  lines.length = 0;
});

/** Everything a client receives, so that two answers can be told to be the same. */
function bytes({ statusCode, headers, body }: Reply): string {
  return JSON.stringify({ statusCode, headers, body });
}

test('every route of the API has its endpoint, once', () => {
  expect(ENDPOINTS.map(({ name }) => name).sort()).toEqual(Object.keys(routes).sort());
});

test('whoever is signed in is told who they are, what they may open, and what must stand on every screen', async () => {
  const { statusCode, json } = await ask(viewer('sue', { role: 'supervisor', offices: ['*'] }), '/v1/me');
  expect(statusCode).toBe(200);
  expect(json).toEqual({
    id: 'sue',
    name: 'sue of the tests',
    role: 'supervisor',
    offices: ['NYC', 'LOS', 'BOS', 'UNASSIGNED'],
    protectedAccess: false,
    policy: { id: 'opla-2021-05-27', title: expect.any(String), status: 'in-force' },
    asOf: '2021-06-15',
    leaseMinutes: 30,
    handling: 'THE BANNER OF THE TESTS',
  });
  const elsewhere = await ask(viewer('eve', { offices: ['XYZ', 'LOS'] }), '/v1/me');
  expect(elsewhere.json.offices).toEqual(['LOS', 'XYZ']);
});

describe('headers', () => {
  test.each([
    ['an answer', '/v1/me', 200, 'application/json'],
    ['a problem', '/v1/nothing', 404, 'application/problem+json'],
    ['a list as CSV', '/v1/me/claims.csv', 200, 'text/csv; charset=utf-8'],
  ])('%s is kept nowhere, and a browser that opens it does nothing with it', async (_what, path, status, type) => {
    const { statusCode, headers } = await ask(ann, path);
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': type,
      'Content-Security-Policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox; upgrade-insecure-requests",
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
    });
  });
});

describe('what is not there', () => {
  test('routes that do not exist, offices and cases that are not theirs: the same bytes', async () => {
    const nothing = await ask(ann, '/v1/nothing');
    expect(nothing.statusCode).toBe(404);
    expect(nothing.json).toEqual({
      type: 'urn:own-motion:problem:not-found',
      title: 'There is nothing here',
      status: 404,
      code: 'not-found',
    });
    const asked = [
      '/',
      '/v1',
      '/v1/me/nothing',
      '/v2/me',
      '/v1/offices/LOS/queue',
      '/v1/offices/LOS/summary',
      '/v1/offices/nyc/queue',
      '/v1/offices/NYC%20/queue',
      `/v1/cases/${key}`,
      '/v1/cases/A-123',
      '/v1/policies/no-such-memo',
      '/v1/policies/__proto__',
      { path: '/v1/me', method: 'POST', body: {} },
      { path: '/v1/lookup', method: 'GET' },
      { path: '/v1/lookup', body: { caseId: 'A-NOBODY' } },
      { path: '/v1/offices/LOS/next', body: { lane: 'triage' } },
      { path: `/v1/cases/${key}/claim`, body: {} },
    ] as const;
    for (const one of asked) expect(bytes(await ask(ann, one)), JSON.stringify(one)).toBe(bytes(nothing));
  });
});

describe('who is not let in', () => {
  test('without a token that was verified: sign in first', async () => {
    const reply = await ask(undefined, '/v1/me');
    expect(reply.statusCode).toBe(401);
    expect(reply.json.code).toBe('not-signed-in');
    expect(reply.headers['www-authenticate']).toBe('Bearer');
    expect(lines).toEqual([{ route: 'me', status: 401, outcome: 'not-signed-in', request: 'request-1' }]);
  });

  test('with a token that names no role or no office: not allowed, whatever is asked', async () => {
    for (const claims of [{ sub: 'x' }, { sub: 'x', own_motion_role: 'reviewer' }, { own_motion_offices: 'NYC' }]) {
      const reply = await ask(ann, { path: `/v1/cases/${key}`, claims });
      expect(reply.json).toMatchObject({ status: 403, code: 'not-allowed' });
    }
  });
});

describe('a request that is not understood', () => {
  test.each<[what: string, body: unknown, paths: string[]]>([
    ['no JSON', 'A-SECRET is no JSON', ['$']],
    ['JSON and more', '{"lane":"triage"} {}', ['$']],
    ['a byte-order mark', '\uFEFF{"lane":"triage"}', ['$']],
    ['a key twice', '{"lane":"triage","lane":"triage"}', ['$']],
    ['a lone surrogate', '{"lane":"\\ud800"}', ['$']],
    ['a key that objects swallow', '{"lane":"triage","__proto__":{}}', ['$']],
    ['more than fits', JSON.stringify({ lane: 'triage', x: 'x'.repeat(BODY_MAX_BYTES) }), ['$']],
    ['depth without end', `{"lane":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, ['$']],
    ['an unknown key', { lane: 'triage', 'A-SECRET': 1 }, ['$']],
    ['a lane that is none', { lane: 'A-SECRET' }, ['lane']],
    ['a list', [], ['$']],
    ['nothing', '', ['lane']],
  ])('%s: the places at fault, and never what was sent', async (_what, body, paths) => {
    const reply = await ask(ann, { path: '/v1/offices/NYC/next', body });
    expect(reply.json).toMatchObject({ status: 400, code: 'bad-request', paths });
    expect(bytes(reply) + JSON.stringify(lines)).not.toContain('SECRET');
  });

  test.each<[what: string, query: Record<string, string>, paths: string[]]>([
    ['a lane that is none', { lane: 'A-SECRET' }, ['query.lane']],
    ['a status twice', { status: 'open,open' }, ['query.status']],
    ['a cursor that was made up', { cursor: 'QS1TRUNSRVQ' }, ['query.cursor']],
    ['a name the route does not know', { 'A-SECRET': 'x' }, ['query']],
  ])('%s in the query: likewise', async (_what, query, paths) => {
    const reply = await ask(ann, { path: '/v1/offices/NYC/queue', query });
    expect(reply.json).toMatchObject({ status: 400, code: 'bad-request', paths });
    expect(bytes(reply) + JSON.stringify(lines)).not.toContain('SECRET');
  });

  test('a body in base64 is read, as API Gateway may send it', async () => {
    const event = httpEvent(ann, { path: '/v1/lookup', body: Buffer.from('{"caseId":"A-1"}').toString('base64') });
    const app = reviewApp(world.deps, () => {});
    expect((await app({ ...event, isBase64Encoded: true })).statusCode).toBe(404);
    expect((await app({ ...event, body: '/w==', isBase64Encoded: true })).statusCode).toBe(400);
  });
});

describe('what fails', () => {
  test.each([
    ['a table that is throttled', new StoreError('throttled', 'table'), 503, 'try-again', 'throttled'],
    ['a table that does not answer', new StoreError('unavailable', 'table'), 503, 'try-again', 'unavailable'],
    ['an item that cannot be read', new StoreError('corrupt-item', 'head.record'), 500, 'failed', 'corrupt-item'],
    ['a fault of the program', new TypeError('A-SECRET is not a function'), 500, 'failed', 'program'],
  ])('%s: told apart, logged by its kind, and nothing of it said', async (_what, error, status, code, fault) => {
    const broken = reviewWorld({ queue: { ...world.cases, listClaims: () => Promise.reject(error) } });
    const reply = await broken.ask(ann, '/v1/me/claims');
    expect(reply.json).toMatchObject({ status, code });
    expect(reply.headers['retry-after']).toBe(status === 503 ? '2' : undefined);
    expect(broken.lines).toMatchObject([{ route: 'myClaims', status, outcome: code, actor: 'ann', fault }]);
    expect(bytes(reply) + JSON.stringify(broken.lines)).not.toContain('SECRET');
  });

  test('an answer that is not what its route promises does not leave', async () => {
    const broken = reviewWorld({ asOf: () => 'A-SECRET' });
    const reply = await broken.ask(ann, '/v1/me');
    expect(reply.json.code).toBe('failed');
    expect(broken.lines).toMatchObject([
      { fault: 'set-up', place: 'the answer of me does not fit its schema at asOf' },
    ]);
  });

  test('an event that is no request is thrown back', async () => {
    const app = reviewApp(world.deps, () => {});
    await expect(app({ Records: [] } as never)).rejects.toThrow('not a request of an HTTP API');
  });
});

describe('the access log', () => {
  test('a line a request: route, status, outcome, actor, case by its key, request', async () => {
    const caseKey = await world.addCase({ subject: 'A-LOGGED' });
    await ask(ann, '/v1/me');
    await ask(ann, `/v1/cases/${caseKey}`);
    await ask(ann, `/v1/cases/${key}`);
    await ask(ann, '/v1/cases/A-LOGGED');
    await ask(ann, { path: '/v1/lookup', body: { caseId: 'A-LOGGED' } });
    await ask(ann, '/v1/nothing/A-LOGGED');
    const common = { actor: 'ann', request: 'request-1' };
    expect(lines).toEqual([
      { route: 'me', status: 200, outcome: 'ok', ...common },
      { route: 'case', status: 200, outcome: 'ok', caseKey, ...common },
      { route: 'case', status: 404, outcome: 'not-found', caseKey: key, ...common },
      { route: 'case', status: 404, outcome: 'not-found', ...common },
      { route: 'lookup', status: 200, outcome: 'ok', caseKey, ...common },
      { route: 'unknown', status: 404, outcome: 'not-found', request: 'request-1' },
    ]);
  });
});
