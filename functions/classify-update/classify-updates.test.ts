/** What becomes of messages at the function's edge: on the real fold, policy and store, with faults let in between. */
import { expect, test } from 'vitest';
import { StoreError } from '../../shared/store/errors.ts';
import { memberCount } from '../../shared/store/members.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import { memoryQuarantineStore } from '../../shared/store/memory/quarantine-store.ts';
import { body, type Draft, names, OWN_MOTION_FACTS, SHARDS } from '../../test/contract/store-samples.ts';
import { type ConsumerSetting, makeConsumer, type Sent } from '../../test/simulation/consumer.ts';
import { faulty, type Misfortune, type StoreMishap } from '../../test/simulation/faulty.ts';

function makeWorld() {
  const ledger = memoryCaseStore({ shards: SHARDS });
  const quarantine = memoryQuarantineStore();
  const consumer = (misfortune: Misfortune = () => undefined, setting: ConsumerSetting = {}) =>
    makeConsumer(faulty({ ledger, quarantine }, misfortune), setting);

  async function entries(subject = 'A-CASE-1') {
    const found = [];
    for await (const entry of ledger.listEntries(names.caseKey(subject))) found.push(entry);
    return found;
  }
  async function head(subject = 'A-CASE-1') {
    return ledger.readHead(names.caseKey(subject));
  }
  async function quarantined() {
    const found = [];
    for await (const item of quarantine.listRecent({ newest: '2021-06-15', days: 1 })) found.push(item);
    return found;
  }
  return { ledger, quarantine, consumer, entries, head, quarantined };
}

function sent(id: string, draft: Draft = {}): Sent {
  return { id, body: body(draft) };
}

const first =
  (call: string, mishap: StoreMishap): Misfortune =>
  (name, nth) =>
    name === call && nth === 1 ? mishap : undefined;
const always =
  (call: string, mishap: StoreMishap): Misfortune =>
  (name) =>
    name === call ? mishap : undefined;

test('a new case gets its entry, its head and its flag', async () => {
  const world = makeWorld();
  const { consume, report } = world.consumer();
  expect(await consume([sent('m1', { facts: OWN_MOTION_FACTS })])).toEqual([]);
  expect(await world.entries()).toHaveLength(1);
  expect(await world.head()).toMatchObject({
    version: 1,
    caseId: 'A-CASE-1',
    flag: { state: 'raised', lane: 'own-motion', revision: 1 },
    classification: { lane: 'own-motion', asOf: '2021-06-15' },
  });
  expect(report.outcomes).toMatchObject({ applied: 1 });
  expect(report.counted).toEqual(['raised own-motion']);
});

test('a poison message among nine good ones: nine applied, one in quarantine, none returned', async () => {
  const world = makeWorld();
  const { consume, report } = world.consumer();
  const good = Array.from({ length: 9 }, (_, i) => sent(`m${i}`, { subject: `A-CASE-${i}` }));
  const poison = { id: 'poison', body: '{"specversion":"1.0","id":' };
  expect(await consume([...good.slice(0, 4), poison, ...good.slice(4)])).toEqual([]);
  expect(report.outcomes).toEqual({ applied: 9, duplicate: 0, superseded: 0, rejected: 1, retried: 0, error: 0 });
  for (let i = 0; i < 9; i++) expect(await world.head(`A-CASE-${i}`)).toBeDefined();
  const [item, ...others] = await world.quarantined();
  expect(item).toMatchObject({ reason: 'not-json', paths: ['$'] });
  expect(others).toEqual([]);
  expect((await world.quarantine.read(item?.id ?? ''))?.body).toBe(poison.body);
  expect(report.lines).toContainEqual({ code: 'UPDATE_REJECTED', fields: { messageId: 'poison', reason: 'not-json' } });
});

test('many updates of one case in a batch are folded into one head write', async () => {
  const world = makeWorld();
  let headWrites = 0;
  const { consume } = world.consumer((call) => {
    if (call === 'writeHead') headWrites += 1;
    return undefined;
  });
  const messages = Array.from({ length: 20 }, (_, i) => sent(`m${i}`, { id: `u${i}`, sequence: i }));
  expect(await consume(messages)).toEqual([]);
  expect(headWrites).toBe(1);
  expect(await world.entries()).toHaveLength(20);
  expect(memberCount((await world.head())?.members ?? new Uint8Array())).toBe(20);
});

test('redelivered after success, an update is a duplicate and nothing moves', async () => {
  const world = makeWorld();
  const { consume, report } = world.consumer();
  await consume([sent('m1')]);
  const before = await world.head();
  expect(await consume([sent('m1-again')])).toEqual([]);
  expect(report.outcomes).toMatchObject({ applied: 1, duplicate: 1 });
  expect(await world.head()).toEqual(before);
  expect(await world.entries()).toHaveLength(1);
});

