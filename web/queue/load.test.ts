import { describe, expect, it } from 'vitest';
import type { QueuePageShown } from '../../shared/review/api/answers.ts';
import type { Api } from '../api/api.ts';
import type { Result } from '../api/result.ts';
import { flagRow } from '../testing/flag-rows.ts';
import { countText, countWaiting, loadQueue, sumOf } from './load.ts';

/** An API that answers pages in order and writes down what it was asked. */
function apiOf(pages: readonly Result<QueuePageShown>[]) {
  const asked: unknown[] = [];
  const api: Pick<Api, 'queue'> = {
    queue: (office, what) => {
      asked.push({ office, ...what });
      return Promise.resolve(pages[asked.length - 1] ?? { kind: 'unreachable' });
    },
  };
  return { api, asked };
}

const page = (keys: string, cursor?: string): Result<QueuePageShown> => ({
  kind: 'ok',
  body: { flags: keys.split('').map((key) => flagRow(key)), ...(cursor !== undefined && { cursor }) },
});
const view = { office: 'LOS', lane: 'triage', status: 'open' } as const;

describe('reading a queue', () => {
  it('reads as many pages as are wanted and says whether there are more', async () => {
    const { api, asked } = apiOf([page('ab', 'c1'), page('cd', 'c2'), page('e')]);
    const result = await loadQueue(api, view, 2);
    expect(result).toMatchObject({ kind: 'ok', body: { pages: 2, hasMore: true } });
    expect(asked).toEqual([
      { office: 'LOS', lane: 'triage' },
      { office: 'LOS', lane: 'triage', cursor: 'c1' },
    ]);
  });

  it('stops where the queue ends', async () => {
    const { api } = apiOf([page('ab', 'c1'), page('c')]);
    const result = await loadQueue(api, view, 5);
    expect(result).toMatchObject({ kind: 'ok', body: { pages: 2, hasMore: false } });
  });

  it('shows a flag once that moved from one page to the next meanwhile', async () => {
    const { api } = apiOf([page('ab', 'c1'), page('bc')]);
    const result = await loadQueue(api, view, 2);
    expect(result.kind === 'ok' && result.body.rows.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });

  it('asks for decided flags by themselves', async () => {
    const { api, asked } = apiOf([page('a')]);
    await loadQueue(api, { ...view, status: 'decided' }, 1);
    expect(asked).toEqual([{ office: 'LOS', lane: 'triage', status: 'decided' }]);
  });

  it('is not half a list when a page fails', async () => {
    const { api } = apiOf([page('ab', 'c1'), { kind: 'unreachable' }]);
    expect(await loadQueue(api, view, 2)).toEqual({ kind: 'unreachable' });
  });
});

describe('counts', () => {
  it('say that there are more where a page does not hold all', async () => {
    const more = await countWaiting(apiOf([page('abc', 'c1')]).api, 'LOS', 'triage');
    const all = await countWaiting(apiOf([page('abc')]).api, 'LOS', 'triage');
    expect([more, all].map((count) => count && countText(count))).toEqual(['3+', '3']);
    expect(await countWaiting(apiOf([{ kind: 'unreachable' }]).api, 'LOS', 'triage')).toBeUndefined();
  });

  it('are summed only where all are known', () => {
    expect(
      sumOf([
        { atLeast: 2, isExact: true },
        { atLeast: 50, isExact: false },
      ]),
    ).toEqual({ atLeast: 52, isExact: false });
    expect(sumOf([{ atLeast: 2, isExact: true }, undefined])).toBeUndefined();
  });
});
