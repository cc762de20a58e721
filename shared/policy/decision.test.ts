/** What a decision holds beside its lane: findings, groups, the row of the table that decided, and what turns silence into no. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../events/facts.ts';
import { begun, felon, ill, ordinary } from '../../test/rules/ordinary-case.ts';
import { AS_OF } from '../../test/rules/table.ts';
import { decide } from './decide.ts';
import { laneOn } from './decide-anew.ts';
import { findingsOn, givenOf } from './findings.ts';
import { ice20210218 } from './ice-2021-02-18/instrument.ts';
import type { Instrument } from './instrument.ts';
import { NO, UNKNOWN, YES } from './leaf.ts';
import { opla20210527 } from './opla-2021-05-27/instrument.ts';

const decisionOn = (facts: Facts, instrument: Instrument = opla20210527) =>
  decide(instrument, { facts: { ...ordinary, ...facts }, prohibitedAsserted: false }, AS_OF);

const findingsIn = (facts: Facts, instrument: Instrument = opla20210527) =>
  findingsOn(instrument, { facts: { ...ordinary, ...facts }, prohibitedAsserted: false }, AS_OF);

/** The lane table of an instrument on the findings of another, with what its deciding row says. */
function laneUnder(instrument: Instrument, facts: Facts, found: Instrument = opla20210527) {
  const { circumstances } = decisionOn(facts, found);
  const { lane, row } = laneOn(instrument, findingsIn(facts, found), circumstances, AS_OF);
  return { lane, says: row?.says };
}

const pendingRequest: Facts = { relief: { r1: { kind: 'tps', status: 'pending' } } };

describe('a finding', () => {
  it('has something left only while it is unknown', () => {
    const findings = findingsIn({ ...felon, ...begun });
    expect(findings.filter(({ value }) => value === UNKNOWN).map(({ rule }) => rule.id)).toEqual([
      'public-safety',
      'humanitarian',
    ]);
    for (const { value, residual } of findings) expect(residual !== undefined).toBe(value === UNKNOWN);
  });

  it('counts in its group, and any ground as a ground', () => {
    expect(decisionOn({})).toMatchObject({
      groups: { insufficiency: NO, priority: NO, interest: NO, discretion: NO },
      ground: NO,
    });
    expect(decisionOn(ill)).toMatchObject({ groups: { discretion: YES }, ground: YES });
    expect(decisionOn(begun)).toMatchObject({ groups: { discretion: UNKNOWN }, ground: UNKNOWN });
    expect(decisionOn({ ...ill, ...pendingRequest })).toMatchObject({ groups: { discretion: YES }, ground: YES });
    expect(decisionOn({ cooperation: { assisting: true } })).toMatchObject({ groups: { interest: YES }, ground: YES });
    expect(decisionOn({ removable: false })).toMatchObject({ groups: { insufficiency: YES }, ground: YES });
    expect(decisionOn(felon)).toMatchObject({ groups: { priority: UNKNOWN }, ground: NO });
  });
});

describe('a priority that waits on the threat finding alone', () => {
  it('does so whatever else is open among the grounds', () => {
    const facts = { ...felon, ...ill, ...pendingRequest };
    expect(decisionOn(facts).lane).toBe('supervisor');
  });
});

describe('the row of the table that decides', () => {
  it.each<[given: string, facts: Facts, lane: string, says: string]>([
    ['no ground', {}, 'triage', 'no priority and no ground'],
    ['a ground', ill, 'own-motion', 'no priority; a ground holds'],
    ['a ground begun', begun, 'needs-facts', 'no priority; a ground is unknown'],
    [
      'a felony',
      { ...felon, ...ill },
      'supervisor',
      'a priority is unknown and a ground holds, and either finding on threat would leave no priority unknown',
    ],
  ])('given %s', (_, facts, lane, says) => {
    expect(laneUnder(opla20210527, facts)).toEqual({ lane, says });
    expect(decisionOn(facts).lane).toBe(lane);
  });

  it('may be that of another instrument, on the findings of this one', () => {
    expect(laneUnder(ice20210218, ill)).toEqual({ lane: 'triage', says: 'any other case' });
    const poses: Facts = { ...felon, threatFinding: { poses: true, on: '2021-06-01' } };
    expect(laneUnder(ice20210218, poses)).toEqual({ lane: 'none', says: 'a priority holds' });
  });

  it('gives way to the only lane there is, where it needs facts that cannot turn it', () => {
    const straddling: Facts = { firstPresence: '2020', apprehension: { place: 'interior', on: '2021-01-01' } };
    const facts: Facts = { ...straddling, ...ill, aggravating: { fraud: true } };
    const says = 'a priority is unknown, and a ground holds or is unknown';
    expect(laneUnder(opla20210527, facts)).toEqual({ lane: 'supervisor', says });
  });

  it('is not named by an instrument that has no table of rows', () => {
    const { laneRows: _, ...unnamed } = opla20210527;
    expect(laneUnder(unnamed, ill)).toEqual({ lane: 'own-motion', says: undefined });
  });
});

describe('a background check under an instrument that gives it no age', () => {
  it.each([
    ['2021-06-14', false],
    ['2021-06-15', true],
  ])('of %s speaks on June 15: %s', (backgroundCheckedOn, isChecked) => {
    const ageless: Instrument = { ...opla20210527, parameters: {} };
    expect(givenOf(ageless, { backgroundCheckedOn }, AS_OF).isChecked).toBe(isChecked);
    expect(givenOf(opla20210527, { backgroundCheckedOn }, AS_OF).isChecked).toBe(true);
  });
});
