import { describe, expect, test } from 'vitest';
import { ageGroups, hearingGroups, medianOf, withoutHearing } from './age-groups.ts';
import { percent, shareInterval } from './interval.ts';

const counts = (groups: readonly { flags: number }[]) => groups.map(({ flags }) => flags);

describe('ages of flags', () => {
  test.each([
    { days: [], expected: [0, 0, 0, 0, 0, 0] },
    { days: [0, 6, 7, 13, 14, 29], expected: [2, 2, 2, 0, 0, 0] },
    { days: [30, 59, 60, 89, 90, 4_000], expected: [0, 0, 0, 2, 2, 2] },
  ])('$days', ({ days, expected }) => {
    expect(counts(ageGroups(days))).toEqual(expected);
  });

  test.each([
    { days: [], expected: undefined },
    { days: [5], expected: 5 },
    { days: [40, 2], expected: 2 },
    { days: [100, 9, 20], expected: 20 },
  ])('the middle of $days is $expected', ({ days, expected }) => {
    expect(medianOf(days)).toBe(expected);
  });
});

test('hearings lie from the day of the page, the day itself within seven, each counted once', () => {
  const on = (day: string, flags: number) => ({ on: day, flags });
  const hearings = [
    on('2021-08-01', 1),
    on('2021-08-02', 2),
    on('2021-08-09', 3),
    on('2021-08-10', 4),
    on('2021-08-17', 5),
    on('2021-09-01', 6),
    on('2021-09-02', 7),
    on('2021-11-01', 8),
    on('2022-08-02', 9),
    on('2022-08-03', 10),
  ];
  expect(counts(hearingGroups(hearings, '2021-08-02'))).toEqual([1, 5, 4, 11, 7, 17, 10]);
});

test('flags of which no hearing is recorded are counted as that, and are not left out', () => {
  const ages = [
    { lane: 'triage', days: [1, 2, 3] },
    { lane: 'own-motion', days: [4, 5] },
  ] as const;
  const shown = ages.map(({ lane, days }) => ({ lane, days: [...days] }));
  expect(withoutHearing({ ages: shown, hearings: [{ on: '2021-08-01', flags: 2 }] })).toBe(3);
  expect(withoutHearing({ ages: [], hearings: [] })).toBe(0);
});

describe('what a sample tells', () => {
  // Reference values computed with exact arithmetic from Wilson's formula.
  test.each([
    { hits: 0, drawn: 0, says: '0% to 100%' },
    { hits: 0, drawn: 10, says: '0% to 28%' },
    { hits: 10, drawn: 10, says: '72% to 100%' },
    { hits: 1, drawn: 2, says: '9% to 91%' },
    { hits: 2, drawn: 40, says: '1% to 17%' },
  ])('$hits of $drawn: $says', ({ hits, drawn, says }) => {
    const { low, high } = shareInterval(hits, drawn);
    expect(`${percent(low)} to ${percent(high)}`).toBe(says);
  });

  test('more draws of the same share tell more', () => {
    const width = (drawn: number) => {
      const { low, high } = shareInterval(drawn / 10, drawn);
      return high - low;
    };
    expect([10, 100, 1_000].map(width)).toEqual([10, 100, 1_000].map(width).toSorted((a, b) => b - a));
  });
});