test('the same update twice in one batch counts once, and both messages go', async () => {
  const world = makeWorld();
  const { consume, report } = world.consumer();
  expect(await consume([sent('m1'), sent('m2'), sent('m2')])).toEqual([]);
  expect(report.outcomes).toMatchObject({ applied: 1, duplicate: 2 });
  expect(await world.entries()).toHaveLength(1);
});

test('twins of an update that could not be brought in come back with it', async () => {
  const world = makeWorld();
  const { consume, report } = world.consumer(always('writeHead', 'throttled'));
  expect(await consume([sent('m1'), sent('m2'), sent('m3')])).toEqual(['m1', 'm2', 'm3']);
  expect(report.outcomes).toMatchObject({ duplicate: 0, retried: 3 });
});

test('an update that is outranked in all it says is in, and counts as superseded', async () => {
  const world = makeWorld();
  const { consume, report } = world.consumer();
  await consume([sent('m1', { id: 'late', sequence: 9, facts: { stage: 'ended' } })]);
  expect(await consume([sent('m2', { id: 'early', sequence: 3, facts: { stage: 'pending' } })])).toEqual([]);
  expect(report.outcomes).toMatchObject({ applied: 1, superseded: 1 });
  const head = await world.head();
  expect(head?.version).toBe(2);
  expect(memberCount(head?.members ?? new Uint8Array())).toBe(2);
  expect(await world.entries()).toHaveLength(2);
});

test.each([
  ['in one batch', true],
  ['later', false],
])('other content under a known source and id counts, and a copy is set aside: %s', async (_when, together) => {
  const world = makeWorld();
  const { consume, report } = world.consumer();
  const one = sent('m1', { sequence: 1, facts: { stage: 'pending' } });
  const other = sent('m2', { sequence: 2, facts: { stage: 'ended' } });
  for (const batch of together ? [[one, other]] : [[one], [other]]) expect(await consume(batch)).toEqual([]);
  expect(report.outcomes).toMatchObject({ applied: 2, rejected: 0 });
  expect(await world.entries()).toHaveLength(2);
  expect(memberCount((await world.head())?.members ?? new Uint8Array())).toBe(2);
  const [copy, ...others] = await world.quarantined();
  expect(copy).toMatchObject({ reason: 'conflicting-content', paths: ['$'] });
  expect((await world.quarantine.read(copy?.id ?? ''))?.body).toBe(other.body);
  expect(others).toEqual([]);
  expect(await consume([other])).toEqual([]);
  expect(await world.quarantined()).toHaveLength(1);
});

test('the copy of a conflicting update is set aside before the head is written, or the message comes back', async () => {
  const world = makeWorld();
  await world.consumer().consume([sent('m1', { sequence: 1 })]);
  const { consume } = world.consumer(always('quarantine', 'throttled'));
  expect(await consume([sent('m2', { sequence: 2 }), sent('m3', { id: 'u2' })])).toEqual(['m2']);
  expect(memberCount((await world.head())?.members ?? new Uint8Array())).toBe(2);
  expect(await world.consumer().consume([sent('m2', { sequence: 2 })])).toEqual([]);
  expect(await world.quarantined()).toHaveLength(1);
});

test.each(['readHead', 'putEntry', 'writeHead'] as const)('a passing failure of %s is tried again', async (call) => {
  for (const mishap of ['throttled', 'unavailable', 'unavailable-after'] as const) {
    const world = makeWorld();
    const waits: number[] = [];
    const sleep = async (millis: number) => void waits.push(millis);
    const { consume, report } = world.consumer(first(call, mishap), { sleep });
    expect(await consume([sent('m1')])).toEqual([]);
    expect(report.outcomes).toMatchObject({ applied: 1, duplicate: 0 });
    expect((await world.head())?.version).toBe(1);
    expect(await world.entries()).toHaveLength(1);
    expect(waits).toEqual([25]);
  }
});

test('a store that fails after applying, each time: found in on the next read, not written twice', async () => {
  const world = makeWorld();
  const { consume, report } = world.consumer(always('writeHead', 'unavailable-after'));
  expect(await consume([sent('m1'), sent('m2', { id: 'u2', sequence: 0 })])).toEqual([]);
  expect(report.outcomes).toMatchObject({ applied: 1, superseded: 1 });
  expect((await world.head())?.version).toBe(1);
});

