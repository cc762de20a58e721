/** What every store must do, whatever it stands on: run by each of them against a fresh store a test. */
import { expect, test } from 'vitest';
import { encodeRecord } from '../../shared/docket/record-codec.ts';
import type { LiveLane } from '../../shared/flag/flag.ts';
import { memberCount } from '../../shared/store/members.ts';
import type { CaseHead, CaseStore, QuarantineStore } from '../../shared/store/store.ts';
import { body, headOf, memberOf, names, OWN_MOTION_FACTS, update } from './store-samples.ts';

const KEY = names.caseKey('A-CASE-1');
const AT = '2021-06-15T12:00:00.000Z';

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function read(store: CaseStore, caseKey = KEY): Promise<CaseHead> {
  const head = await store.readHead(caseKey);
  if (head === undefined) throw new Error('no head');
  return head;
}

export function describeLedger(makeStore: () => Promise<CaseStore>): void {
  test('an entry is put once; the same again changes nothing', async () => {
    const store = await makeStore();
    const entry = { memberId: memberOf(update()), body: body(), receivedAt: AT };
    expect(await store.putEntry(KEY, entry)).toBe('stored');
    expect(await store.putEntry(KEY, { ...entry, receivedAt: '2022-01-01T00:00:00.000Z' })).toBe('already-there');
    const [kept, ...others] = await collect(store.listEntries(KEY));
    expect(others).toEqual([]);
    expect(kept?.body).toBe(body());
    expect(kept?.receivedAt).toBe(AT);
    expect(Buffer.from(kept?.memberId ?? [])).toEqual(Buffer.from(entry.memberId));
  });

  test('entries of one case are listed in full, over many pages, and of no other case', async () => {
    const store = await makeStore();
    const bodies = Array.from({ length: 12 }, (_, i) => `${i} ${incompressible(128 * 1024 - 3)}`);
    for (const [i, text] of bodies.entries()) {
      await store.putEntry(KEY, { memberId: memberOf(update({ id: `u${i}` })), body: text, receivedAt: AT });
    }
    const other = names.caseKey('A-CASE-2');
    await store.putEntry(other, { memberId: memberOf(update()), body: body(), receivedAt: AT });
    await store.writeHead(KEY, headOf([update()]), undefined);
    const listed = (await collect(store.listEntries(KEY))).map((entry) => entry.body);
    expect([...listed].sort()).toEqual([...bodies].sort());
    expect((await collect(store.listEntries(KEY))).map((entry) => entry.body)).toEqual(listed);
  });

  test('a case without updates has no head', async () => {
    const store = await makeStore();
    expect(await store.readHead(KEY)).toBeUndefined();
    expect(await collect(store.listEntries(KEY))).toEqual([]);
  });

  test('a head is read as it was written', async () => {
    const store = await makeStore();
    const content = headOf([
      update({ facts: { ...OWN_MOTION_FACTS, hearing: { on: '2021-09-01', kind: 'master' } } }),
      update({ id: 'u2', provenance: 'prohibited', facts: { gang: { intentional: true } } }),
    ]);
    expect(await store.writeHead(KEY, content, undefined)).toBe('written');
    const head = await read(store);
    expect(head.version).toBe(1);
    expect(head.caseKey).toBe(KEY);
    expect(encodeRecord(head.record)).toBe(encodeRecord(content.record));
    expect(Buffer.from(head.members)).toEqual(Buffer.from(content.members));
    const { members: _members, record: _record, ...rest } = content;
    expect(head).toMatchObject(rest);
  });

  test('a head is written only by whoever read the version it has', async () => {
    const store = await makeStore();
    const first = headOf([update()]);
    expect(await store.writeHead(KEY, first, 1)).toBe('version-conflict');
    expect(await store.readHead(KEY)).toBeUndefined();
    expect(await store.writeHead(KEY, first, undefined)).toBe('written');
    expect(await store.writeHead(KEY, first, undefined)).toBe('version-conflict');
    const second = headOf([update({ id: 'u2' })], { previous: await read(store) });
    expect(await store.writeHead(KEY, second, 1)).toBe('written');
    expect(await store.writeHead(KEY, first, 1)).toBe('version-conflict');
    const head = await read(store);
    expect(head.version).toBe(2);
    expect(memberCount(head.members)).toBe(2);
  });

  test('a head in place of one that was lost is given a version, on the same condition', async () => {
    const store = await makeStore();
    const content = headOf([update()]);
    expect(await store.writeHead(KEY, content, undefined, 1_600_000_000_000)).toBe('written');
    expect(await store.writeHead(KEY, content, undefined, 1_700_000_000_000)).toBe('version-conflict');
    expect((await read(store)).version).toBe(1_600_000_000_000);
    expect(await store.writeHead(KEY, content, 1_600_000_000_000)).toBe('written');
    expect((await read(store)).version).toBe(1_600_000_000_001);
  });

  test('of many who write at once from one version, one does', async () => {
    const store = await makeStore();
    const writers = Array.from({ length: 8 }, (_, i) => headOf([update({ id: `u${i}` })]));
    const results = await Promise.all(writers.map((content) => store.writeHead(KEY, content, undefined)));
    expect(results.filter((result) => result === 'written')).toHaveLength(1);
    expect(memberCount((await read(store)).members)).toBe(1);
  });

  test('what a fact no longer says is gone from the head', async () => {
    const store = await makeStore();
    const hearing = { on: '2021-09-01', kind: 'master' } as const;
    await store.writeHead(KEY, headOf([update({ facts: { ...OWN_MOTION_FACTS, hearing } })]), undefined);
    expect((await read(store)).hearingOn).toBe('2021-09-01');
    const retracted = update({ id: 'u2', sequence: 2, facts: { hearing: null, detained: null, stage: 'ended' } });
    await store.writeHead(KEY, headOf([retracted], { previous: await read(store) }), 1);
    const head = await read(store);
    expect(head.hearingOn).toBeUndefined();
    expect(head.detained).toBeUndefined();
    expect(head.queue).toBeUndefined();
    expect(head.flag?.state).toBe('withdrawn');
  });
}

