/** The facts that stand, beside what only prohibited sources assert. Contract, section 1, `provenance`. */
import { describe, expect, it } from 'vitest';
import { docketUpdate, type Provenance } from '../../events/docket-update.ts';
import type { AssertedFacts } from '../../events/facts.ts';
import { contentHash } from './content-hash.ts';
import { addUpdate, emptyRecord } from './fold.ts';
import type { StandingFacts } from './record.ts';
import { standingFacts } from './standing.ts';

type Told = [provenance: Provenance, facts: AssertedFacts];

/** Updates in the order of their rank; their delivery is turned round, since it means nothing. */
function standingAfter(...told: Told[]): StandingFacts {
  const updates = told.map(([provenance, facts], sequence) =>
    docketUpdate.parse({
      specversion: '1.0',
      id: `u${sequence}`,
      source: 'urn:docket:test',
      type: 'own-motion.docket-update.v1',
      subject: 'CASE',
      data: { sequence, provenance, facts },
    }),
  );
  const fold = (of: typeof updates) =>
    standingFacts(of.reduce((record, update) => addUpdate(record, update, contentHash(update)), emptyRecord));
  expect(fold(updates.toReversed())).toEqual(fold(updates));
  return fold(updates);
}

const theft = { offense: 'theft' };
const fraud = { offense: 'fraud' };

describe('what only a prohibited source asserts', () => {
  it.each<{ given: string; told: Told[]; facts: object; withProhibited: object | undefined }>([
    { given: 'nothing asserted', told: [], facts: {}, withProhibited: undefined },
    {
      given: 'an assertion nobody else makes',
      told: [['prohibited', { removable: false }]],
      facts: {},
      withProhibited: { removable: false },
    },
    {
      given: "another source's fact of lower rank",
      told: [
        ['respondent', { removable: true }],
        ['prohibited', { removable: false }],
      ],
      facts: { removable: true },
      withProhibited: undefined,
    },
    {
      given: 'one fact of a group, another of it asserted by the record',
      told: [
        ['record', { humanitarian: { elderly: false } }],
        ['prohibited', { humanitarian: { elderly: true, primaryCaregiver: true } }],
      ],
      facts: { humanitarian: { elderly: false } },
      withProhibited: { humanitarian: { elderly: false, primaryCaregiver: true } },
    },
    {
      given: 'an entry beside an entry of the record',
      told: [
        ['record', { convictions: { a: theft } }],
        ['prohibited', { convictions: { a: fraud, b: fraud } }],
      ],
      facts: { convictions: { a: theft } },
      withProhibited: { convictions: { a: theft, b: fraud } },
    },
    {
      given: 'an entry the record removed later',
      told: [
        ['prohibited', { convictions: { a: fraud } }],
        ['record', { convictions: { a: null } }],
      ],
      facts: {},
      withProhibited: undefined,
    },
    {
      given: 'an entry of a map the record removed later',
      told: [
        ['prohibited', { convictions: { a: fraud } }],
        ['third-party', { convictions: null }],
      ],
      facts: {},
      withProhibited: undefined,
    },
    {
      given: 'an entry asserted after the record removed it',
      told: [
        ['record', { convictions: { a: null } }],
        ['prohibited', { convictions: { a: fraud } }],
      ],
      facts: {},
      withProhibited: { convictions: { a: fraud } },
    },
    {
      given: 'an entry whose id goes on from that of an entry the record removed later',
      told: [
        ['prohibited', { convictions: { ab: fraud } }],
        ['record', { convictions: { a: null } }],
      ],
      facts: {},
      withProhibited: { convictions: { ab: fraud } },
    },
    {
      given: 'a fact the prohibited source took back itself',
      told: [
        ['prohibited', { deceased: true }],
        ['prohibited', { deceased: null }],
      ],
      facts: {},
      withProhibited: undefined,
    },
    {
      given: "a retraction by it of another source's fact",
      told: [
        ['record', { gang: { from: '2019' } }],
        ['prohibited', { gang: null }],
      ],
      facts: { gang: { from: '2019' } },
      withProhibited: undefined,
    },
    {
      given: 'that information protected by 8 U.S.C. 1367 is in the file',
      told: [['prohibited', { protected1367: true }]],
      facts: {},
      withProhibited: { protected1367: true },
    },
  ])('$given', ({ told, facts, withProhibited }) => {
    const standing = standingAfter(...told);
    expect(standing.facts).toEqual(facts);
    expect(standing.withProhibited).toEqual(withProhibited);
    expect(standing.prohibitedAsserted).toBe(told.some(([provenance]) => provenance === 'prohibited'));
  });
});

describe('ids of entries', () => {
  it.each([
    'constructor',
    'toString',
    'hasOwnProperty',
    'a/b',
    'a~1b',
    'a.b',
    '0',
    '__defineGetter__',
    '\u{1F600}',
    ' ',
  ])('may be %s', (id) => {
    const standing = standingAfter(
      ['record', { convictions: { [id]: theft } }],
      ['prohibited', { relief: { [id]: { kind: 'u', status: 'pending' } } }],
    );
    expect(standing.facts).toEqual({ convictions: { [id]: theft } });
    expect(standing.withProhibited).toEqual({
      convictions: { [id]: theft },
      relief: { [id]: { kind: 'u', status: 'pending' } },
    });
  });
});
