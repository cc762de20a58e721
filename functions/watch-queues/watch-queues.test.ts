/** What has waited longest, over every office, and what is said when a queue cannot be read. */
import { expect, test } from 'vitest';
import type { AssertedFacts } from '../../events/facts.ts';
import type { Review } from '../../shared/review/review.ts';
import { StoreError } from '../../shared/store/errors.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import type { CaseHead, QueuedFlag } from '../../shared/store/store.ts';
import {
  claimed,
  decided,
  headOf,
  names,
  OWN_MOTION_FACTS,
  rested,
  reviewContent,
  SHARDS,
  update,
} from '../../test/contract/store-samples.ts';
import { type WatchDeps, watchQueues } from './watch-queues.ts';
import type { WatchCode, WatchedLane } from './watch-report.ts';

const NOW = '2021-07-15T12:00:00.000Z';

function makeWorld(setting: Partial<WatchDeps> = {}) {
  const store = memoryCaseStore({ shards: SHARDS });
  const lanes = new Map<string, WatchedLane>();
  const said: (readonly [WatchCode, unknown])[] = [];
  const all: (readonly [number, number])[] = [];
  const hours: boolean[] = [];
  const deps: WatchDeps = {
    queue: store,
    offices: ['NYC', 'SFR', 'UNASSIGNED'],
    workingHours: { timeZone: 'America/New_York', from: 8, until: 18 },
    report: {
      log: (code, fields) => void said.push([code, fields]),
      countHour: (isWorking) => void hours.push(isWorking),
      countLane: (lane, watched) => void lanes.set(lane, watched),
      countAll: (oldestDays, unread) => void all.push([oldestDays, unread]),
    },
    now: () => NOW,
    sleep: async () => {},
    ...setting,
  };

  async function put(
    subject: string,
    raisedAt: string,
    facts: AssertedFacts = {},
    review?: (head: CaseHead) => Review,
  ) {
    const caseKey = names.caseKey(subject);
    const content = headOf([update({ subject, facts: { ...OWN_MOTION_FACTS, ...facts } })], { at: raisedAt });
    await store.writeHead(caseKey, content, undefined);
    const head = await store.readHead(caseKey);
    if (head === undefined) throw new Error('no head');
    if (review !== undefined) await store.writeReview(caseKey, reviewContent(head, review(head)), 1);
  }
  const watch = (timeLeft: () => number = () => 300_000) => watchQueues(deps, timeLeft);
  return { store, put, watch, lanes, said, all, hours };
}

test('the oldest of every office and lane, protected cases and cases without an office too', async () => {
  const world = makeWorld();
  await world.put('A-1', '2021-07-10T12:00:00.000Z');
  await world.put('A-2', '2021-07-05T12:00:00.001Z', { office: 'SFR' });
  await world.put('A-3', '2021-06-01T00:00:00.000Z', { protected1367: true, aggravating: { fraud: true } });
  await world.put('A-4', '2021-07-01T00:00:00.000Z', { office: null });
  await world.watch();
  expect(world.lanes.get('own-motion')).toEqual({ waiting: 3, oldestDays: 14 });
  expect(world.lanes.get('supervisor')).toEqual({ waiting: 1, oldestDays: 44 });
  expect(world.lanes.get('triage')).toEqual({ waiting: 0, oldestDays: 0 });
  expect(world.all).toEqual([[44, 0]]);
  expect(world.said).toEqual([['WATCH_DONE', { outcomes: { read: 24, unread: 0 } }]]);
  expect(world.hours).toEqual([true]);
});

const OLD = '2021-06-15T12:00:00.000Z';
test.each<[string, ((head: CaseHead) => Review) | undefined, WatchedLane]>([
  ['nobody has touched it: it waits from its raising', undefined, { waiting: 1, oldestDays: 30 }],
  ['a claim is no review', () => claimed(undefined, '2021-07-15T14:00:00.000Z'), { waiting: 1, oldestDays: 30 }],
  ['what rests does not wait', () => rested('2021-07-16'), { waiting: 0, oldestDays: 0 }],
  ['a rest that is over counts from its end', () => rested('2021-07-11'), { waiting: 1, oldestDays: 4 }],
  ['what is decided does not wait', (head) => decided(head), { waiting: 0, oldestDays: 0 }],
])('%s', async (_what, review, expected) => {
  const world = makeWorld();
  await world.put('A-1', OLD, {}, review);
  await world.watch();
  expect(world.lanes.get('own-motion')).toEqual(expected);
});

