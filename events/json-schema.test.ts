import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { docketUpdateJsonSchema, flagEventsJsonSchema } from './json-schema.ts';

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

const schemas = [
  { file: 'docket-update.schema.json', text: docketUpdateJsonSchema(), properties: 100 },
  { file: 'flag-events.schema.json', text: flagEventsJsonSchema(), properties: 40 },
];

test.each(schemas)('$file as committed is what the zod schema says', ({ file, text }) => {
  expect(readFileSync(new URL(file, import.meta.url), 'utf8')).toBe(text);
});

test.each(schemas)('every property in $file has a description', ({ text, properties: least }) => {
  const properties = propertiesOf(JSON.parse(text), '');
  expect(properties.length).toBeGreaterThan(least);
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

test.each(schemas)('objects in $file are closed to unknown keys', ({ text }) => {
  const open: string[] = [];
  const visit = (node: unknown, at: string) => {
    if (!isNode(node)) return;
    if (node.properties !== undefined && node.additionalProperties !== false) open.push(at);
    for (const [key, member] of Object.entries(node)) visit(member, `${at}/${key}`);
  };
  visit(JSON.parse(text), '');
  expect(open).toEqual([]);
});
