/** What every store must do with samples for blind review, whatever it stands on. */
import { expect, test } from 'vitest';
import type { BlindReview, Sample } from '../../shared/review/blind-review.ts';
import type { SampleStore } from '../../shared/store/store.ts';
import { ANNA, BORIS } from './store-samples.ts';

const drawn: Sample = {
  id: 'first',
  office: 'NYC',
  seed: 'seed-1',
  ...ANNA,
  at: '2021-06-15T12:00:00.000Z',
  requestHash: 'a'.repeat(64),
  caseKeys: ['k1', 'k2', 'k3'],
};

function answer(draft: Partial<BlindReview> = {}): BlindReview {
  return {
    sample: 'first',
    caseKey: 'k1',
    answer: 'would-flag',
    by: BORIS.by,
    at: '2021-06-16T09:00:00.000Z',
    ...draft,
  };
}

export function describeSamples(makeStore: () => Promise<SampleStore>): void {
  test('a sample is drawn once and listed with its answers, the newest first, in its own office alone', async () => {
    const store = await makeStore();
    const newer = { ...drawn, id: 'a newer one', at: '2021-06-16T12:00:00.000Z', caseKeys: ['k9'] };
    expect(await store.putSample(drawn)).toBe('stored');
    expect(await store.putSample({ ...drawn, seed: 'seed-2', caseKeys: [] })).toBe('already-there');
    expect(await store.putSample(newer)).toBe('stored');
    expect(await store.putSample({ ...drawn, office: 'LOS', caseKeys: ['k7'] })).toBe('stored');
    await store.putBlindReview('NYC', answer({ caseKey: 'k2', answer: 'cannot-tell' }));
    expect(await store.listSamples('NYC')).toEqual([
      { ...newer, reviews: [] },
      { ...drawn, reviews: [answer({ caseKey: 'k2', answer: 'cannot-tell' })] },
    ]);
    expect(await store.listSamples('LOS')).toEqual([{ ...drawn, office: 'LOS', caseKeys: ['k7'], reviews: [] }]);
    expect(await store.listSamples('BOS')).toEqual([]);
  });

  test('the first answer to a case of a sample stands', async () => {
    const store = await makeStore();
    await store.putSample(drawn);
    await store.putSample({ ...drawn, id: 'second' });
    expect(await store.putBlindReview('NYC', answer())).toBe('stored');
    expect(await store.putBlindReview('NYC', answer({ answer: 'would-not-flag', by: ANNA.by }))).toBe('already-there');
    expect(await store.putBlindReview('NYC', answer({ sample: 'second', answer: 'would-not-flag' }))).toBe('stored');
    expect(await store.putBlindReview('NYC', answer({ caseKey: 'k3' }))).toBe('stored');
    const reviews = new Map((await store.listSamples('NYC')).map(({ id, reviews: given }) => [id, given]));
    expect(reviews.get('first')).toEqual([answer(), answer({ caseKey: 'k3' })]);
    expect(reviews.get('second')).toEqual([answer({ sample: 'second', answer: 'would-not-flag' })]);
  });
}