test('a decision that fell with the facts waits from that day', async () => {
  const world = makeWorld();
  await world.put('A-1', OLD, {}, decided);
  const head = await world.store.readHead(names.caseKey('A-1'));
  const changed = update({ id: 'u2', sequence: 2, facts: { represented: true } });
  const content = headOf([changed], { previous: head as CaseHead, at: '2021-07-12T00:00:00.000Z' });
  await world.store.writeHead(names.caseKey('A-1'), content, 2);
  await world.watch();
  expect(world.lanes.get('own-motion')).toEqual({ waiting: 1, oldestDays: 3 });
});

test('a long queue is read page by page, each flag once', async () => {
  const found = Array.from({ length: 4_500 }, (_, i) => {
    const order = String(i).padStart(6, '0');
    const raisedAt = i === 4_499 ? '2021-01-01T00:00:00.000Z' : '2021-07-14T00:00:00.000Z';
    return { order, flag: { raisedAt, changedAt: raisedAt }, review: undefined } as unknown as QueuedFlag;
  });
  const { watch, lanes } = makeWorld({
    offices: ['NYC'],
    queue: {
      async listQueue({ lane, restricted, after = '', limit }) {
        if (lane !== 'triage' || restricted) return [];
        return found.filter(({ order }) => order > after).slice(0, limit);
      },
    },
  });
  await watch();
  expect(lanes.get('triage')).toEqual({ waiting: 4_500, oldestDays: 195 });
});

test('a queue that throttles is asked again, three times in all', async () => {
  let asked = 0;
  const failing = (failures: number): WatchDeps['queue'] => ({
    async listQueue({ lane, office, restricted }) {
      if (lane !== 'triage' || office !== 'NYC' || restricted) return [];
      asked += 1;
      if (asked <= failures) throw new StoreError('throttled', 'queue');
      return [];
    },
  });
  const passing = makeWorld({ queue: failing(2) });
  await passing.watch();
  expect(passing.all).toEqual([[0, 0]]);
  asked = 0;
  const lasting = makeWorld({ queue: failing(3) });
  await lasting.watch();
  expect(lasting.all).toEqual([[0, 1]]);
  expect(asked).toBe(3);
});

test('a queue that cannot be read leaves its lane uncounted, and the oldest that was seen stands', async () => {
  const world = makeWorld();
  await world.put('A-1', OLD);
  const broken = makeWorld({
    queue: {
      async listQueue(page) {
        if (page.office === 'SFR' && page.lane === 'own-motion') throw new StoreError('corrupt-item', 'queued flag');
        return world.store.listQueue(page);
      },
    },
  });
  await broken.watch();
  expect(broken.lanes.get('own-motion')).toEqual({ waiting: undefined, oldestDays: 30 });
  expect(broken.lanes.get('triage')).toEqual({ waiting: 0, oldestDays: 0 });
  expect(broken.all).toEqual([[30, 2]]);
  expect(broken.said).toEqual([
    ['QUEUE_UNREAD', { kind: 'corrupt-item', place: 'corrupt-item: queued flag' }],
    ['WATCH_DONE', { outcomes: { read: 22, unread: 2 } }],
  ]);
});

test('near the end of its time it says that the rest was not read', async () => {
  const world = makeWorld();
  let left = 8;
  await world.watch(() => (left-- > 0 ? 300_000 : 14_999));
  expect(world.all).toEqual([[0, 16]]);
  expect(world.said).toContainEqual(['QUEUE_UNREAD', { kind: 'out-of-time', place: 'queue' }]);
  expect(world.hours).toEqual([true]);
});
