/** The lane of a case and the missing facts that can turn it. Contract, section 3. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../events/facts.ts';
import { answerTo, begun, felon, ill, newlyHere, ordinary } from '../../test/rules/ordinary-case.ts';
import type { Lane } from './classification.ts';

describe('a priority that waits on the threat finding alone', () => {
  const noTerrorism: Facts = { nationalSecurity: { terrorismOrEspionage: 'none', otherwiseNecessary: false } };
  const unchecked: Facts = { backgroundCheckedOn: '2019' };
  const open: Facts = { convictions: { c1: { offense: 'o', aggravatedFelony: true } } };
  it.each<{ given: string; facts: Facts; lane: Lane; needs: string[] }>([
    { given: 'a felony, a ground', facts: { ...felon, ...ill }, lane: 'supervisor', needs: ['threatFinding'] },
    { given: 'a felony, no ground', facts: felon, lane: 'triage', needs: ['threatFinding'] },
    {
      given: 'a felony, a ground begun',
      facts: { ...felon, ...begun },
      lane: 'needs-facts',
      needs: ['threatFinding', 'humanitarian.continuousSinceArrival'],
    },
    {
      given: 'a conviction still open, a ground',
      facts: { ...open, ...ill },
      lane: 'needs-facts',
      needs: ['convictions.c1.disposition', 'threatFinding'],
    },
    {
      given: 'a felony, a ground, and no check: security is unseen as well',
      facts: { ...felon, ...ill, ...unchecked },
      lane: 'needs-facts',
      needs: ['backgroundCheckedOn', 'threatFinding'],
    },
    {
      given: 'a felony, a ground, no check, but security recorded as none',
      facts: { ...felon, ...ill, ...unchecked, ...noTerrorism },
      lane: 'supervisor',
      needs: ['threatFinding', 'backgroundCheckedOn'],
    },
    {
      given: 'a felony, a ground, and first presence unknown',
      facts: { ...felon, ...ill, firstPresence: '2020', apprehension: { place: 'interior', on: '2021-01-01' } },
      lane: 'needs-facts',
      needs: ['threatFinding', 'firstPresence'],
    },
  ])('$given: $lane', ({ facts, lane, needs }) => {
    expect(answerTo({ ...ordinary, ...facts })).toMatchObject({ lane, needs });
  });
});

describe('missing facts that cannot turn the lane are not asked for', () => {
  const straddling: Facts = { firstPresence: '2020', apprehension: { place: 'interior', on: '2021-01-01' } };
  it.each<{ given: string; facts: Facts; lane: Lane; needs: string[] }>([
    {
      given: 'a priority unknown, a ground, aggravated: a supervisor either way',
      facts: { ...straddling, ...ill, aggravating: { fraud: true } },
      lane: 'supervisor',
      needs: [],
    },
    {
      given: 'a priority unknown, a witness: a supervisor either way',
      facts: { ...straddling, cooperation: { assisting: true } },
      lane: 'supervisor',
      needs: [],
    },
    {
      given: 'a priority unknown, a ground: own motion or a supervisor',
      facts: { ...straddling, ...ill },
      lane: 'needs-facts',
      needs: ['firstPresence'],
    },
    {
      given: 'one priority unknown, another holds, a ground: a supervisor',
      facts: { ...felon, ...newlyHere, ...ill },
      lane: 'supervisor',
      needs: [],
    },
    {
      given: 'one priority unknown, another holds, no ground',
      facts: { ...felon, ...newlyHere },
      lane: 'none',
      needs: [],
    },
    {
      given: 'insufficient in law: own motion whatever is missing',
      facts: { ...straddling, removable: false },
      lane: 'own-motion',
      needs: [],
    },
    {
      given: 'opposed: none whatever is missing',
      facts: { ...straddling, ...begun, respondentPosition: 'opposes' },
      lane: 'none',
      needs: [],
    },
    {
      given: 'a final order, a ground begun: it would add a joint motion',
      facts: { ...begun, stage: 'final-order' },
      lane: 'none',
      needs: ['humanitarian.continuousSinceArrival'],
    },
    {
      given: 'a final order, a ground begun, a priority: no joint motion',
      facts: { ...begun, ...newlyHere, stage: 'final-order' },
      lane: 'none',
      needs: [],
    },
    {
      given: 'a final order, a ground begun, opposed: no joint motion',
      facts: { ...begun, stage: 'final-order', respondentPosition: 'opposes' },
      lane: 'none',
      needs: [],
    },
    {
      given: 'a final order, a ground, a priority unknown: it would take the joint motion away',
      facts: { ...ill, ...straddling, stage: 'final-order' },
      lane: 'none',
      needs: ['firstPresence'],
    },
  ])('$given', ({ facts, lane, needs }) => {
    expect(answerTo({ ...ordinary, ...facts })).toMatchObject({ lane, needs });
  });

  it('first presence some day of 2020, arrest not recorded: either day of it settles both prongs', () => {
    const unrecorded: Facts = { ...ordinary, firstPresence: '2020' };
    delete unrecorded.apprehension;
    expect(answerTo(unrecorded)).toMatchObject({ priority: 'undetermined', needs: ['firstPresence'] });
    expect(answerTo({ ...unrecorded, lastEntry: { on: '2021-01-01', manner: 'paroled' } }).needs).toEqual([
      'apprehension',
      'firstPresence',
    ]);
  });

  it('stage and proceeding are asked for first, unless the lane is none', () => {
    const rest: Facts = { ...ordinary };
    delete rest.stage;
    delete rest.proceeding;
    expect(answerTo({ ...rest, ...begun })).toMatchObject({
      lane: 'needs-facts',
      needs: ['stage', 'proceeding', 'humanitarian.continuousSinceArrival'],
    });
    expect(answerTo({ ...rest, ...ill })).toMatchObject({ lane: 'own-motion', needs: ['stage', 'proceeding'] });
    expect(answerTo({ ...rest, ...newlyHere })).toMatchObject({ lane: 'none', needs: [] });
    expect(answerTo({ ...rest, proceeding: 'asylum-only' })).toMatchObject({ lane: 'none', needs: [] });
    expect(answerTo({ ...rest, stage: 'pending' })).toMatchObject({ lane: 'triage', needs: ['proceeding'] });
  });
});

describe('ids of entries', () => {
  const ids = ['10', '9', '\u{1F4C4}', '\uFF5E', 'é', 'constructor', 'a.b', ' '];
  const inOrder = [' ', '10', '9', 'a.b', 'constructor', 'é', '\uFF5E', '\u{1F4C4}'];
  const convicted = (of: string[]): Facts => ({
    ...ordinary,
    convictions: Object.fromEntries(of.map((id) => [id, { offense: 'o', disposition: 'final' }])),
    relief: Object.fromEntries(of.map((id) => [id, { kind: 'tps', status: 'pending' }])),
  });

  it('are listed by code point and not as numbers', () => {
    expect(answerTo(convicted(ids)).needs).toEqual([
      ...inOrder.map((id) => `convictions.${id}.aggravatedFelony`),
      'threatFinding',
      ...inOrder.map((id) => `relief.${id}.primaFacie`),
    ]);
  });

  it('give one answer in any order', () => {
    const expected = answerTo(convicted(ids));
    for (const order of [ids.toReversed(), ids.toSorted(), [...ids.slice(3), ...ids.slice(0, 3)]]) {
      expect(answerTo(convicted(order))).toEqual(expected);
    }
  });
});

describe('a case of very many entries', () => {
  // Each fact asked about once went through every entry again, and a thousand entries took minutes.
  it.each([
    { given: 'apart from each other', entry: { offense: 'o' }, also: 1 },
    { given: 'that wait on one open question', entry: { offense: 'o', gangEnhancement: true }, also: 2 },
  ])('is decided with all its missing facts, entries $given', ({ entry, also }) => {
    const ids = Array.from({ length: 1_000 }, (_, i) => `c${i}`);
    const facts: Facts = { ...ordinary, ...ill, convictions: Object.fromEntries(ids.map((id) => [id, entry])) };
    const { lane, needs } = answerTo(facts);
    expect(lane).toBe('needs-facts');
    expect(needs).toHaveLength(2 * ids.length + also);
  });
});
