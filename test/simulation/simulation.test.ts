/** A share of the schedules of `npm run simulation`: nothing breaks, everything that must happen does, a seed is a schedule. */
import { expect, test } from 'vitest';
import { MUST_HAPPEN } from './world/coverage.ts';
import { runSchedule } from './world/world.ts';

const SCHEDULES = 150;
const TIMEOUT_MILLIS = 300_000;

test(
  'whatever happens, nothing is lost, overwritten, disclosed or decided by the program',
  async () => {
    const coverage = new Map<string, number>();
    for (let seed = 1; seed <= SCHEDULES; seed++) {
      const { violations, coverage: own } = await runSchedule(seed);
      expect({ seed, violations }).toEqual({ seed, violations: [] });
      for (const [what, count] of own) coverage.set(what, (coverage.get(what) ?? 0) + count);
    }
    expect(MUST_HAPPEN.filter((what) => !coverage.has(what))).toEqual([]);
  },
  TIMEOUT_MILLIS,
);

test('the same seed is the same schedule, byte for byte', async () => {
  for (const seed of [1_000_001, 1_000_002, 1_000_003, 1_000_004]) {
    const [first, second] = [await runSchedule(seed), await runSchedule(seed, { keepTrace: true })];
    expect(second.digest).toBe(first.digest);
    expect(second.trace.length).toBeGreaterThan(0);
  }
  expect((await runSchedule(1)).digest).not.toBe((await runSchedule(2)).digest);
});
