/** Notices to whoever reads a classification. Contract, section 3. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../events/facts.ts';
import {
  asking,
  type Differing,
  detained,
  holdsOver,
  opposes,
  suggestionsFor,
  unfiled,
} from '../../../test/rules/suggestions.ts';

holdsOver('notices', 'not-in-force', [
  ['in force', {}, false],
  ['not yet', { status: 'not-yet' }, true],
  ['suspended', { status: 'suspended' }, true],
  ['superseded', { status: 'superseded' }, true],
]);

holdsOver('notices', 'respondent-opposes', [
  ['opposes', { facts: opposes, lane: 'none' }, true],
  ['opposes, insufficient in law', { facts: opposes, insufficiency: true }, true],
  ['consents', {}, false],
  ['position unknown', { without: ['respondentPosition'] }, false],
]);

holdsOver('notices', 'closure-unsettled', [
  ['closure is listed', {}, false],
  ['circuit unknown', { without: ['circuit'] }, true],
  ['circuit unknown, before authority came back', { without: ['circuit'], asOf: '2021-07-14' }, true],
  ['custody unknown', { without: ['detained'] }, true],
  ['circuit and custody unknown', { without: ['circuit', 'detained'] }, true],
  ['circuit unknown, detained', { facts: detained, without: ['circuit'] }, false],
  ['custody unknown, no authority', { facts: { circuit: '6' }, without: ['detained'] }, false],
  ['custody unknown, no authority yet', { without: ['detained'], asOf: '2021-07-14' }, false],
  ['before the memo, where the circuit allowed it', { facts: { circuit: '4' }, asOf: '2021-05-26' }, true],
  ['before the memo and before the 3rd Circuit spoke', { facts: { circuit: '3' }, asOf: '2021-05-04' }, false],
  ['before the memo, circuit unknown', { without: ['circuit'], asOf: '2021-05-26' }, true],
  ['before the memo, detained', { facts: { circuit: '4', detained: true }, asOf: '2021-05-26' }, false],
  ['circuit unknown, opposed', { facts: opposes, without: ['circuit'] }, false],
  ['circuit unknown, insufficient in law', { without: ['circuit'], insufficiency: true }, false],
  ['circuit unknown, on appeal', { facts: { stage: 'on-appeal' }, without: ['circuit'] }, false],
  ['circuit unknown, asylum only', { facts: { proceeding: 'asylum-only' }, without: ['circuit'] }, false],
  ['circuit unknown, triage', { without: ['circuit'], lane: 'triage' }, false],
]);

holdsOver('notices', 'expedited-removal-exposure', [
  ['dismissal on 21 January 2025', { asOf: '2025-01-21' }, true],
  ['dismissal on 20 January 2025', { asOf: '2025-01-20' }, false],
  ['dismissal on appeal, later', { facts: { stage: 'on-appeal' }, asOf: '2026-01-01' }, true],
  ['no dismissal, later', { lane: 'triage', asOf: '2026-01-01' }, false],
  ['cancelled before filing, later', { facts: unfiled, asOf: '2026-01-01' }, false],
]);

const arrested = (on: string): Facts => ({ apprehension: { place: 'interior', on } });
holdsOver('notices', 'dates-conflict', [
  [
    'last entry the day before the first presence',
    { facts: { firstPresence: '2015-03-02', lastEntry: { on: '2015-03-01' } } },
    true,
  ],
  [
    'last entry on the day of the first presence',
    { facts: { firstPresence: '2015-03-01', lastEntry: { on: '2015-03-01' } } },
    false,
  ],
  ['arrest before the first presence', { facts: { firstPresence: '2015', ...arrested('2014-12-31') } }, true],
  [
    'arrest within the year of the first presence',
    { facts: { firstPresence: '2015', ...arrested('2015-01-01') } },
    false,
  ],
  [
    'arrest in the year of a first presence known to the day',
    { facts: { firstPresence: '2015-12-31', ...arrested('2015') } },
    false,
  ],
  [
    'entry in order, arrest before',
    { facts: { firstPresence: '2015', lastEntry: { on: '2016' }, ...arrested('2014') } },
    true,
  ],
  ['first presence not recorded', { facts: { lastEntry: { on: '1990' } } }, false],
  ['only the first presence recorded', { facts: { firstPresence: '2015' } }, false],
]);

holdsOver('notices', 'restricted', [
  ['information protected by 8 U.S.C. 1367', { facts: { protected1367: true } }, true],
  ['the mark cleared', { facts: { protected1367: false } }, false],
  ['a U petition', { facts: asking('u', 'denied') }, true],
  ['a T petition', { facts: asking('t', 'announced') }, true],
  ['a VAWA petition', { facts: asking('i-360-vawa', 'approved') }, true],
  ['another petition', { facts: asking('i-130', 'approved') }, false],
  ['U status', { facts: { lawfulStatus: { kind: 'u' } } }, true],
  ['T status', { facts: { lawfulStatus: { kind: 't' } } }, true],
  ['another status', { facts: { lawfulStatus: { kind: 'tps' } } }, false],
  ['victim of a serious crime', { facts: { humanitarian: { victimOfSeriousCrime: true } } }, true],
  ['found no victim', { facts: { humanitarian: { victimOfSeriousCrime: false } } }, false],
  ['another humanitarian factor', { facts: { humanitarian: { elderly: true } } }, false],
  ['cooperation', { facts: { cooperation: { assisting: true } } }, true],
  ['cooperation denied, which is recorded all the same', { facts: { cooperation: { assisting: false } } }, true],
  ['the position of an agency', { facts: { cooperation: { agencyPosition: 'opposes' } } }, true],
  ['an assertion of a prohibited source', { prohibitedAsserted: true }, true],
  ['nothing of these', {}, false],
]);

describe('notices stand in one order', () => {
  it.each<Differing & { given: string } & { notices: string[] }>([
    {
      given: 'opposed and insufficient in law, in 2025',
      facts: { ...opposes, firstPresence: '2020', lastEntry: { on: '2015' }, protected1367: true },
      insufficiency: true,
      asOf: '2025-02-01',
      status: 'superseded',
      notices: ['not-in-force', 'respondent-opposes', 'expedited-removal-exposure', 'dates-conflict', 'restricted'],
    },
    {
      given: 'closure unsettled, in 2025',
      facts: { firstPresence: '2020', lastEntry: { on: '2015' }, protected1367: true },
      without: ['circuit'],
      asOf: '2025-02-01',
      status: 'superseded',
      notices: ['not-in-force', 'closure-unsettled', 'expedited-removal-exposure', 'dates-conflict', 'restricted'],
    },
    { given: 'an ordinary case', notices: [] },
  ])('$given', ({ notices, ...differing }) => {
    expect(suggestionsFor(differing).notices).toEqual(notices);
  });
});
