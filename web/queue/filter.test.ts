import { describe, expect, it } from 'vitest';
import { claimedBy, flagRow } from '../testing/flag-rows.ts';
import { matches } from './filter.ts';
import type { QueueView } from './view.ts';

const AS_OF = '2021-08-02';
const view: QueueView = { office: 'LOS', lane: 'own-motion', status: 'waiting', custody: 'any', hearing: 'any' };
const passes = (filters: Partial<QueueView>, row: Parameters<typeof flagRow>[1]) =>
  matches({ ...view, ...filters }, flagRow('a', row), AS_OF);

describe('filters of a queue', () => {
  it.each([
    ['waiting', 'open', true],
    ['waiting', 'claimed', true],
    ['waiting', 'on-hold', true],
    ['waiting', 'decided', false],
    ['open', 'claimed', false],
    ['claimed', 'claimed', true],
    ['decided', 'decided', true],
  ] as const)('status %s and a flag that is %s: %s', (status, is, expected) => {
    expect(passes({ status }, { ...claimedBy('Ben'), status: is })).toBe(expected);
  });

  it.each([
    ['detained', true, true],
    ['detained', false, false],
    ['detained', 'unknown', false],
    ['not-detained', false, true],
    ['not-detained', 'unknown', false],
    ['not-recorded', 'unknown', true],
    ['not-recorded', false, false],
    ['any', 'unknown', true],
  ] as const)('custody %s and detained %s: %s', (custody, detained, expected) => {
    expect(passes({ custody }, { detained })).toBe(expected);
  });

  it.each([
    ['in-7-days', '2021-08-02', true],
    ['in-7-days', '2021-08-09', true],
    ['in-7-days', '2021-08-10', false],
    ['in-7-days', '2021-08-01', false],
    ['in-30-days', '2021-09-01', true],
    ['in-30-days', '2021-09-02', false],
    ['in-90-days', '2021-10-31', true],
    ['not-recorded', '2021-08-03', false],
  ] as const)('hearing %s and one on %s: %s', (hearing, hearingOn, expected) => {
    expect(passes({ hearing }, { hearingOn })).toBe(expected);
  });

  it('takes a hearing that nobody recorded for no hearing in none of the days', () => {
    expect(passes({ hearing: 'in-90-days' }, {})).toBe(false);
    expect(passes({ hearing: 'not-recorded' }, {})).toBe(true);
  });
});
