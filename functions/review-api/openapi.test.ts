import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { jsonText } from '../../events/json-schema.ts';
import { routes } from '../../shared/review/api/routes.ts';
import { openApi } from './openapi.ts';

const document = openApi();
const text = jsonText(document);

test('the document is one of OpenAPI 3.1', async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(document));
  expect(result.errors).toBeUndefined();
  expect(result.valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

test('the committed file is what the routes say', () => {
  expect(readFileSync(new URL('openapi.json', import.meta.url), 'utf8')).toBe(text);
});

test('it has every route, with what each takes and answers', () => {
  const { paths } = document as {
    paths: Record<string, Record<string, { operationId: string; requestBody?: object }>>;
  };
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, requestBody }]) =>
      [operationId, method.toUpperCase(), path, requestBody === undefined ? '' : 'body'].join(' '),
    ),
  );
  const expected = Object.entries(routes).map(([name, { method, path }]) =>
    [name, method, path, method === 'POST' ? 'body' : ''].join(' '),
  );
  expect(described.sort()).toEqual(expected.sort());
});

test('every reference leads to a component, and every component is referred to', () => {
  const { components } = document as { components: { schemas: object } };
  const referred = new Set(
    [...text.matchAll(/"\$ref": "#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name),
  );
  expect([...referred].sort()).toEqual(Object.keys(components.schemas).sort());
  expect(
    [...text.matchAll(/"\$ref": "([^"]+)"/g)].filter(
      ([, to = '']) => !/^#\/components\/(schemas|responses)\/\w+$/.test(to),
    ),
  ).toEqual([]);
});
