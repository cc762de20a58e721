import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { docketUpdateJsonSchema } from './json-schema.ts';

type Node = { [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every property of the schema, with the path that leads to it and what it says. */
function propertiesOf(node: unknown, at: string): [string, unknown][] {
  if (!isNode(node)) return [];
  const properties = isNode(node.properties) ? Object.entries(node.properties) : [];
  return [
    ...properties.map(([name, property]): [string, unknown] => [`${at}/${name}`, property]),
    ...Object.entries(node).flatMap(([key, member]) => propertiesOf(member, `${at}/${key}`)),
  ];
}

test('the committed file is what the zod schema says', () => {
  const committed = readFileSync(new URL('docket-update.schema.json', import.meta.url), 'utf8');
  expect(committed).toBe(docketUpdateJsonSchema());
});

test('every property has a description', () => {
  const properties = propertiesOf(JSON.parse(docketUpdateJsonSchema()), '');
  expect(properties.length).toBeGreaterThan(100);
  const silent = properties.filter(([, property]) => !isNode(property) || typeof property.description !== 'string');
  expect(silent.map(([path]) => path)).toEqual([]);
});

test('every shared definition has a description, and every reference leads to one', () => {
  const text = docketUpdateJsonSchema();
  const definitions: Record<string, Node> = JSON.parse(text).$defs;
  expect(Object.keys(definitions).sort()).toEqual([
    'CalendarDate',
    'CaseId',
    'Conviction',
    'EntryId',
    'PartialDate',
    'Relief',
    'Timestamp',
  ]);
  expect(Object.values(definitions).every((definition) => typeof definition.description === 'string')).toBe(true);
  for (const [, name] of text.matchAll(/"\$ref": "#\/\$defs\/(\w+)"/g))
    expect(definitions).toHaveProperty(String(name));
});

test('objects are closed to unknown keys', () => {
  const open: string[] = [];
  const visit = (node: unknown, at: string) => {
    if (!isNode(node)) return;
    if (node.properties !== undefined && node.additionalProperties !== false) open.push(at);
    for (const [key, member] of Object.entries(node)) visit(member, `${at}/${key}`);
  };
  visit(JSON.parse(docketUpdateJsonSchema()), '');
  expect(open).toEqual([]);
});
