/** Every fact and value has words, so that no explanation falls back to a path. */
import { describe, expect, it } from 'vitest';
import { type FactValue, factSchema, type SchemaNode } from './fact-values.ts';
import { isNamed, nameOf, toldOf, valueWords } from './fact-words.ts';
import { placeAt } from './places.ts';

function pathsOfValue(path: string, value: FactValue): string[] {
  return value.kind === 'whole' ? [path, ...[...value.members.keys()].map((member) => `${path}.${member}`)] : [path];
}

function pathsIn(members: ReadonlyMap<string, SchemaNode>, parent = ''): string[] {
  return [...members].flatMap(([name, node]) => {
    const path = `${parent}${name}`;
    if (node.kind === 'group') return [path, ...pathsIn(node.members, `${path}.`)];
    return pathsOfValue(path, node.kind === 'entries' ? node.entry : node.value);
  });
}

describe('the names of facts', () => {
  it('has one for every fact, group, map and part of the schema', () => {
    expect(pathsIn(factSchema).filter((path) => !isNamed(path))).toEqual([]);
  });

  it.each([
    ['stage', 'stage'],
    ['lastEntry.manner', 'manner of the last entry'],
    ['humanitarian.collateralLitigation.nonFrivolous', 'collateral litigation is not frivolous'],
    ['convictions.c1.disposition', 'disposition of conviction c1'],
    ['relief.a.b.primaFacie', 'prima facie eligible for relief a.b'],
    ['readings.border-re-entry', 'reading of open question border-re-entry'],
    ['equities.family-ties', 'equity family-ties'],
    ['convictions', 'conviction'],
  ])('says %s as "%s"', (path, name) => {
    expect(nameOf(placeAt(path))).toBe(name);
  });

  it('takes an id for what it is, whatever stands in it', () => {
    expect(nameOf({ names: ['convictions', '$&'], member: 'disposition' })).toBe('disposition of conviction $&');
  });
});

describe('values in words', () => {
  it.each([
    ['stage', 'on-appeal', 'on appeal'],
    ['stage', 'nta-unfiled', 'notice to appear not filed'],
    ['proceeding', 'asylum-only', 'asylum-only'],
    ['detained', false, 'no'],
    ['birthDate', '1990-02', '1990-02'],
    ['convictions.c1.offense', 'hit-and-run', 'hit-and-run'],
    ['stage', undefined, 'not recorded'],
    ['lawfulStatus.ageWhenGranted', 7, '7'],
  ])('says %s %s as "%s"', (path, value, words) => {
    expect(valueWords(placeAt(path), value)).toBe(words);
  });

  it('tells an object part by part', () => {
    expect(toldOf(placeAt('lastEntry'), { on: '2021-01', manner: 'without-inspection' })).toEqual([
      { name: 'day of the last entry', value: '2021-01' },
      { name: 'manner of the last entry', value: 'without inspection' },
    ]);
  });
});
