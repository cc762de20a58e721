/** What every store must do with people's half of a case, whatever it stands on: run against a fresh store a test. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeRecord } from '../../shared/docket/record-codec.ts';
import type { Act } from '../../shared/review/act.ts';
import type { Review } from '../../shared/review/review.ts';
import { memberCount } from '../../shared/store/members.ts';
import type { CaseHead, CaseStore } from '../../shared/store/store.ts';
import {
  ANNA,
  BORIS,
  body,
  claimed,
  decided,
  headOf,
  memberOf,
  names,
  OWN_MOTION_FACTS,
  rested,
  reviewContent,
  update,
} from './store-samples.ts';

const KEY = names.caseKey('A-CASE-1');

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export async function read(store: CaseStore, caseKey = KEY): Promise<CaseHead> {
  const head = await store.readHead(caseKey);
  if (head === undefined) throw new Error('no head');
  return head;
}

/** A case with a flag, as the machine first writes it. */
export async function raise(store: CaseStore, subject = 'A-CASE-1', facts: object = {}): Promise<CaseHead> {
  const caseKey = names.caseKey(subject);
  await store.writeHead(caseKey, headOf([update({ subject, facts: { ...OWN_MOTION_FACTS, ...facts } })]), undefined);
  return read(store, caseKey);
}

/** A person's write from what they read. */
export function writeReview(store: CaseStore, head: CaseHead, review: Review) {
  return store.writeReview(head.caseKey, reviewContent(head, review), head.version);
}

/** The machine's write of one more update, from what it read. */
export function fold(store: CaseStore, head: CaseHead, sequence: number, facts: object) {
  const { caseId: subject } = head;
  const content = headOf([update({ subject, id: `u${sequence}`, sequence, facts })], { previous: head });
  return store.writeHead(head.caseKey, content, head.version);
}

