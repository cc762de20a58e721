/** What is asked for, with where the case would go under each answer. */
import { describe, expect, it } from 'vitest';
import {
  AS_OF,
  answersOf,
  approved,
  explained,
  missingAt,
  ordinaryWith,
  without,
} from '../../../test/explanation/explained.ts';
import { acceptedUpdate } from '../../../test/explanation/random-updates.ts';

describe('a missing fact', () => {
  it('that is a background check says what the check may show', () => {
    const missing = missingAt(explained([acceptedUpdate(1, without('backgroundCheckedOn'))]), 'backgroundCheckedOn');
    expect(answersOf(missing)).toEqual([
      [`a check dated ${AS_OF}, and nothing further recorded`, 'triage'],
      [expect.stringContaining('terrorism or espionage: engaged'), 'none'],
      [`a check dated ${AS_OF}, and a conviction of which nothing more is known`, 'triage'],
      [expect.stringContaining('a finding of threat'), 'none'],
    ]);
    expect(missing.answers[2]?.raises).toContain('convictions.found.disposition');
  });

  it('that is the conviction behind a charge is answered by that conviction', () => {
    const explanation = explained(
      ordinaryWith({ ntaCharges: { n1: { code: '237(a)(2)(A)(iii)', status: 'sustained' } } }, approved, {
        threatFinding: { poses: true, on: '2021-06-10' },
      }),
    );
    const missing = missingAt(explanation, 'convictions');
    expect(answersOf(missing)).toEqual([
      ['the conviction behind charge n1 is recorded and final: an aggravated felony', 'supervisor'],
      ['the conviction behind charge n1 is recorded and final: not an aggravated felony', 'own-motion'],
    ]);
  });

  it('that is a date is answered on each side of the days on which the rules turn', () => {
    const missing = missingAt(
      explained([acceptedUpdate(1, without('firstPresence', 'apprehension'))]),
      'firstPresence',
    );
    expect(answersOf(missing)).toEqual([
      ['before 2020-11-01', 'triage'],
      ['on or after 2020-11-01', 'none'],
    ]);
    expect(missing.answers[1]?.asserts).toEqual([{ firstPresence: '2020-11-01' }]);
  });

  it('that is recorded in part is answered within it', () => {
    const missing = missingAt(
      explained([acceptedUpdate(1, { ...without('firstPresence', 'apprehension'), firstPresence: '2020' })]),
      'firstPresence',
    );
    expect(missing).toMatchObject({ recorded: '2020', told: '2020' });
    expect(answersOf(missing).map(([answer]) => answer)).toEqual([
      'from 2020-01-01 to 2020-10-31',
      'from 2020-11-01 to 2020-12-31',
    ]);
  });

  it('that is part of a fact leaves the other parts as they are', () => {
    const explanation = explained(ordinaryWith({ relief: { r1: { kind: 'i-130', status: 'approved' } } }));
    const missing = missingAt(explanation, 'relief.r1.visaAvailable');
    expect(answersOf(missing)).toEqual([
      ['yes', 'own-motion'],
      ['no', 'triage'],
    ]);
    expect(missing.answers[0]?.asserts).toEqual([approved]);
  });

  it('that is an arrest is told by place, day and attempt, no finer than it matters', () => {
    const missing = missingAt(explained([acceptedUpdate(1, without('firstPresence', 'apprehension'))]), 'apprehension');
    expect(answersOf(missing)).toContainEqual([
      'place of the arrest: border or port of entry; day of the arrest: on or after 2020-11-01; ' +
        'arrested while attempting to enter unlawfully: yes',
      'none',
    ]);
    expect(missing.answers.flatMap(({ asserts }) => asserts)).toHaveLength(12);
  });

  it('that decides only beside others says with which', () => {
    const explanation = explained(ordinaryWith({ convictions: { c1: { offense: 'theft' } } }));
    const missing = missingAt(explanation, 'convictions.c1.disposition');
    expect(missing.turnsLane).toBe('together');
    expect(missing.given?.map(({ path, answer, asserts }) => [path, answer, asserts])).toEqual([
      ['convictions.c1.aggravatedFelony', 'yes', { convictions: { c1: { offense: 'theft', aggravatedFelony: true } } }],
      ['threatFinding', 'found to pose a threat: yes', { threatFinding: { poses: true, on: AS_OF } }],
    ]);
    expect(missing.answersThen?.map(({ answer, leadsTo }) => [answer, leadsTo.lane])).toEqual([
      ['final or expunged', 'none'],
      ['on direct appeal', 'triage'],
      ['vacated for legal defect or juvenile adjudication', 'triage'],
    ]);
  });

  it('that would add a joint motion to reopen says so', () => {
    const explanation = explained(
      ordinaryWith({ stage: 'final-order', relief: { r1: { kind: 'tps', status: 'pending' } } }),
    );
    const { answers } = missingAt(explanation, 'relief.r1.primaFacie');
    expect(answers.map(({ leadsTo }) => leadsTo)).toEqual([
      { lane: 'none', priority: 'none', joinsReopening: true },
      { lane: 'none', priority: 'none', joinsReopening: false },
    ]);
  });

  it('that is a pregnancy recorded long ago is answered anew, or taken off', () => {
    const explanation = explained(ordinaryWith({ humanitarian: { pregnantAsOf: '2020-01-01' } }));
    expect(answersOf(missingAt(explanation, 'humanitarian.pregnantAsOf'))).toEqual([
      [`recorded again on ${AS_OF}`, 'own-motion'],
      ['taken off the record', 'triage'],
    ]);
  });
});
