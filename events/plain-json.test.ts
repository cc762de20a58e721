import { describe, expect, test } from 'vitest';
import { countKeys, countNames } from './plain-json.ts';

const names = (json: string) => countNames(new TextEncoder().encode(json));

describe('the names of a text', () => {
  test.each([
    ['{}', 0],
    ['{"a":1}', 1],
    ['{"a":1,"a":2}', 2],
    ['{ "a" : { "b" : "c:d" } , "e" : [ true , false , null , { "f" : "" } ] }', 4],
    ['{"a\\":":"\\\\","b":"\\u00e9\\ue000"}', 2],
    ['{"é:":"日:本"}', 1],
  ])('%s has %i', (json, count) => {
    JSON.parse(json);
    expect(names(json)).toBe(count);
  });

  test.each(['{"a":-1}', '{"a":1.0}', '{"a":1e3}', '{"a":1E3}', '{"a":-0}', '{"a":"\\ud83d\\ude00"}', '{"\\uDC00":1}'])(
    '%s needs the careful reading',
    (json) => {
      JSON.parse(json);
      expect(names(json)).toBeUndefined();
    },
  );
});

test('the keys of an object are those of every object in it', () => {
  expect(countKeys({})).toBe(0);
  expect(countKeys({ a: 1, b: null, c: { d: { e: 'f' } }, g: {} })).toBe(6);
});
