/** Which fact a path lies in, and what is asserted to change it without losing what stands beside it. */
import { describe, expect, it } from 'vitest';
import { assertionOf, inSchemaOrder, pathOf, placeAt, recordKey, valueAt, valueKindAt } from './places.ts';

describe('a path', () => {
  it.each([
    ['stage', ['stage'], undefined],
    ['lastEntry.on', ['lastEntry'], 'on'],
    ['gang.from', ['gang', 'from'], undefined],
    [
      'humanitarian.collateralLitigation.significant',
      ['humanitarian', 'collateralLitigation', 'significant'],
      undefined,
    ],
    ['convictions', ['convictions'], undefined],
    ['convictions.c1.on', ['convictions', 'c1'], 'on'],
    ['convictions.c.1.on', ['convictions', 'c.1'], 'on'],
    ['readings.gang-age', ['readings', 'gang-age'], undefined],
  ])('%s names the fact %j and the part %s', (path, names, member) => {
    const place = placeAt(path);
    expect(place).toEqual(member === undefined ? { names } : { names, member });
    expect(pathOf(place)).toBe(path);
  });

  it('keeps an id with a slash apart in the record', () => {
    expect(recordKey({ names: ['relief', 'a/b'] })).toBe('relief/a~1b');
  });

  it.each([
    ['detained', 'flag'],
    ['stage', 'choice'],
    ['firstPresence', 'date'],
    ['threatFinding', 'whole'],
    ['threatFinding.on', 'date'],
    ['relief.r1.waiver', 'choice'],
    ['convictions.c1.offense', 'other'],
    ['office', 'other'],
    ['gang', undefined],
    ['convictions', undefined],
    ['nothing.of.the.kind', undefined],
  ])('%s can hold: %s', (path, kind) => {
    expect(valueKindAt(placeAt(path))?.kind).toBe(kind);
  });
});

describe('what is asserted to change a place', () => {
  const facts = { lastEntry: { on: '2021-01-05', manner: 'paroled' as const }, gang: { intentional: true } };

  it('keeps the other parts of the fact', () => {
    expect(assertionOf(placeAt('lastEntry.manner'), 'admitted', facts)).toEqual({
      lastEntry: { on: '2021-01-05', manner: 'admitted' },
    });
  });

  it('leaves a part out, or retracts the fact', () => {
    expect(assertionOf(placeAt('lastEntry.manner'), null, facts)).toEqual({ lastEntry: { on: '2021-01-05' } });
    expect(assertionOf(placeAt('lastEntry'), null, facts)).toEqual({ lastEntry: null });
  });

  it('says nothing of other facts of a group', () => {
    expect(assertionOf(placeAt('gang.from'), '2019', facts)).toEqual({ gang: { from: '2019' } });
  });

  it('is refused when no update could say it', () => {
    expect(() => assertionOf(placeAt('stage'), 'nowhere', {})).toThrow();
    expect(() => assertionOf(placeAt('convictions.c1.disposition'), 'final', {})).toThrow();
  });
});

it('reads nothing where nothing is, and no property that objects come with', () => {
  expect(valueAt({ gang: {} }, placeAt('gang.from'))).toBeUndefined();
  expect(valueAt({ relief: {} }, { names: ['relief', 'constructor'] })).toBeUndefined();
});

it('orders keys as the schema lists facts, entries by id', () => {
  const keys = ['relief/b', 'gang/to', 'stage', 'relief/a', 'gang/from', 'circuit'];
  expect(inSchemaOrder(keys)).toEqual(['circuit', 'stage', 'gang/from', 'gang/to', 'relief/a', 'relief/b']);
});