test('a head that others wrote in between is read again and kept', async () => {
  const world = makeWorld();
  const other = world.consumer();
  let isInBetween = true;
  const ledger = {
    ...world.ledger,
    readHead: async (caseKey: string) => {
      const head = await world.ledger.readHead(caseKey);
      if (isInBetween) {
        isInBetween = false;
        await other.consume([sent('other', { id: 'theirs', sequence: 2, facts: { represented: true } })]);
      }
      return head;
    },
  };
  const { consume, report } = makeConsumer({ ledger, quarantine: world.quarantine });
  expect(await consume([sent('m1', { id: 'ours', facts: { detained: true } })])).toEqual([]);
  expect(report.lines.map(({ code }) => code)).toContain('HEAD_CONFLICT');
  const head = await world.head();
  expect(head?.version).toBe(2);
  expect(memberCount(head?.members ?? new Uint8Array())).toBe(2);
  expect([...(head?.record.asserted.keys() ?? [])].sort()).toEqual(['detained', 'represented']);
});

test('an entry that is proved to be stored is not put again when the version is lost', async () => {
  const world = makeWorld();
  const puts: string[] = [];
  let conflicts = 0;
  const ledger: typeof world.ledger = {
    ...world.ledger,
    putEntry: async (caseKey, entry) => {
      puts.push(Buffer.from(entry.memberId).toString('hex'));
      // The first time, one of them is refused for a while.
      if (puts.length === 2) throw new StoreError('throttled', 'table');
      return world.ledger.putEntry(caseKey, entry);
    },
    writeHead: async (caseKey, content, version) =>
      ++conflicts < 4 ? 'version-conflict' : world.ledger.writeHead(caseKey, content, version),
  };
  const { consume } = makeConsumer({ ledger, quarantine: world.quarantine });
  const batch = ['u1', 'u2', 'u3'].map((id) => sent(id, { id }));
  expect(await consume(batch)).toEqual([]);
  expect(await world.entries()).toHaveLength(3);
  expect(puts).toHaveLength(4);
  expect(new Set(puts).size).toBe(3);
});

test('other content that comes under the id of an entry already put is set aside before the head is written', async () => {
  const world = makeWorld();
  const other = world.consumer();
  let isFirst = true;
  const ledger: typeof world.ledger = {
    ...world.ledger,
    writeHead: async (caseKey, content, version) => {
      if (isFirst) {
        isFirst = false;
        await other.consume([sent('theirs', { id: 'u1', facts: { represented: true } })]);
      }
      return world.ledger.writeHead(caseKey, content, version);
    },
  };
  const { consume, report } = makeConsumer({ ledger, quarantine: world.quarantine });
  expect(await consume([sent('ours', { id: 'u1', facts: { detained: true } })])).toEqual([]);
  expect(await world.quarantined()).toMatchObject([{ reason: 'conflicting-content' }]);
  expect(report.counted).toContain('set aside: conflicting-content');
  expect(memberCount((await world.head())?.members ?? new Uint8Array())).toBe(2);
});

test('a version that is lost every time gives the message back after five tries', async () => {
  const world = makeWorld();
  let reads = 0;
  const ledger = {
    ...world.ledger,
    readHead: async () => {
      reads += 1;
      return undefined;
    },
  };
  await world.consumer().consume([sent('m0', { id: 'u0' })]);
  const { consume, report } = makeConsumer({ ledger, quarantine: world.quarantine });
  expect(await consume([sent('m1')])).toEqual(['m1']);
  expect(reads).toBe(5);
  expect(report.outcomes).toMatchObject({ retried: 1 });
  expect(report.lines).toContainEqual({
    code: 'UPDATE_RETRIED',
    fields: { messageId: 'm1', fault: 'version-lost', place: 'head', tries: 5 },
  });
});

test('a table that throttles without end gives the messages of that case back, and no others', async () => {
  const world = makeWorld();
  const stuck = names.caseKey('A-STUCK');
  const ledger = {
    ...world.ledger,
    putEntry: (caseKey: string, entry: Parameters<typeof world.ledger.putEntry>[1]) =>
      caseKey === stuck
        ? faulty(world, always('putEntry', 'throttled')).ledger.putEntry(caseKey, entry)
        : world.ledger.putEntry(caseKey, entry),
  };
  const { consume, report } = makeConsumer({ ledger, quarantine: world.quarantine });
  const batch = [sent('m1', { subject: 'A-STUCK' }), sent('m2'), sent('m3', { subject: 'A-STUCK', id: 'u2' })];
  expect((await consume(batch)).sort()).toEqual(['m1', 'm3']);
  expect(report.outcomes).toMatchObject({ applied: 1, retried: 2 });
  expect(await world.head('A-STUCK')).toBeUndefined();
});

