import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runLimited } from './run-limited.ts';

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
