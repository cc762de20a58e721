import { expect, test } from 'vitest';
import {
  isUnflaggedPartition,
  QUEUE_PARTS,
  type Queued,
  queueOfPartition,
  queuePartitions,
  queuePlace,
  UNASSIGNED_OFFICE,
  unflaggedPartitions,
  unflaggedPlace,
} from './queue-place.ts';

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

test('what was decided is ordered by the instant of its decision, whatever waits elsewhere', () => {
  const decided = { ...queued, part: 'decided' as const, detained: true, decidedAt: '2021-06-20T09:00:00.000Z' };
  expect(queuePlace(decided, 1)).toEqual({
    partition: 'decided#NYC#own-motion#0',
    order: '2021-06-20T09:00:00.000Z#k1',
  });
  expect(queuePlace({ ...decided, part: 'past', restricted: true }, 1).partition).toBe(
    'past#restricted#NYC#own-motion#0',
  );
});

test('each place lies in one of the partitions of its queue, which name that queue and no other', () => {
  const seen = new Set<string>();
  for (const part of QUEUE_PARTS) {
    for (const name of [queued, { ...queued, restricted: true }, { ...queued, office: UNASSIGNED_OFFICE }]) {
      const { office, lane, restricted } = name;
      const partitions = queuePartitions({ ...name, part }, 4);
      for (const partition of partitions) {
        expect(seen).not.toContain(partition);
        seen.add(partition);
        expect(isUnflaggedPartition(partition)).toBe(false);
      }
      expect(partitions.map(queueOfPartition)).toEqual(partitions.map(() => ({ part, office, lane, restricted })));
      for (let i = 0; i < 50; i++)
        expect(partitions).toContain(queuePlace({ ...name, part, caseKey: `case ${i}` }, 4).partition);
    }
  }
  expect(seen.size).toBe(QUEUE_PARTS.length * 3 * 4);
});

test('unflagged cases stand apart from every queue, in the order of their keys, restricted ones apart from the others', () => {
  const open = unflaggedPartitions({ office: 'NYC', restricted: false }, 4);
  const restricted = unflaggedPartitions({ office: 'NYC', restricted: true }, 4);
  expect(new Set([...open, ...restricted]).size).toBe(8);
  for (const partition of [...open, ...restricted]) {
    expect(queueOfPartition(partition)).toBeUndefined();
    expect(isUnflaggedPartition(partition)).toBe(true);
  }
  for (let i = 0; i < 50; i++) {
    const place = unflaggedPlace({ office: 'NYC', restricted: i % 2 === 0 }, `case ${i}`, 4);
    expect(i % 2 === 0 ? restricted : open).toContain(place.partition);
    expect(place.order).toBe(`case ${i}`);
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

test.each([
  '',
  'NYC',
  'NYC#own-motion',
  'NYC#none#0',
  'restricted#NYC#own-motion',
  'decided#NYC#own-motion',
  'decided#',
  'work#NYC#own-motion#0',
])('%j is no partition of a queue', (text) => {
  expect(queueOfPartition(text)).toBeUndefined();
});
