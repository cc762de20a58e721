import { expect, test } from 'vitest';
import { routeMatcher } from './route-match.ts';

const keys = [
  'GET /{proxy+}',
  'GET /',
  'ANY /v1/{proxy+}',
  'GET /v1/me',
  'GET /v1/cases/{key}',
  'GET /v1/cases/{key}/draft',
  'GET /v1/cases/new',
  'POST /v1/cases/{key}/claim',
];
const match = routeMatcher(keys.map((key) => ({ key })));

test.each([
  { method: 'GET', path: '/', route: 'GET /', parameters: {} },
  { method: 'GET', path: '/claims', route: 'GET /{proxy+}', parameters: { proxy: 'claims' } },
  { method: 'GET', path: '/assets/a.js', route: 'GET /{proxy+}', parameters: { proxy: 'assets/a.js' } },
  { method: 'GET', path: '/v1/me', route: 'GET /v1/me', parameters: {} },
  { method: 'POST', path: '/v1/me', route: 'ANY /v1/{proxy+}', parameters: { proxy: 'me' } },
  { method: 'GET', path: '/v1/cases/k-1', route: 'GET /v1/cases/{key}', parameters: { key: 'k-1' } },
  { method: 'GET', path: '/v1/cases/new', route: 'GET /v1/cases/new', parameters: {} },
  { method: 'GET', path: '/v1/cases/k%201', route: 'GET /v1/cases/{key}', parameters: { key: 'k 1' } },
  { method: 'GET', path: '/v1/cases/k/draft', route: 'GET /v1/cases/{key}/draft', parameters: { key: 'k' } },
  { method: 'POST', path: '/v1/cases/k/claim', route: 'POST /v1/cases/{key}/claim', parameters: { key: 'k' } },
  { method: 'GET', path: '/v1/cases/', route: 'ANY /v1/{proxy+}', parameters: { proxy: 'cases/' } },
  { method: 'GET', path: '/v1', route: 'GET /{proxy+}', parameters: { proxy: 'v1' } },
  { method: 'POST', path: '/', route: undefined, parameters: undefined },
])('$method $path is $route', ({ method, path, route, parameters }) => {
  const matched = match(method, path);
  expect(matched?.route.key).toBe(route);
  expect(matched?.pathParameters).toEqual(parameters);
});

test('what no route takes goes to $default where there is one', () => {
  const withDefault = routeMatcher([{ key: '$default' }, { key: 'GET /a' }]);
  expect(withDefault('GET', '/a')?.route.key).toBe('GET /a');
  expect(withDefault('PUT', '/b/c')?.route.key).toBe('$default');
});

test('a path that is not percent-encoded text is refused', () => {
  expect(() => match('GET', '/v1/cases/%ff')).toThrow(URIError);
});
