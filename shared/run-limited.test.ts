import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runLimited, runLimitedUntilFailure } from './run-limited.ts';

test.each([
  [0, 3],
  [1, 3],
  [7, 3],
  [7, 1],
  [2, 50],
])('%i tasks, %i at a time: each runs once, never more than that at once', async (count, limit) => {
  let running = 0;
  let most = 0;
  const ran: number[] = [];
  const tasks = Array.from({ length: count }, (_, i) => async () => {
    running += 1;
    most = Math.max(most, running);
    await setImmediate();
    ran.push(i);
    running -= 1;
  });
  await runLimited(tasks, limit);
  expect(ran.sort((a, b) => a - b)).toEqual(tasks.map((_, i) => i));
  expect(most).toBe(Math.min(count, limit));
});

test('the first failure is thrown once what runs has ended, and nothing is begun after it', async () => {
  const ended: number[] = [];
  const tasks = Array.from({ length: 6 }, (_, i) => async () => {
    await setImmediate();
    if (i === 1) throw new Error('the second');
    await setImmediate();
    ended.push(i);
  });
  await expect(runLimitedUntilFailure(tasks, 3)).rejects.toThrow('the second');
  expect(ended).toEqual([0, 2]);
  await runLimitedUntilFailure(tasks.slice(3), 1);
  expect(ended).toEqual([0, 2, 3, 4, 5]);
});
