import { expect, test } from 'vitest';
import { once } from './once.ts';

test('work is done once, also for those who ask while it is under way', async () => {
  let done = 0;
  const get = once(async () => {
    done += 1;
    return done;
  });
  expect(await Promise.all([get(), get()])).toEqual([1, 1]);
  expect(await get()).toBe(1);
});

test('a failure is forgotten, so that the next one tries again', async () => {
  let tries = 0;
  const get = once(async () => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
    return tries;
  });
  await expect(get()).rejects.toThrow('not yet');
  expect(await get()).toBe(2);
});
