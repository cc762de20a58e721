import { expect, test } from 'vitest';
import type { Lane } from '../policy/classification.ts';
import { type Flag, type FlagChange, type InHand, nextFlag } from './flag.ts';

const MONDAY = '2021-06-14T00:00:00.000Z';
const TUESDAY = '2021-06-15T00:00:00.000Z';
const raised: Flag = { state: 'raised', lane: 'triage', raisedAt: MONDAY, changedAt: MONDAY, revision: 3 };
const withdrawn: Flag = { ...raised, state: 'withdrawn' };

const keptFlag: Flag = { ...raised, fellAway: true };
const free: InHand = { isHeld: false, isReopened: false };
const held: InHand = { ...free, isHeld: true };
const reopened: InHand = { ...free, isReopened: true };

const changed = { changedAt: TUESDAY, revision: 4 };
interface Row {
  given: string;
  flag: Flag | undefined;
  inHand?: InHand;
  lane: Lane;
  expected: Flag | undefined;
  change: FlagChange;
}

test.each([
  { given: 'no flag', flag: undefined, lane: 'none', expected: undefined, change: 'unchanged' },
  {
    given: 'no flag',
    flag: undefined,
    lane: 'supervisor',
    expected: { state: 'raised', lane: 'supervisor', raisedAt: TUESDAY, changedAt: TUESDAY, revision: 1 },
    change: 'raised',
  },
  { given: 'a raised flag', flag: raised, lane: 'triage', expected: raised, change: 'unchanged' },
  {
    given: 'a raised flag',
    flag: raised,
    lane: 'own-motion',
    expected: { ...raised, ...changed, lane: 'own-motion' },
    change: 'moved',
  },
  { given: 'a raised flag', flag: raised, lane: 'none', expected: { ...withdrawn, ...changed }, change: 'withdrawn' },
  { given: 'a withdrawn flag', flag: withdrawn, lane: 'none', expected: withdrawn, change: 'unchanged' },
  {
    given: 'a withdrawn flag',
    flag: withdrawn,
    lane: 'triage',
    expected: { ...raised, ...changed, raisedAt: TUESDAY },
    change: 'raised',
  },
  { given: 'a flag in hand', flag: raised, inHand: held, lane: 'triage', expected: raised, change: 'unchanged' },
  {
    given: 'a flag in hand',
    flag: raised,
    inHand: held,
    lane: 'supervisor',
    expected: { ...raised, ...changed, lane: 'supervisor' },
    change: 'moved',
  },
  {
    given: 'a flag in hand',
    flag: raised,
    inHand: held,
    lane: 'none',
    expected: { ...keptFlag, ...changed },
    change: 'kept',
  },
  { given: 'a flag kept', flag: keptFlag, inHand: held, lane: 'none', expected: keptFlag, change: 'unchanged' },
  {
    given: 'a flag kept whose lane is back',
    flag: keptFlag,
    inHand: held,
    lane: 'triage',
    expected: { ...raised, ...changed },
    change: 'moved',
  },
  {
    given: 'a flag kept and in nobody’s hand any more',
    flag: keptFlag,
    lane: 'none',
    expected: { ...withdrawn, ...changed },
    change: 'withdrawn',
  },
  {
    given: 'a decision that no longer stands',
    flag: raised,
    inHand: reopened,
    lane: 'triage',
    expected: { ...raised, ...changed },
    change: 'reopened',
  },
  {
    given: 'a decision that no longer stands',
    flag: keptFlag,
    inHand: reopened,
    lane: 'own-motion',
    expected: { ...raised, ...changed, lane: 'own-motion' },
    change: 'reopened',
  },
  {
    given: 'a decision that no longer stands',
    flag: raised,
    inHand: reopened,
    lane: 'none',
    expected: { ...withdrawn, ...changed },
    change: 'withdrawn',
  },
  {
    given: 'a decision that no longer stands, on a flag that somebody has claimed since',
    flag: raised,
    inHand: { isHeld: true, isReopened: true },
    lane: 'none',
    expected: { ...keptFlag, ...changed },
    change: 'kept',
  },
  {
    given: 'a withdrawn flag in hand',
    flag: withdrawn,
    inHand: held,
    lane: 'none',
    expected: withdrawn,
    change: 'unchanged',
  },
] satisfies Row[])('$given, the lane now $lane: $change', ({ flag, inHand, lane, expected, change }: Row) => {
  const next = nextFlag(flag, lane, TUESDAY, inHand);
  expect(next).toEqual({ flag: expected, change });
  if (change === 'unchanged') expect(next.flag).toBe(flag);
});
