/** The rungs of the preference order, where they part from the interim memo's suggestions. */
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../events/dates.ts';
import { assertedFacts, type Facts } from '../../../events/facts.ts';
import { classify } from '../classify.ts';
import { opla20220403 } from './instrument.ts';

/** Pending, at liberty, consenting, in the 9th Circuit; checked, here since long before the cut-off, arrested inland. */
const ordinary: Facts = {
  circuit: '9',
  proceeding: 'removal',
  stage: 'pending',
  detained: false,
  respondentPosition: 'consents',
  firstPresence: '2010-05-01',
  apprehension: { place: 'interior', on: '2019-03-14', attemptingUnlawfulEntry: false },
  backgroundCheckedOn: '2021-05-01',
};

interface Given {
  given: string;
  facts?: Facts;
  without?: keyof Facts;
  asOf?: CalendarDate;
}

function answerTo({ facts: differing, without, asOf = '2022-04-26' }: Given) {
  const facts: Facts = { ...ordinary, ...differing };
  if (without !== undefined) delete facts[without];
  assertedFacts.parse(facts);
  return classify(opla20220403, 'A-CASE-0001', { facts, prohibitedAsserted: false }, asOf);
}

const threat: Facts = { threatFinding: { poses: true, on: '2022-04-01' } };
const notRemovable: Facts = { removable: false };

describe('closure', () => {
  it.each<Given & { listed: boolean; unsettled?: true }>([
    { given: 'authority and liberty known', listed: true },
    {
      given: 'the day before the interim memo',
      facts: { circuit: '4' },
      asOf: '2021-05-26',
      listed: false,
      unsettled: true,
    },
    { given: 'the day of the interim memo', facts: { circuit: '4' }, asOf: '2021-05-27', listed: true },
    { given: 'the day after the interim memo', facts: { circuit: '4' }, asOf: '2021-05-28', listed: true },
    { given: 'in custody', facts: { detained: true }, listed: false },
    { given: 'custody not known', without: 'detained', listed: false, unsettled: true },
    { given: 'circuit not known', without: 'circuit', listed: false, unsettled: true },
    { given: 'on appeal', facts: { stage: 'on-appeal' }, listed: false },
    { given: 'the notice cannot stand in law', facts: notRemovable, listed: false },
  ])('$given: $listed', ({ listed, unsettled = false, ...given }) => {
    const { actions, notices } = answerTo(given);
    expect(actions.includes('administratively-close')).toBe(listed);
    expect(notices.includes('closure-unsettled')).toBe(unsettled);
  });
});

describe('what is below dismissal', () => {
  it.each<Given & { listed: string[] }>([
    { given: 'a nonpriority case that is pending', listed: ['stipulate', 'no-appeal'] },
    {
      given: 'a pending petition',
      facts: { relief: { r1: { kind: 'tps', status: 'pending' } } },
      listed: ['stipulate', 'continue', 'no-appeal'],
    },
    {
      given: 'a pending charge, found to be no threat',
      facts: { pendingCharges: { p1: { offense: 'theft' } }, threatFinding: { poses: false, on: '2022-04-01' } },
      listed: ['stipulate', 'continue', 'no-appeal'],
    },
    { given: 'on appeal', facts: { stage: 'on-appeal' }, listed: [] },
    {
      given: 'a notice that cannot stand in law, where the order of preference is not needed',
      facts: notRemovable,
      listed: [],
    },
    { given: 'the same with a priority', facts: { ...notRemovable, ...threat }, listed: [] },
    { given: 'a priority', facts: threat, listed: [] },
  ])('$given', ({ listed, ...given }) => {
    const below = ['stipulate', 'continue', 'no-appeal'];
    expect(answerTo(given).actions.filter((action) => below.includes(action))).toEqual(listed);
  });
});

describe('the position of the respondent', () => {
  it.each<Given & { asked: boolean }>([
    { given: 'is asked for while dismissal is open', without: 'respondentPosition', asked: true },
    {
      given: 'is asked for where closure is not, as in custody',
      facts: { detained: true },
      without: 'respondentPosition',
      asked: true,
    },
    {
      given: 'is asked for on appeal',
      facts: { stage: 'on-appeal' },
      without: 'respondentPosition',
      asked: true,
    },
    {
      given: 'is asked for after a final order',
      facts: { stage: 'final-order' },
      without: 'respondentPosition',
      asked: true,
    },
    { given: 'is not asked for when it is known', asked: false },
    { given: 'is not asked of the dead', facts: { deceased: true }, without: 'respondentPosition', asked: false },
    {
      given: 'is not asked for before filing',
      facts: { stage: 'nta-unfiled' },
      without: 'respondentPosition',
      asked: false,
    },
    { given: 'is not asked for in a priority case', facts: threat, without: 'respondentPosition', asked: false },
  ])('$given', ({ asked, ...given }) => {
    expect(answerTo(given).actions.includes('ask-position')).toBe(asked);
  });
});

describe('a notice that is not filed', () => {
  it.each<Given & { actions: string[] }>([
    { given: 'of a nonpriority case is not filed', actions: ['decline-to-file'] },
    {
      given: 'that cannot stand in law is cancelled, and not filed where there is no priority',
      facts: notRemovable,
      actions: ['decline-to-file', 'cancel-nta'],
    },
    {
      given: 'that cannot stand in law is cancelled in a priority case as well',
      facts: { ...notRemovable, ...threat },
      actions: ['cancel-nta'],
    },
    { given: 'of a priority case', facts: threat, actions: [] },
  ])('$given', ({ actions, facts, ...given }) => {
    expect(answerTo({ ...given, facts: { stage: 'nta-unfiled', ...facts } }).actions).toEqual(actions);
  });
});
