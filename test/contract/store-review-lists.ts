/** What every store must list of people's work, whatever it stands on: claims, decided flags, cases without a flag. */
import { expect, test } from 'vitest';
import type { CaseStore } from '../../shared/store/store.ts';
import { collect, fold, raise, read, writeReview } from './store-reviews.ts';
import { ANNA, BORIS, claimed, decided, headOf, names, update } from './store-samples.ts';

const NYC = { part: 'work', office: 'NYC', lane: 'own-motion', restricted: false } as const;

export function describeReviewLists(makeStore: () => Promise<CaseStore>): void {
  const keysOf = (flags: readonly { caseKey: string }[]) => flags.map(({ caseKey }) => caseKey);
  const from = '2021-06-15T12:00:00.000Z';

  test('a person’s claims run by the end of the lease, and neither others’ nor those that are over are among them', async () => {
    const store = await makeStore();
    const claim = async (subject: string, expiresAt: string, person = ANNA, facts = {}) =>
      writeReview(store, await raise(store, subject, facts), claimed(person, expiresAt));
    await claim('late', '2021-06-15T18:00:00.000Z', ANNA, { detained: true, office: 'LOS' });
    await claim('soon', '2021-06-15T12:00:00.001Z', ANNA, { protected1367: true });
    await claim('over', '2021-06-15T12:00:00.000Z');
    await claim('other', '2021-06-15T14:00:00.000Z', BORIS);
    await raise(store, 'nobody’s');
    const claims = await store.listClaims(ANNA.by, from);
    expect(keysOf(claims)).toEqual(['soon', 'late'].map(names.caseKey));
    expect(claims[0]).toMatchObject({ ...NYC, restricted: true, flag: { state: 'raised' } });
    expect(claims[1]).toMatchObject({ ...NYC, office: 'LOS', detained: true, review: { claim: { ...ANNA } } });
    expect(keysOf(await store.listClaims(ANNA.by, '2021-06-15T11:59:59.999Z'))).toHaveLength(3);

    const soon = await read(store, names.caseKey('soon'));
    expect(await writeReview(store, soon, { decisions: [] })).toBe('written');
    const late = await read(store, names.caseKey('late'));
    expect(await writeReview(store, late, claimed(BORIS, '2021-06-15T19:00:00.000Z'))).toBe('written');
    expect(await store.listClaims(ANNA.by, from)).toEqual([]);
    expect(keysOf(await store.listClaims(BORIS.by, from))).toEqual(['other', 'late'].map(names.caseKey));
  });

  test('a claim stays listed as the machine writes on, with the place where its flag now stands', async () => {
    const store = await makeStore();
    await writeReview(store, await raise(store), claimed());
    expect(await fold(store, await read(store), 2, { aggravating: { fraud: true } })).toBe('written');
    const [claim, ...others] = await store.listClaims(ANNA.by, from);
    expect(claim).toMatchObject({ ...NYC, lane: 'supervisor', flag: { revision: 2 }, review: claimed() });
    expect(others).toEqual([]);
  });

  test('a claim whose flag was withdrawn after the lease, by the machine’s clock, is not listed', async () => {
    const store = await makeStore();
    for (const [subject, facts] of [
      ['opposed', { respondentPosition: 'opposes' }],
      ['ended', { stage: 'ended' }],
    ] as const) {
      const head = await raise(store, subject);
      await writeReview(store, head, claimed());
      const later = update({ subject, id: 'u2', sequence: 2, facts });
      const previous = await read(store, head.caseKey);
      const content = headOf([later], { previous, at: '2021-06-15T15:00:00.000Z' });
      expect(await store.writeHead(head.caseKey, content, previous.version)).toBe('written');
    }
    expect(await store.listClaims(ANNA.by, from)).toEqual([]);
  });

  test('a decided flag leaves the work, stands among the decided in the order of decisions, and comes back when facts change', async () => {
    const store = await makeStore();
    const decide = async (subject: string, at: string, facts = {}) => {
      const head = await raise(store, subject, facts);
      expect(await writeReview(store, head, decided(head, at))).toBe('written');
    };
    await decide('second', '2021-06-15T16:00:00.000Z', { detained: true });
    await decide('first', '2021-06-15T15:00:00.000Z');
    await decide('protected', '2021-06-15T14:00:00.000Z', { protected1367: true });
    await raise(store, 'open');
    const among = async (part: 'work' | 'decided' | 'past', restricted = false) =>
      keysOf(await store.listQueue({ ...NYC, part, restricted, limit: 10 }));
    expect(await among('work')).toEqual(['open'].map(names.caseKey));
    expect(await store.countQueue(NYC)).toBe(1);
    expect(await among('decided')).toEqual(['first', 'second'].map(names.caseKey));
    expect(await among('decided', true)).toEqual(['protected'].map(names.caseKey));
    expect(await store.countQueue({ ...NYC, part: 'decided' })).toBe(2);
    expect((await collect(store.scanFlags())).map(({ part }) => part).sort()).toEqual([
      'decided',
      'decided',
      'decided',
      'work',
    ]);

    await fold(store, await read(store, names.caseKey('first')), 2, { represented: true });
    expect(await among('decided')).toEqual(['second'].map(names.caseKey));
    const back = (await store.listQueue({ ...NYC, limit: 10 })).find(
      ({ caseKey }) => caseKey === names.caseKey('first'),
    );
    expect(back).toMatchObject({ flag: { revision: 2 }, review: { decisions: [{ decision: 'move-to-dismiss' }] } });

    await fold(store, await read(store, names.caseKey('second')), 2, { stage: 'ended' });
    expect(await among('decided')).toEqual([]);
    expect(await among('past')).toEqual(['second'].map(names.caseKey));
    expect((await collect(store.scanFlags())).map(({ part }) => part).sort()).toEqual(['decided', 'work', 'work']);
  });

  test('a list read backwards begins at the end of its order, and its pages follow one another to the beginning', async () => {
    const store = await makeStore();
    const subjects = Array.from({ length: 9 }, (_, i) => `case ${i}`);
    for (const [i, subject] of subjects.entries()) {
      const head = await raise(store, subject);
      await writeReview(store, head, decided(head, `2021-06-15T15:00:0${i}.000Z`));
    }
    const queue = { ...NYC, part: 'decided', isBackwards: true, limit: 4 } as const;
    const seen: string[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await store.listQueue({ ...queue, ...(after !== undefined && { after }) });
      if (page.length === 0) break;
      expect(page.length).toBeLessThanOrEqual(4);
      seen.push(...keysOf(page));
      after = page.at(-1)?.order;
    }
    expect(seen).toEqual(subjects.toReversed().map(names.caseKey));
  });

  test('cases without a flag are listed in the order of their keys, from any place on, over all shards', async () => {
    const store = await makeStore();
    const unflagged = async (subject: string, facts = {}) =>
      raise(store, subject, { respondentPosition: 'opposes', ...facts });
    const subjects = Array.from({ length: 9 }, (_, i) => `case ${i}`);
    for (const subject of subjects) await unflagged(subject);
    await unflagged('protected', { protected1367: true });
    await unflagged('elsewhere', { office: 'LOS' });
    await unflagged('ended', { stage: 'ended' });
    await raise(store, 'flagged');
    const keys = subjects.map(names.caseKey).sort((a, b) => (a < b ? -1 : 1));
    const office = { office: 'NYC', restricted: false };
    expect(await store.listUnflagged(office, '', 50)).toEqual(keys);
    expect(await store.listUnflagged(office, '', 4)).toEqual(keys.slice(0, 4));
    expect(await store.listUnflagged(office, keys[3] ?? '', 3)).toEqual(keys.slice(3, 6));
    expect(await store.listUnflagged(office, `${keys[3]}A`, 3)).toEqual(keys.slice(4, 7));
    expect(await store.listUnflagged(office, '~', 3)).toEqual([]);
    expect(await store.listUnflagged({ ...office, restricted: true }, '', 50)).toEqual([names.caseKey('protected')]);
    expect(await store.listUnflagged({ ...office, office: 'LOS' }, '', 50)).toEqual([names.caseKey('elsewhere')]);
    expect(keysOf(await collect(store.scanFlags()))).toEqual([names.caseKey('flagged')]);
    expect(keysOf(await store.listQueue({ ...NYC, limit: 50 }))).toEqual([names.caseKey('flagged')]);

    const first = await read(store, keys[0]);
    await fold(store, first, 2, { respondentPosition: 'consents' });
    expect(await store.listUnflagged(office, '', 50)).toEqual(keys.slice(1));
    await fold(store, await read(store, keys[0]), 3, { respondentPosition: 'opposes' });
    expect(await store.listUnflagged(office, '', 50)).toEqual(keys);
  });
}
