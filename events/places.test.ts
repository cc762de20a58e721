import { expect, test } from 'vitest';
import { inside, wholeMessage } from './places.ts';

const place = (...keys: (string | number)[]) => keys.reduce(inside, wholeMessage).path;

test.each([
  [[], '$'],
  [['subject'], 'subject'],
  [['data', 'facts', 'birthDate'], 'data.facts.birthDate'],
  [
    ['data', 'facts', 'humanitarian', 'collateralLitigation', 'significant'],
    'data.facts.humanitarian.collateralLitigation.significant',
  ],
  [['data', 'facts', 'convictions', 'c1', 'on'], 'data.facts.convictions.c1.on'],
  [['data', 'facts', 'equities', 'family-ties'], 'data.facts.equities.family-ties'],
])('names what the schema names: %j is %s', (keys, path) => {
  expect(place(...keys)).toBe(path);
});

test.each([
  ['an unknown key', ['data', 'facts', 'alienNumber'], 'data.facts'],
  ['what lies beneath an unknown key', ['data', 'facts', 'alienNumber', 'birthDate'], 'data.facts'],
  ['what lies beneath a value', ['data', 'facts', 'birthDate', 'year'], 'data.facts.birthDate'],
  ['a place in a list', ['data', 'facts', 0], 'data.facts'],
  ['a member of a list', ['data', 'facts', 0, 'birthDate'], 'data.facts'],
  ['a key of every JavaScript object', ['constructor'], '$'],
  ['an unknown equity', ['data', 'facts', 'equities', 'church'], 'data.facts.equities'],
])('names the parent of %s', (_what, keys, path) => {
  expect(place(...keys)).toBe(path);
});

test.each([
  ['c1', 'c1'],
  ['i130_21-A', 'i130_21-A'],
  ['x'.repeat(32), 'x'.repeat(32)],
  ['x'.repeat(33), '*'],
  ['', '*'],
  ['J. Doe', '*'],
  ['Ñandú', '*'],
  ['c1\n', '*'],
  ['-1', '*'],
  ['A205-123-456', '*'],
  ['078-05-1120', '*'],
  ['1990-02-11', '*'],
  ['123456', '123456'],
])('an entry id %j is written as %s', (id, written) => {
  expect(place('data', 'facts', 'convictions', id, 'on')).toBe(`data.facts.convictions.${written}.on`);
});
