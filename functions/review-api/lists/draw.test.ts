import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { compareCodePoints } from '../../../shared/docket/stamp.ts';
import type { UnflaggedName } from '../../../shared/flag/queue-place.ts';
import { drawCases } from './draw.ts';

const keysOf = (count: number, salt = '') =>
  Array.from({ length: count }, (_, i) => createHash('sha256').update(`${salt}${i}`).digest('base64url'));

/** Lists as the store does: from a place on, in the order of keys. */
function queueOf(plain: readonly string[], restricted: readonly string[] = []) {
  const lists = { plain: plain.toSorted(compareCodePoints), restricted: restricted.toSorted(compareCodePoints) };
  let calls = 0;
  return {
    calls: () => calls,
    listUnflagged: async (name: UnflaggedName, from: string, limit: number) => {
      calls += 1;
      const list = name.restricted ? lists.restricted : lists.plain;
      return list.filter((key) => compareCodePoints(key, from) >= 0).slice(0, limit);
    },
  };
}

const plainOnly = [{ office: 'NYC', restricted: false }];
const both = [...plainOnly, { office: 'NYC', restricted: true }];

test.each([0, 1, 499, 500, 501, 1_000, 1_234])('all of %i cases can be drawn, each once', async (count) => {
  const keys = keysOf(count);
  const drawn = await drawCases(queueOf(keys), { names: plainOnly, seed: 's', size: 2_000 });
  expect(drawn.toSorted()).toEqual(keys.toSorted());
});

test('protected and other cases are drawn as of one office', async () => {
  const [plain, hidden] = [keysOf(700, 'p'), keysOf(300, 'h')];
  const drawn = await drawCases(queueOf(plain, hidden), { names: both, seed: 's', size: 2_000 });
  expect(drawn.toSorted()).toEqual([...plain, ...hidden].toSorted());
});

test('a case that is added changes a sample by no more than itself', async () => {
  const keys = keysOf(200);
  const draw = (among: readonly string[]) => drawCases(queueOf(among), { names: plainOnly, seed: 's', size: 20 });
  const before = await draw(keys);
  for (const added of keysOf(20, 'new')) {
    const after = await draw([...keys, added]);
    expect(after.filter((key) => !before.includes(key) && key !== added)).toEqual([]);
  }
});

/** How often each case is drawn over many seeds; a fair draw leaves its variance near that of tossing. */
async function shareOfDraws(count: number, size: number, seeds: number) {
  const queue = queueOf(keysOf(count));
  const times = new Map<string, number>();
  for (let seed = 0; seed < seeds; seed++) {
    const drawn = await drawCases(queue, { names: plainOnly, seed: `seed ${seed}`, size });
    for (const key of drawn) times.set(key, (times.get(key) ?? 0) + 1);
  }
  return keysOf(count).map((key) => times.get(key) ?? 0);
}

test('over many seeds every case is drawn about as often as every other', async () => {
  const [count, size, seeds] = [40, 10, 2_000];
  const times = await shareOfDraws(count, size, seeds);
  const expected = (seeds * size) / count;
  // Six standard deviations of a binomial share: a draw by gaps between keys would be off by many times that.
  const bound = 6 * Math.sqrt(expected * (1 - size / count));
  for (const drawn of times) expect(Math.abs(drawn - expected)).toBeLessThan(bound);
});

test('of an office with very many cases no more are read than a sample needs', async () => {
  const queue = queueOf(keysOf(12_000));
  const drawn = await drawCases(queue, { names: plainOnly, seed: 's', size: 50 });
  expect(new Set(drawn).size).toBe(50);
  expect(queue.calls()).toBeLessThan(14);
});