test('what the table refuses for good is an error at once, and harms no neighbour of the case', async () => {
  const world = makeWorld();
  const { consume, report } = world.consumer(first('putEntry', 'refused'));
  expect(await consume([sent('m1'), sent('m2', { id: 'u2' }), sent('m3', { subject: 'A-CASE-2' })])).toEqual(['m1']);
  expect(report.outcomes).toMatchObject({ applied: 2, error: 1 });
  expect(report.lines).toContainEqual({
    code: 'UPDATE_FAILED',
    fields: { messageId: 'm1', fault: 'refused', place: 'refused: test', tries: 1 },
  });
});

test('dead between entry and head: the entry is found again on redelivery and the head follows', async () => {
  const world = makeWorld();
  void world.consumer(first('writeHead', 'hang')).consume([sent('m1')]);
  await new Promise(setImmediate);
  expect(await world.entries()).toHaveLength(1);
  expect(await world.head()).toBeUndefined();
  const { consume, report } = world.consumer();
  expect(await consume([sent('m1')])).toEqual([]);
  expect(report.outcomes).toMatchObject({ applied: 1 });
  expect(await world.entries()).toHaveLength(1);
  expect((await world.head())?.version).toBe(1);
});

test('dead after the head: on redelivery the update is a duplicate', async () => {
  const world = makeWorld();
  void world.consumer(first('writeHead', 'hang-after')).consume([sent('m1')]);
  await new Promise(setImmediate);
  const { consume, report } = world.consumer();
  expect(await consume([sent('m1')])).toEqual([]);
  expect(report.outcomes).toMatchObject({ duplicate: 1 });
  expect((await world.head())?.version).toBe(1);
});

test.each([
  ['throttled', 'retried'],
  ['unavailable', 'retried'],
  ['refused', 'error'],
] as const)('a rejected message that cannot be set aside (%s) comes back', async (mishap, outcome) => {
  const world = makeWorld();
  const { consume, report } = world.consumer(always('quarantine', mishap));
  expect(await consume([{ id: 'poison', body: 'no json' }, sent('m1')])).toEqual(['poison']);
  expect(report.outcomes).toMatchObject({ applied: 1, rejected: 0, [outcome]: 1 });
});

test('a rejected message that was set aside though the answer was lost is set aside once', async () => {
  const world = makeWorld();
  const poison = { id: 'poison', body: 'no json' };
  expect(await world.consumer(first('quarantine', 'unavailable-after')).consume([poison])).toEqual(['poison']);
  expect(await world.consumer().consume([poison])).toEqual([]);
  expect(await world.quarantined()).toHaveLength(1);
});

test('near its end a case is not tried again', async () => {
  const world = makeWorld();
  // The batch, the head that is read, the entry and the head that is refused each ask for the time; then it is late.
  const timeLeft = [20_000, 20_000, 20_000, 20_000, 5_999];
  const { consume, report } = world.consumer(always('writeHead', 'throttled'), { timeLeft });
  expect(await consume([sent('m1')])).toEqual(['m1']);
  expect(report.lines).toContainEqual({
    code: 'UPDATE_RETRIED',
    fields: { messageId: 'm1', fault: 'out-of-time', place: 'case', tries: 1 },
  });
  expect(await world.entries()).toHaveLength(1);
});

test('the flag follows the lane: raised, moved, withdrawn, raised again', async () => {
  const world = makeWorld();
  const { consume, report } = world.consumer();
  const steps: Draft[] = [
    { id: 'u1', sequence: 1, facts: OWN_MOTION_FACTS },
    { id: 'u2', sequence: 2, facts: { aggravating: { fraud: true } } },
    { id: 'u3', sequence: 3, facts: { represented: true } },
    { id: 'u4', sequence: 4, facts: { stage: 'ended' } },
    { id: 'u5', sequence: 5, facts: { stage: 'pending' } },
  ];
  for (const step of steps) expect(await consume([sent('m', step)])).toEqual([]);
  expect(report.counted).toEqual([
    'raised own-motion',
    'moved supervisor',
    'withdrawn supervisor',
    'raised supervisor',
  ]);
  expect((await world.head())?.flag).toMatchObject({ state: 'raised', lane: 'supervisor', revision: 4 });
});

test('a head written again is classified as of the day of the writing', async () => {
  const world = makeWorld();
  await world.consumer().consume([sent('m1')]);
  await world.consumer(undefined, { asOf: () => '2021-07-01' }).consume([sent('m2', { id: 'u2' })]);
  expect((await world.head())?.classification.asOf).toBe('2021-07-01');
});
