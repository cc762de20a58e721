/** What has changed in a case, in words, since so many updates or since an instant. */
import { expect, test } from 'vitest';
import type { AssertedFacts } from '../../events/facts.ts';
import { acceptedUpdate } from '../../test/explanation/random-updates.ts';
import { evidenceOf } from '../policy/explanation/evidence.ts';
import { changedFacts, evidenceOfFirst, evidenceUntil, type LedgerUpdate } from './ledger.ts';

function ledger(...updates: [AssertedFacts, ('record' | 'prohibited')?][]): LedgerUpdate[] {
  return updates.map(([facts, provenance = 'record'], place) => ({
    ...acceptedUpdate(place + 1, facts, { provenance }),
    receivedAt: `2021-06-1${place}T12:00:00.000Z`,
    place,
  }));
}

const between = (updates: LedgerUpdate[], count: number) =>
  changedFacts(evidenceOfFirst(updates, count), evidenceOf(updates)).map(({ path, from, to }) => [path, from, to]);

test.each<[string, LedgerUpdate[], string[][]]>([
  ['nothing', ledger([{ stage: 'pending' }]), []],
  ['the same said again', ledger([{ stage: 'pending' }], [{ stage: 'pending' }]), []],
  ['another value', ledger([{ detained: false }], [{ detained: true }]), [['detained', 'no', 'yes']]],
  ['a fact that was not known', ledger([{}], [{ detained: true }]), [['detained', 'not recorded', 'yes']]],
  ['a fact taken off the record', ledger([{ circuit: '9' }], [{ circuit: null }]), [['circuit', '9', 'not recorded']]],
  [
    'a part of a fact',
    ledger([{ lawfulStatus: { kind: 'lpr' } }], [{ lawfulStatus: { kind: 'lpr', since: '2004' } }]),
    [
      [
        'lawfulStatus',
        'kind of lawful status: lawful permanent resident',
        'kind of lawful status: lawful permanent resident; first day of the lawful status: 2004',
      ],
    ],
  ],
  [
    'what only a prohibited source said, and now another too',
    ledger([{ deceased: true }, 'prohibited'], [{ deceased: true }]),
    [['deceased', 'yes (only a prohibited source says so)', 'yes']],
  ],
  [
    'several facts, in the order of the schema',
    ledger([{}], [{ detained: true, office: 'LOS', convictions: { c1: { offense: 'theft' } } }]),
    [
      ['office', 'not recorded', 'LOS'],
      ['detained', 'not recorded', 'yes'],
      ['convictions.c1', 'not recorded', 'offense of conviction c1: theft'],
    ],
  ],
])('%s', (_, updates, expected) => {
  expect(between(updates, 1)).toEqual(expected);
});

test('until an instant counts what was received at it', () => {
  const updates = ledger([{ detained: false }], [{ detained: true }]);
  const facts = (instant: string) => evidenceUntil(updates, instant).standing.facts;
  expect(facts('2021-06-09T00:00:00.000Z')).toEqual({});
  expect(facts('2021-06-10T12:00:00.000Z')).toEqual({ detained: false });
  expect(facts('2021-06-11T12:00:00.000Z')).toEqual({ detained: true });
});
