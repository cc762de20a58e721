import { expect, test } from 'vitest';
import { type Queued, queueOfPartition, queuePartitions, queuePlace, UNASSIGNED_OFFICE } from './queue-place.ts';

const queued: Queued = {
  part: 'work',
  caseKey: 'k1',
  office: 'NYC',
  lane: 'own-motion',
  restricted: false,
  detained: false,
  hearingOn: '2021-09-01',
  raisedAt: '2021-06-15T00:00:00.000Z',
  decidedAt: undefined,
};

test('a place names office, lane and shard, and orders by custody, hearing, age and case', () => {
  expect(queuePlace(queued, 1)).toEqual({
    partition: 'NYC#own-motion#0',
    order: '1#2021-09-01#2021-06-15T00:00:00.000Z#k1',
  });
  expect(queuePlace({ ...queued, restricted: true, detained: true, hearingOn: undefined }, 1)).toEqual({
    partition: 'restricted#NYC#own-motion#0',
    order: '0#9999-12-31#2021-06-15T00:00:00.000Z#k1',
  });
});

test('custody that is not known does not come before custody that is', () => {
  expect(queuePlace({ ...queued, detained: undefined }, 1).order).toMatch(/^1#/);
});

test('each place lies in one of the partitions of its queue, which name that queue and no other', () => {
  for (const name of [queued, { ...queued, restricted: true }, { ...queued, office: UNASSIGNED_OFFICE }]) {
    const { part, office, lane, restricted } = name;
    const partitions = queuePartitions(name, 4);
    expect(new Set(partitions).size).toBe(4);
    expect(partitions.map(queueOfPartition)).toEqual(partitions.map(() => ({ part, office, lane, restricted })));
    for (let i = 0; i < 50; i++)
      expect(partitions).toContain(queuePlace({ ...name, caseKey: `case ${i}` }, 4).partition);
  }
});

test('cases spread over the shards, and each stays in its own', () => {
  const places = Array.from({ length: 4_000 }, (_, i) => queuePlace({ ...queued, caseKey: `case ${i}` }, 4).partition);
  for (const partition of queuePartitions(queued, 4)) {
    const share = places.filter((place) => place === partition).length;
    expect(share).toBeGreaterThan(850);
    expect(share).toBeLessThan(1_150);
  }
  const moved = { ...queued, hearingOn: undefined, detained: true, raisedAt: '2022-01-01T00:00:00.000Z' };
  expect(queuePlace(moved, 4).partition).toBe(queuePlace(queued, 4).partition);
});

test.each(['', 'NYC', 'NYC#own-motion', 'NYC#none#0', 'restricted#NYC#own-motion'])('%j is no partition', (text) => {
  expect(queueOfPartition(text)).toBeUndefined();
});
