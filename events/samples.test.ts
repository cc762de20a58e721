/** The files beside the schema mean what their names say: `samples/` are accepted, `rejected/REASON.FAULT.json` are not. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeDocketUpdate } from './decode.ts';
import { REJECTION_REASONS } from './rejection.ts';

const samples = readdirSync(new URL('samples/', import.meta.url));
const rejected = readdirSync(new URL('rejected/', import.meta.url));

/** Where the fault lies; a file that is not named here is at fault as a whole. */
const placesAtFault: Record<string, string[]> = {
  'duplicate-key.beneath-unknown-key': ['data.facts'],
  'duplicate-key.entry-id-that-may-be-personal': ['data.facts.relief.*'],
  'duplicate-key.entry-id': ['data.facts.relief.u-1'],
  'duplicate-key.escaped-spelling': ['data.facts.birthDate'],
  'duplicate-key.in-envelope': ['subject'],
  'duplicate-key.in-facts': ['data.facts.birthDate'],
  'duplicate-key.nested-in-facts': ['data.facts.convictions.c1.disposition'],
  'duplicate-key.same-value-twice': ['data.facts.birthDate'],
  'lone-surrogate.escaped-in-entry-text': ['data.entry.text'],
  'lone-surrogate.in-entry-id': ['data.facts.pendingCharges.*'],
  'lone-surrogate.in-unknown-key': ['data.facts'],
  'lone-surrogate.reversed-pair': ['data.entry.text'],
  'missing-key.empty-object': ['data', 'id', 'source', 'specversion', 'subject', 'type'],
  'missing-key.relief-without-status': ['data.facts.relief.u-1.status'],
  'missing-key.sequence': ['data.sequence'],
  'missing-key.several': ['data.facts.hearing.kind', 'data.provenance'],
  'missing-key.subject': ['subject'],
  'no-such-date.29-february-of-a-common-year': ['data.facts.birthDate'],
  'no-such-date.30-february': ['data.facts.hearing.on'],
  'no-such-date.day-zero': ['data.facts.birthDate'],
  'no-such-date.in-time': ['time'],
  'no-such-date.month-13': ['data.facts.birthDate'],
  'no-such-date.several': ['data.facts.birthDate', 'data.facts.hearing.on'],
  'no-such-date.year-zero': ['data.facts.birthDate'],
  'unknown-key.equity': ['data.facts.equities'],
  'unknown-key.in-conviction': ['data.facts.convictions.c1'],
  'unknown-key.misspelled-fact': ['data.facts'],
  'unknown-key.proto-as-entry-id': ['data.facts.pendingCharges'],
  'unknown-key.proto-escaped': ['data.facts.pendingCharges'],
  'unknown-key.proto': ['data.facts'],
  'unknown-key.several': ['data.facts', 'data.facts.relief.u-1'],
  'unknown-type.another-event': ['type'],
  'unknown-type.minor-version': ['type'],
  'unknown-type.other-letter-case': ['type'],
  'unsafe-number.above-2-to-53': ['data.sequence'],
  'unsafe-number.beneath-unknown-key': ['data.facts'],
  'unsafe-number.fraction-that-rounds-to-an-integer': ['data.sequence'],
  'unsafe-number.fraction': ['data.sequence'],
  'unsafe-number.minus-zero': ['data.sequence'],
  'unsafe-number.overflow': ['data.sequence'],
  'unsafe-number.underflow': ['data.sequence'],
  'value-not-allowed.american-date': ['data.facts.birthDate'],
  'value-not-allowed.charge-code': ['data.facts.ntaCharges.nta-1.code'],
  'value-not-allowed.date-with-time': ['data.facts.birthDate'],
  'value-not-allowed.date-with-zone': ['data.facts.birthDate'],
  'value-not-allowed.empty-entry-id': ['data.facts.readings.*'],
  'value-not-allowed.empty-subject': ['subject'],
  'value-not-allowed.negative-sequence': ['data.sequence'],
  'value-not-allowed.office-in-lower-case': ['data.facts.office'],
  'value-not-allowed.partial-date-where-a-day-is-asked': ['data.facts.hearing.on'],
  'value-not-allowed.specversion': ['specversion'],
  'value-not-allowed.stage': ['data.facts.stage'],
  'value-not-allowed.subject-of-129-characters': ['subject'],
  'value-not-allowed.year-of-five-digits': ['data.facts.birthDate'],
  'wrong-major-version.v2-with-another-shape': ['type'],
  'wrong-major-version.v2': ['type'],
  'wrong-type.date-as-object': ['data.facts.birthDate'],
  'wrong-type.facts-as-list': ['data.facts'],
  'wrong-type.null-in-a-whole-fact': ['data.facts.hearing.on'],
  'wrong-type.null-provenance': ['data.provenance'],
  'wrong-type.number-for-a-word': ['data.facts.circuit'],
  'wrong-type.sequence-as-text': ['data.sequence'],
  'wrong-type.yes-for-true': ['data.facts.detained'],
};

describe('samples', () => {
  test.each(samples)('%s is accepted as it stands', (name) => {
    const bytes = readFileSync(new URL(`samples/${name}`, import.meta.url));
    expect(decodeDocketUpdate(bytes)).toEqual({ kind: 'accepted', update: JSON.parse(bytes.toString()) });
  });

  test('there are a dozen or more, one of them of two to four kilobytes', () => {
    expect(samples.length).toBeGreaterThanOrEqual(12);
    const full = readFileSync(new URL('samples/full-record.json', import.meta.url));
    expect(full.length).toBeGreaterThan(2048);
    expect(full.length).toBeLessThan(4096);
  });
});

describe('rejected', () => {
  test.each(rejected)('%s', (file) => {
    const name = file.replace(/\.json$/, '');
    expect(decodeDocketUpdate(readFileSync(new URL(`rejected/${file}`, import.meta.url)))).toEqual({
      kind: 'rejected',
      reason: name.split('.')[0],
      paths: placesAtFault[name] ?? ['$'],
    });
  });

  test('every reason has an example, save the three that no file can show', () => {
    const shown = new Set(rejected.map((name) => name.split('.')[0]));
    const missing = REJECTION_REASONS.filter((reason) => !shown.has(reason));
    expect(missing).toEqual(['too-large', 'no-such-act', 'conflicting-content']);
  });

  test('the table of places names existing files only', () => {
    expect(Object.keys(placesAtFault).filter((name) => !rejected.includes(`${name}.json`))).toEqual([]);
  });
});
