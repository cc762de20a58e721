import { describe, expect, it } from 'vitest';
import { claimedBy, flagRow } from '../testing/flag-rows.ts';
import { ageText, custodyMark, emptyText, hearingDay, hearingMark, standingOf, statusText } from './words.ts';

const AS_OF = '2021-08-02';

describe('urgency in words', () => {
  it.each([
    [true, 'Detained', true],
    [false, 'Not detained', false],
    ['unknown', 'Custody not recorded', false],
  ] as const)('custody %s: %s', (detained, text, isPressing) => {
    expect(custodyMark(detained)).toEqual({ text, isPressing });
  });

  it.each([
    [undefined, 'No hearing recorded', false, undefined],
    ['2021-08-01', 'Hearing was on August 1, 2021', false, undefined],
    ['2021-08-02', 'Hearing today', true, 'August 2, 2021'],
    ['2021-08-03', 'Hearing tomorrow', true, 'August 3, 2021'],
    ['2021-08-08', 'Hearing in 6 days', true, 'August 8, 2021'],
    ['2021-08-16', 'Hearing in 14 days', true, 'August 16, 2021'],
    ['2021-08-17', 'Hearing in 15 days', false, 'August 17, 2021'],
    ['2021-09-01', 'Hearing in 30 days', false, 'September 1, 2021'],
    ['2021-09-02', 'Hearing on September 2, 2021', false, undefined],
  ] as const)('a hearing on %s: %s', (on, text, isPressing, day) => {
    expect(hearingMark(on, AS_OF)).toEqual({ text, isPressing });
    expect(hearingDay(on, AS_OF)).toBe(day);
  });

  it('counts days across the end of daylight saving time', () => {
    expect(hearingMark('2021-11-09', '2021-11-05').text).toBe('Hearing in 4 days');
  });
});

describe('status in words', () => {
  it('names who has a flag in hand and until when', () => {
    expect(statusText(flagRow('a', claimedBy('Ben Okafor')))).toMatch(
      /^In hand: Ben Okafor, until \d{1,2}:\d{2}\s[AP]M$/,
    );
    expect(statusText(flagRow('a', claimedBy('Ben Okafor', true)))).toMatch(/^In hand: you, until /);
  });

  it('says what rests, until when, and what was decided', () => {
    const at = '2021-08-02T14:00:00.000Z';
    const hold = { name: 'Dora', mine: false, at, until: '2021-09-01' };
    expect(statusText(flagRow('a', { status: 'on-hold', hold }))).toBe('On hold until September 1, 2021 by Dora');
    const decided = { name: 'Dora', mine: true, at, decision: 'decline' } as const;
    expect(statusText(flagRow('a', { status: 'decided', decided }))).toBe('Decided by you on August 2, 2021: decline');
    expect(statusText(flagRow('a'))).toBe('Open');
  });
});

describe('the age of a flag', () => {
  it.each([
    ['2021-08-02T01:00:00.000Z', 'today'],
    ['2021-08-01T23:59:00.000Z', 'yesterday'],
    ['2021-07-03T12:00:00.000Z', '30 days ago'],
    ['2021-08-03T00:00:00.000Z', 'today'],
  ])('raised at %s: %s', (raisedAt, text) => {
    expect(ageText(raisedAt, '2021-08-02T14:00:00.000Z')).toBe(text);
  });
});

describe('a lane from which nothing can be taken', () => {
  const claimed = flagRow('a', claimedBy('Ben'));
  const held = flagRow('b', { status: 'on-hold' });
  it.each([
    [[], 'All is done: no flag waits in this lane.'],
    [[claimed], 'All is in hand: 1 claimed. Claims end and holds run out by themselves.'],
    [[claimed, held], 'All is in hand: 1 claimed and 1 on hold. Claims end and holds run out by themselves.'],
    [[flagRow('c'), claimed], undefined],
  ])('%#', (rows, text) => {
    expect(emptyText(standingOf(rows))).toBe(text);
  });
});
