import { expect, test } from 'vitest';
import { sideBySide } from './side-by-side.ts';

test('so many run at once, the others in the order they came, and a failure makes room', async () => {
  const inTurn = sideBySide(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const work = async (number: number) => {
    running += 1;
    most = Math.max(most, running);
    order.push(number);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (number === 1) throw new Error('as asked');
    return number;
  };
  const ends = await Promise.allSettled([0, 1, 2, 3, 4].map((number) => inTurn(() => work(number))));
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect({ most, order }).toEqual({ most: 2, order: [0, 1, 2, 3, 4] });
  expect(await inTurn(async () => 'free again')).toBe('free again');
});