interface Waiting {
  subject: string;
  detained?: boolean;
  hearing?: string;
  at?: string;
  office?: string | null;
  protected1367?: boolean;
}

async function raise(store: CaseStore, { subject, detained = false, hearing, at = AT, ...rest }: Waiting) {
  const facts = {
    ...OWN_MOTION_FACTS,
    detained,
    ...(hearing !== undefined && { hearing: { on: hearing, kind: 'master' as const } }),
    ...(rest.office !== undefined && { office: rest.office }),
    ...(rest.protected1367 !== undefined && { protected1367: rest.protected1367 }),
  };
  const content = headOf([update({ subject, facts })], { at });
  await store.writeHead(names.caseKey(subject), content, undefined);
}

export function describeQueue(makeStore: () => Promise<CaseStore>): void {
  const lane: LiveLane = 'own-motion';
  const queue = { part: 'work', office: 'NYC', lane, restricted: false } as const;

  test('the queue runs detained first, then by hearing, then by age of the flag, over all shards', async () => {
    const store = await makeStore();
    await raise(store, { subject: 'free, no hearing, young', at: '2021-06-20T00:00:00.000Z' });
    await raise(store, { subject: 'free, late hearing', hearing: '2022-03-01' });
    await raise(store, { subject: 'free, no hearing, old', at: '2021-06-02T00:00:00.000Z' });
    await raise(store, { subject: 'held, late hearing', hearing: '2022-02-01', detained: true });
    await raise(store, { subject: 'free, soon heard', hearing: '2021-07-01' });
    await raise(store, { subject: 'held, soon heard', hearing: '2021-08-01', detained: true });
    await raise(store, { subject: 'elsewhere', office: 'LOS' });
    const expected = [
      'held, soon heard',
      'held, late hearing',
      'free, soon heard',
      'free, late hearing',
      'free, no hearing, old',
      'free, no hearing, young',
    ].map(names.caseKey);
    const listed = await store.listQueue({ ...queue, limit: 50 });
    expect(listed.map(({ caseKey }) => caseKey)).toEqual(expected);
    expect(listed[0]).toMatchObject({
      ...queue,
      detained: true,
      hearingOn: '2021-08-01',
      flag: { state: 'raised', lane },
    });
    expect(await store.countQueue(queue)).toBe(6);
    expect(await store.countQueue({ ...queue, office: 'LOS' })).toBe(1);
    expect(await store.countQueue({ ...queue, lane: 'triage' })).toBe(0);
  });

  test('pages of the queue follow one another without gap or repetition', async () => {
    const store = await makeStore();
    const subjects = Array.from({ length: 17 }, (_, i) => `case ${i}`);
    for (const subject of subjects) await raise(store, { subject });
    const seen: string[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await store.listQueue({ ...queue, limit: 5, ...(after !== undefined && { after }) });
      if (page.length === 0) break;
      expect(page.length).toBeLessThanOrEqual(5);
      seen.push(...page.map(({ caseKey }) => caseKey));
      after = page.at(-1)?.order;
    }
    expect(seen).toHaveLength(17);
    expect(new Set(seen)).toEqual(new Set(subjects.map(names.caseKey)));
  });

  test('a queue is read from its end as it is from its beginning', async () => {
    const store = await makeStore();
    for (let i = 0; i < 11; i++) await raise(store, { subject: `case ${i}` });
    const forwards = await store.listQueue({ ...queue, limit: 50 });
    const backwards: typeof forwards = [];
    for (;;) {
      const after = backwards.at(-1)?.order;
      const from = after === undefined ? {} : { after };
      const page = await store.listQueue({ ...queue, ...from, limit: 4, isBackwards: true });
      if (page.length === 0) break;
      expect(page.length).toBeLessThanOrEqual(4);
      backwards.push(...page);
    }
    expect(backwards).toEqual(forwards.toReversed());
  });

  test('a restricted case stands in a queue of its own, and in no other', async () => {
    const store = await makeStore();
    await raise(store, { subject: 'open' });
    await raise(store, { subject: 'protected', protected1367: true });
    const open = await store.listQueue({ ...queue, limit: 5 });
    expect(open.map(({ caseKey }) => caseKey)).toEqual([names.caseKey('open')]);
    const restricted = await store.listQueue({ ...queue, restricted: true, limit: 5 });
    expect(restricted.map(({ caseKey }) => caseKey)).toEqual([names.caseKey('protected')]);
    expect(await store.countQueue({ ...queue, restricted: true })).toBe(1);
  });

  test('a case without an office waits with the unassigned', async () => {
    const store = await makeStore();
    await raise(store, { subject: 'nowhere', office: null });
    expect(await store.countQueue({ ...queue, office: 'UNASSIGNED' })).toBe(1);
  });

  test('a flag that moves to another lane leaves the queue it stood in; withdrawn, it leaves them all', async () => {
    const store = await makeStore();
    const caseKey = names.caseKey('moving');
    await raise(store, { subject: 'moving' });
    const fraud = update({ subject: 'moving', id: 'u2', sequence: 2, facts: { aggravating: { fraud: true } } });
    await store.writeHead(caseKey, headOf([fraud], { previous: await read(store, caseKey) }), 1);
    expect(await store.countQueue(queue)).toBe(0);
    const [moved] = await store.listQueue({ ...queue, lane: 'supervisor', limit: 5 });
    expect(moved?.flag).toMatchObject({ lane: 'supervisor', revision: 2, raisedAt: AT });
    const ended = update({ subject: 'moving', id: 'u3', sequence: 3, facts: { stage: 'ended' } });
    await store.writeHead(caseKey, headOf([ended], { previous: await read(store, caseKey) }), 2);
    expect(await store.countQueue({ ...queue, lane: 'supervisor' })).toBe(0);
    expect(await collect(store.scanFlags())).toEqual([]);
  });

  test('a scan finds every live flag with its office, lane and restriction', async () => {
    const store = await makeStore();
    await raise(store, { subject: 'one' });
    await raise(store, { subject: 'two', office: 'LOS' });
    await raise(store, { subject: 'three', protected1367: true });
    const found = await collect(store.scanFlags());
    const shown = found.map(({ office, lane: stands, restricted }) => `${office} ${stands} ${restricted}`).sort();
    expect(shown).toEqual(['LOS own-motion false', 'NYC own-motion false', 'NYC own-motion true']);
  });
}

