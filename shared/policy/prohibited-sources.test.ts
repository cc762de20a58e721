/**
 * What an abuser, trafficker or perpetrator alone has furnished can raise a ground and is absent everywhere else,
 * 8 U.S.C. 1367(a)(1). Contract, section 1, `provenance`.
 */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../events/facts.ts';
import { answerTo, begun, felon, ill, ordinary, threat } from '../../test/rules/ordinary-case.ts';
import type { Lane } from './classification.ts';

describe('what only a prohibited source says', () => {
  it.each<{ given: string; facts?: Facts; prohibited: Facts; ground: string; lane: Lane; needs?: string[] }>([
    { given: 'the respondent died', prohibited: { deceased: true }, ground: 'legal-insufficiency', lane: 'own-motion' },
    { given: 'not removable', prohibited: { removable: false }, ground: 'legal-insufficiency', lane: 'own-motion' },
    { given: 'seriously ill', prohibited: ill, ground: 'humanitarian', lane: 'own-motion' },
    {
      given: 'a petition approved',
      prohibited: { relief: { r1: { kind: 'tps', status: 'approved' } } },
      ground: 'likely-relief',
      lane: 'own-motion',
    },
    {
      given: 'a witness',
      prohibited: { cooperation: { assisting: true } },
      ground: 'law-enforcement-interest',
      lane: 'supervisor',
    },
    {
      given: 'the half of a ground',
      prohibited: begun,
      ground: 'humanitarian',
      lane: 'needs-facts',
      needs: ['humanitarian.continuousSinceArrival'],
    },
  ])('raises a ground: $given', ({ prohibited, ground, lane, needs = [] }) => {
    const answer = answerTo(ordinary, { prohibited });
    expect(answer.grounds[ground]).toBe(needs.length === 0 ? true : 'unknown');
    expect(answer).toMatchObject({ lane, needs });
    expect(answer.because.find(({ rule }) => rule === ground)?.facts).not.toEqual([]);
    expect(answer.notices).toContain('restricted');
  });

  it('is no reason for a ground that stands without it', () => {
    const approved = { kind: 'tps', status: 'approved' } as const;
    const facts: Facts = { ...ordinary, relief: { r2: approved } };
    const reasons = (prohibited?: Facts) =>
      answerTo(facts, prohibited === undefined ? {} : { prohibited }).because.find(
        ({ rule }) => rule === 'likely-relief',
      );
    expect(reasons({ relief: { r1: approved, r2: approved } })).toEqual(reasons());
    expect(reasons()?.facts).toContain('relief.r2.status');
  });

  it('raises what is begun without it', () => {
    const facts: Facts = { ...ordinary, ...begun };
    const answer = answerTo(facts, { prohibited: { humanitarian: { ...begun.humanitarian, elderly: true } } });
    expect(answer).toMatchObject({ grounds: { humanitarian: true }, lane: 'own-motion', needs: [] });
  });

  it.each<[given: string, facts: Facts, prohibited: Facts, needs: string[]]>([
    [
      'factors of a ground',
      begun,
      {
        humanitarian: {
          ...begun.humanitarian,
          pregnantAsOf: '2019-01-01',
          collateralLitigation: { significant: true },
        },
      },
      [
        'humanitarian.pregnantAsOf',
        'humanitarian.continuousSinceArrival',
        'humanitarian.collateralLitigation.nonFrivolous',
      ],
    ],
    [
      'entries',
      { relief: { b: { kind: 'tps', status: 'pending' } } },
      {
        relief: {
          a: { kind: 'u', status: 'announced' },
          b: { kind: 'tps', status: 'pending' },
          c: { kind: 't', status: 'pending' },
        },
      },
      ['relief.a.status', 'relief.b.primaFacie', 'relief.c.primaFacie'],
    ],
  ])('leaves %s to be asked for in the order of the rule, whoever began them', (_, facts, prohibited, needs) => {
    expect(answerTo({ ...ordinary, ...facts }, { prohibited })).toMatchObject({ lane: 'needs-facts', needs });
  });

  it('takes no ground away that stands without it', () => {
    const facts: Facts = { ...ordinary, cooperation: { assisting: true } };
    const opposed = answerTo(facts, { prohibited: { cooperation: { assisting: true, agencyPosition: 'opposes' } } });
    expect(opposed.grounds['law-enforcement-interest']).toBe(true);
  });

  it.each<[given: string, prohibited: Facts]>([
    ['terrorism', { nationalSecurity: { terrorismOrEspionage: 'engaged' } }],
    ['a felony and a threat', { ...felon, ...threat }],
    ['a first presence since the cut-off', { firstPresence: '2021-01-01' }],
    ['an arrest at the border', { apprehension: { place: 'border', on: '2021-01-01', attemptingUnlawfulEntry: true } }],
    ['an approval as another priority', { otherPriorityApproval: { by: 'field-office-director', on: '2021-06-01' } }],
    ['a background check', { backgroundCheckedOn: '2021-06-01' }],
    ['a finding of no threat', { threatFinding: { poses: false, on: '2021-06-01' } }],
  ])('is not read by any priority: %s', (_, prohibited) => {
    const facts: Facts = { circuit: '9', proceeding: 'removal', stage: 'pending' };
    const [without, answer] = [answerTo(facts), answerTo(facts, { prohibited })];
    expect(answer.priorities).toEqual(without.priorities);
    expect(answer.needs).toEqual(without.needs);
  });

  it('is absent from lane and actions', () => {
    const facts: Facts = { circuit: '9', firstPresence: '2010', backgroundCheckedOn: '2021-06-01', ...ill };
    const prohibited: Facts = {
      stage: 'ended',
      proceeding: 'asylum-only',
      respondentPosition: 'opposes',
      aggravating: { fraud: true },
      pendingCharges: { p: { offense: 'theft' } },
      detained: true,
    };
    const [without, answer] = [answerTo(facts), answerTo(facts, { prohibited })];
    expect(without).toMatchObject({ lane: 'own-motion', actions: ['dismiss', 'ask-position'] });
    expect(answer).toMatchObject({ lane: without.lane, actions: without.actions, needs: without.needs });
    expect(answer.notices).toEqual([...without.notices, 'restricted']);
  });

  it('is no paragraph to plead: a death it alone reports is dismissed as changed circumstances', () => {
    const { actions, dismissParagraph } = answerTo(ordinary, { prohibited: { deceased: true } });
    expect(actions).toContain('dismiss');
    expect(dismissParagraph).toBe('239.2(a)(7)');
  });

  it('leaves any number of entries to be asked for', () => {
    const brothers = Array.from({ length: 25 }, (_, i) => [`m${10 + i}`, { who: 'sibling', service: 'former' }]);
    const facts: Facts = { ...ordinary, militaryService: Object.fromEntries(brothers) };
    const { lane, needs } = answerTo(facts, { prohibited: { readings: { 'military-relative': 'any-family' } } });
    expect(lane).toBe('needs-facts');
    // The reading decides nothing: what the prohibited source says holds whichever way an attorney answers.
    expect(needs).toHaveLength(25);
    expect(needs).not.toContain('readings.military-relative');
  });
});
