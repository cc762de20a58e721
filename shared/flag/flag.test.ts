import { expect, test } from 'vitest';
import type { Lane } from '../policy/classification.ts';
import { type Flag, nextFlag } from './flag.ts';

const MONDAY = '2021-06-14T00:00:00.000Z';
const TUESDAY = '2021-06-15T00:00:00.000Z';
const raised: Flag = { state: 'raised', lane: 'triage', raisedAt: MONDAY, changedAt: MONDAY, revision: 3 };
const withdrawn: Flag = { ...raised, state: 'withdrawn' };

const changed = { changedAt: TUESDAY, revision: 4 };
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
] satisfies { given: string; flag: Flag | undefined; lane: Lane; expected: Flag | undefined; change: string }[])(
  '$given, the lane now $lane: $change',
  ({ flag, lane, expected, change }) => {
    const next = nextFlag(flag, lane, TUESDAY);
    expect(next).toEqual({ flag: expected, change });
    if (change === 'unchanged') expect(next.flag).toBe(flag);
  },
);
