import { describe, expect, test } from 'vitest';
import { findTextFaults, isSafeInteger } from './text-faults.ts';

const inFacts = (members: string) => `{"data":{"facts":{${members}}}}`;

test.each([
  '{}',
  '[]',
  '0',
  '"text"',
  'null',
  ' { "data" : { "facts" : { "detained" : true , "hearing" : null } } } ',
  inFacts('"office":"a","circuit":"a"'),
  inFacts('"gang":{"from":"1"},"convictions":{"from":"1"}'),
  '[{"a":1},{"a":2}]',
  '{"a":{"a":{"a":1}},"b":"a","c":":\\"a\\":"}',
  '{"a\\\\":1,"a\\"":2,"a":3}',
  '{"\\ud83d\\ude00":"\\uD83D\\uDE00","x":"😀"}',
  '{"é":1,"e\\u0301":2}',
])('finds nothing wrong with %s', (json) => {
  JSON.parse(json);
  expect(findTextFaults(json)).toEqual([]);
});

describe('names the place of every fault', () => {
  test.each([
    ['{"subject":1,"subject":2}', 'duplicate-key', 'subject'],
    ['{"x":1,"x":2}', 'duplicate-key', '$'],
    ['[{"x":1,"x":2}]', 'duplicate-key', '$'],
    [inFacts('"office":1,"\\u006fffice":2'), 'duplicate-key', 'data.facts.office'],
    [inFacts('"office":{"x":[],"x":{}}'), 'duplicate-key', 'data.facts.office'],
    [inFacts('"gang":{"from":1},"gang":{"from":2}'), 'duplicate-key', 'data.facts.gang'],
    [inFacts('"gang":{"to":[{}],"from":1,"from":2}'), 'duplicate-key', 'data.facts.gang.from'],
    ['{"toString":1,"toString":2}', 'duplicate-key', '$'],
    ['{"":1,"":2}', 'duplicate-key', '$'],
    [inFacts('"office":"\\ud800"'), 'lone-surrogate', 'data.facts.office'],
    [inFacts('"office":"\ud800"'), 'lone-surrogate', 'data.facts.office'],
    [inFacts('"office":["ok","\\udc00\\ud800"]'), 'lone-surrogate', 'data.facts.office'],
    [inFacts('"of\\ud800fice":1'), 'lone-surrogate', 'data.facts'],
    [inFacts('"convictions":{"\\ud800":{}}'), 'lone-surrogate', 'data.facts.convictions.*'],
    ['"\\udfff"', 'lone-surrogate', '$'],
    ['{"__proto__":1}', 'unknown-key', '$'],
    [inFacts('"convictions":{"__proto__":null}'), 'unknown-key', 'data.facts.convictions'],
    ['1.5', 'unsafe-number', '$'],
    ['{"data":{"sequence":1e400}}', 'unsafe-number', 'data.sequence'],
    ['{"data":{"sequence":[1,2,-0]}}', 'unsafe-number', 'data.sequence'],
    ['{"data":{"sequence":[[1],2.5]}}', 'unsafe-number', 'data.sequence'],
  ])('%s: %s at %s', (json, reason, path) => {
    JSON.parse(json);
    expect(findTextFaults(json)).toEqual([{ reason, path }]);
  });

  test('several of several kinds', () => {
    expect(findTextFaults('{"id":1.5,"id":"\\ud800","data":{"__proto__":{},"sequence":0.1}}')).toEqual([
      { reason: 'unsafe-number', path: 'id' },
      { reason: 'duplicate-key', path: 'id' },
      { reason: 'lone-surrogate', path: 'id' },
      { reason: 'unknown-key', path: 'data' },
      { reason: 'unsafe-number', path: 'data.sequence' },
    ]);
  });
});

describe('a number is judged by the value written', () => {
  test.each([
    '0',
    '1',
    '-1',
    '12',
    '1.0',
    '1.50e1',
    '1e3',
    '1E+3',
    '100e-2',
    '0.0',
    '0e999999',
    '9007199254740991',
    '-9007199254740991',
    '90071992547409910e-1',
    '9.007199254740991e15',
  ])('%s is a safe integer', (literal) => {
    expect(isSafeInteger(literal)).toBe(true);
    expect(Number.isSafeInteger(JSON.parse(literal))).toBe(true);
  });

  test.each([
    '-0',
    '-0.0',
    '-0e5',
    '0.5',
    '1.5',
    '15e-1',
    '1e-999',
    '1e999',
    '-1e999',
    '9007199254740992',
    '9007199254740993',
    '-9007199254740992',
    '1e16',
    '0.99999999999999999999',
    '1.00000000000000000001',
    '12345678901234567890123',
    '1e99999999999999999999',
    '1e-99999999999999999999',
  ])('%s is not', (literal) => {
    JSON.parse(literal);
    expect(isSafeInteger(literal)).toBe(false);
  });
});