export function describeQuarantine(makeStore: () => Promise<QuarantineStore>): void {
  const message = { reason: 'not-json', paths: ['$'], receivedAt: AT } as const;

  test('a message is set aside once and read back as it was', async () => {
    const store = await makeStore();
    for (const text of ['{"broken":', '', 'NUL \0, half a pair \ud800, and é', '\ufeff{}']) {
      const id = names.receivedId(text);
      expect(await store.put({ ...message, id, body: text })).toBe('stored');
      expect(await store.put({ ...message, id, body: text, receivedAt: '2022-01-01T00:00:00.000Z' })).toBe(
        'already-there',
      );
      expect(await store.read(id)).toEqual({ ...message, id, body: text });
    }
    expect(await store.read('nothing')).toBeUndefined();
  });

  test('a message of the largest size is kept whole, though it may not be compressed', async () => {
    const store = await makeStore();
    const text = incompressible(1024 * 1024);
    const id = names.receivedId(text);
    expect(await store.put({ ...message, id, reason: 'too-large', body: text })).toBe('stored');
    const kept = await store.read(id);
    expect(kept?.body === text).toBe(true);
    const [summary, ...others] = await collect(store.listRecent({ newest: '2021-06-15', days: 1 }));
    expect(summary).toEqual({ id, reason: 'too-large', paths: ['$'], receivedAt: AT, bytes: 1024 * 1024 });
    expect(others).toEqual([]);
  });

  test('the list runs from the newest back over the days asked for', async () => {
    const store = await makeStore();
    const times = [
      '2021-05-31T23:59:59.999Z',
      '2021-06-01T00:00:00.000Z',
      '2021-06-01T08:00:00.000Z',
      '2021-06-03T00:00:00.000Z',
    ];
    for (const receivedAt of times) await store.put({ ...message, id: receivedAt, receivedAt, body: receivedAt });
    const listed = await collect(store.listRecent({ newest: '2021-06-02', days: 3 }));
    expect(listed.map(({ receivedAt }) => receivedAt)).toEqual([times[2], times[1], times[0]]);
    const short = await collect(store.listRecent({ newest: '2021-06-02', days: 2 }));
    expect(short.map(({ receivedAt }) => receivedAt)).toEqual([times[2], times[1]]);
  });
}

/** Printable text without pattern, the same each time. */
function incompressible(length: number): string {
  const bytes = Buffer.alloc(length);
  let state = 2463534242;
  for (let i = 0; i < length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[i] = 33 + ((state >>> 0) % 94);
  }
  return bytes.toString('latin1');
}