export function describeReviews(makeStore: () => Promise<CaseStore>): void {
  test('people’s half is read as it was written, and the machine’s half stays as it was', async () => {
    const store = await makeStore();
    const before = await raise(store);
    expect(before.review).toBeUndefined();
    const reviews = [claimed(), rested(), { ...claimed(BORIS), ...rested() }, decided(before), { decisions: [] }];
    for (const [i, review] of reviews.entries()) {
      const head = await read(store);
      expect(await writeReview(store, head, review)).toBe('written');
      const { review: kept, version, queue: _queue, record, ...machine } = await read(store);
      expect(kept).toEqual(review);
      expect(version).toBe(i + 2);
      expect(before).toMatchObject(machine);
      expect(encodeRecord(record)).toBe(encodeRecord(before.record));
    }
  });

  test('where there is no head, people write none', async () => {
    const store = await makeStore();
    const head = { ...headOf([update()]), caseKey: KEY, version: 1, review: undefined };
    expect(await writeReview(store, head, claimed())).toBe('version-conflict');
    expect(await store.readHead(KEY)).toBeUndefined();
  });

  test('of many who claim a flag at once, one does, and the others see who', async () => {
    const store = await makeStore();
    const head = await raise(store);
    const people = Array.from({ length: 8 }, (_, i) => ({ by: `sub-${i}`, name: `Reviewer ${i}` }));
    const results = await Promise.all(people.map((person) => writeReview(store, head, claimed(person))));
    expect(results.filter((result) => result === 'written')).toHaveLength(1);
    const winner = people[results.indexOf('written')];
    expect((await read(store)).review?.claim).toMatchObject({ ...winner });
    const claims = await Promise.all(people.map(({ by }) => store.listClaims(by, '2021-06-15T00:00:00.000Z')));
    expect(claims.flat().map(({ review }) => review?.claim?.by)).toEqual([winner?.by]);
  });

  test('of a person and the machine who write at once from one version, one does, and the other’s half is as it was', async () => {
    const store = await makeStore();
    const head = await raise(store);
    const [person, machine] = await Promise.all([
      writeReview(store, head, claimed()),
      fold(store, head, 2, { represented: true }),
    ]);
    const after = await read(store);
    expect([person, machine].sort()).toEqual(['version-conflict', 'written']);
    expect(after.version).toBe(2);
    expect(after.review).toEqual(person === 'written' ? claimed() : undefined);
    expect(memberCount(after.members)).toBe(machine === 'written' ? 2 : 1);
  });

  test('however reads and writes of the machine and two people fall, each half holds what its last writer wrote', async () => {
    const store = await makeStore();
    const step = fc.record({
      who: fc.constantFrom('machine', 'anna', 'boris'),
      does: fc.constantFrom('read', 'write'),
    });
    let cases = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        cases += 1;
        const first = await raise(store, `interleaved ${cases}`);
        const seen = new Map<string, CaseHead>();
        let expected = { version: 1, members: 1, review: undefined as Review | undefined };
        for (const [i, { who, does }] of steps.entries()) {
          const head = seen.get(who) ?? first;
          if (does === 'read') {
            seen.set(who, await read(store, first.caseKey));
            continue;
          }
          const review = claimed(who === 'anna' ? ANNA : BORIS, `2021-06-15T14:00:00.${String(i).padStart(3, '0')}Z`);
          const result =
            who === 'machine'
              ? await fold(store, head, i + 2, { represented: i % 2 === 0 })
              : await writeReview(store, head, review);
          expect(result).toBe(head.version === expected.version ? 'written' : 'version-conflict');
          if (result === 'version-conflict') continue;
          const { version, members } = expected;
          if (who === 'machine') expected = { ...expected, version: version + 1, members: members + 1 };
          else expected = { ...expected, version: version + 1, review };
        }
        const { version, members, review } = await read(store, first.caseKey);
        expect({ version, members: memberCount(members), review }).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  test('an act is put once; what was put first is handed back, whatever comes under its name', async () => {
    const store = await makeStore();
    await raise(store);
    await store.putEntry(KEY, { memberId: memberOf(update()), body: body(), receivedAt: '2021-06-15T12:00:00.000Z' });
    const act: Act = {
      id: names.actId(ANNA.by, 'a-key-of-sixteen-characters'),
      kind: 'decision',
      ...ANNA,
      at: '2021-06-15T13:45:00.000Z',
      requestHash: 'a'.repeat(64),
      body: JSON.stringify({ reason: 'No priority, é, and half a pair \ud800.' }),
    };
    const other: Act = { ...act, id: names.actId(BORIS.by, 'a-key-of-sixteen-characters'), ...BORIS, kind: 'access' };
    expect(await store.putAct(KEY, act)).toEqual({ kind: 'stored' });
    expect(await store.putAct(KEY, act)).toEqual({ kind: 'already-there', act });
    const otherwise = { ...act, kind: 'hold' as const, requestHash: 'b'.repeat(64), body: '{}' };
    expect(await store.putAct(KEY, otherwise)).toEqual({ kind: 'already-there', act });
    expect(await store.putAct(KEY, other)).toEqual({ kind: 'stored' });
    await store.putAct(names.caseKey('A-CASE-2'), otherwise);

    expect(await store.readAct(KEY, act.id)).toEqual(act);
    expect(await store.readAct(KEY, 'of nobody')).toBeUndefined();
    expect(await store.readAct(names.caseKey('A-CASE-2'), other.id)).toBeUndefined();
    const listed = await collect(store.listActs(KEY));
    expect(listed).toHaveLength(2);
    expect(listed).toEqual(expect.arrayContaining([act, other]));
    expect(await collect(store.listActs(KEY))).toEqual(listed);
    expect(await collect(store.listEntries(KEY))).toHaveLength(1);
    expect((await read(store)).version).toBe(1);
  });

  test('of many who put one act at once, one does, and all are handed what it put', async () => {
    const store = await makeStore();
    const acts = Array.from({ length: 6 }, (_, i): Act => {
      const at = `2021-06-15T13:45:00.00${i}Z`;
      return { id: 'one', kind: 'hold', ...ANNA, at, requestHash: 'a'.repeat(64), body: '{}' };
    });
    const results = await Promise.all(acts.map((act) => store.putAct(KEY, act)));
    const winner = acts[results.findIndex(({ kind }) => kind === 'stored')];
    expect(results.filter(({ kind }) => kind === 'stored')).toHaveLength(1);
    for (const result of results) if (result.kind === 'already-there') expect(result.act).toEqual(winner);
    expect(await collect(store.listActs(KEY))).toEqual([winner]);
  });
}
