/** The store on Amazon's DynamoDB Local, held to the same contract, and what its requests cost. */
import { describe, expect, test } from 'vitest';
import type { Review } from '../../shared/review/review.ts';
import type { CaseHead } from '../../shared/store/store.ts';
import { meterCapacity } from './store-capacity.ts';
import { isJavaFound, startDynamoDbLocal } from './store-dynamodb-local.ts';
import {
  ANNA,
  body,
  claimed,
  decided,
  headOf,
  memberOf,
  names,
  OWN_MOTION_FACTS,
  readHeadOf,
  rested,
  reviewContent,
  update,
} from './store-samples.ts';
import { describeStores, onEmulator } from './store-suite.ts';
import { TYPICAL_DRAFTS } from './store-typical.ts';

const hasJava = isJavaFound();
if (!hasJava) console.warn("SKIPPED: no Java found, so the store is not tested on Amazon's DynamoDB Local");

describe.skipIf(!hasJava)("on Amazon's DynamoDB Local", () => {
  const stores = onEmulator(startDynamoDbLocal);
  describeStores(stores);

  test('a usual update costs one unit for its entry and two for the head; an index only when what stands there moves', async () => {
    const store = await stores.cases();
    const meter = meterCapacity(stores.client());
    const caseKey = names.caseKey('A-CASE-1');
    const costs: { entry: number; head: number; queue: number; due: number; read: number }[] = [];
    for (const draft of TYPICAL_DRAFTS) {
      const typical = update(draft);
      const read = await meter(() => store.readHead(caseKey));
      const previous: CaseHead | undefined = await store.readHead(caseKey);
      const content = headOf([typical], previous && { previous });
      const entry = { memberId: memberOf(typical), body: body(draft), receivedAt: '2021-06-15T12:00:00.000Z' };
      const put = await meter(() => store.putEntry(caseKey, entry));
      const write = await meter(() => store.writeHead(caseKey, content, previous?.version));
      const { queue = 0, due = 0 } = write.indexes;
      costs.push({ entry: put.table, head: write.table, queue, due, read: read.table });
    }
    expect(costs.map(({ entry }) => entry)).toEqual(costs.map(() => 1));
    expect(costs.map(({ head }) => head)).toEqual(costs.map(() => 2));
    expect(costs.map(({ read }) => read)).toEqual(costs.map(() => 1));
    // Raised in a lane; moved within it by another hearing; untouched; untouched; moved to another lane; untouched.
    expect(costs.map(({ queue }) => queue)).toEqual([1, 2, 0, 0, 2, 0]);
    // Due when the instrument's status turns, until something is learned that may turn on another day.
    expect(costs.map(({ due }) => due)).toEqual([1, 0, 0, 0, 2, 0]);
  });

  test('a head whose flag stays as it is costs nothing in the queue index', async () => {
    const store = await stores.cases();
    const meter = meterCapacity(stores.client());
    const caseKey = names.caseKey('A-CASE-1');
    await store.writeHead(caseKey, headOf([update({ facts: OWN_MOTION_FACTS })]), undefined);
    const previous = await store.readHead(caseKey);
    const content = headOf([update({ id: 'u2', sequence: 2, facts: { represented: true } })], previous && { previous });
    const cost = await meter(() => store.writeHead(caseKey, content, previous?.version));
    expect(cost.index).toBe(0);
  });

  test('an act of a person costs two units for the head and one for each index it stands in, two where its place moves', async () => {
    const store = await stores.cases();
    const meter = meterCapacity(stores.client());
    const caseKey = names.caseKey('A-CASE-1');
    await store.writeHead(caseKey, headOf([update({ facts: OWN_MOTION_FACTS })]), undefined);
    const write = async (make: (head: CaseHead) => Review) => {
      const head = await store.readHead(caseKey);
      if (head === undefined) throw new Error('no head');
      return (await meter(() => store.writeReview(caseKey, reviewContent(head, make(head)), head.version))).indexes;
    };
    expect(await write(() => claimed())).toEqual({ queue: 1, claims: 1 });
    expect(await write(() => claimed(ANNA, '2021-06-15T15:00:00.000Z'))).toEqual({ queue: 1, claims: 2 });
    expect(await write(decided)).toEqual({ queue: 2, claims: 1 });
    expect(await write((head) => ({ ...rested(), decisions: decided(head).decisions }))).toEqual({ queue: 1 });
  });

  test('an update that changes nothing a list shows costs nothing in any index, claimed or without a flag', async () => {
    const store = await stores.cases();
    const meter = meterCapacity(stores.client());
    for (const [subject, facts] of [
      ['claimed', OWN_MOTION_FACTS],
      ['unflagged', { ...OWN_MOTION_FACTS, respondentPosition: 'opposes' as const }],
    ] as const) {
      const caseKey = names.caseKey(subject);
      const first = headOf([update({ subject, facts })]);
      const put = await meter(() => store.writeHead(caseKey, first, undefined));
      expect(put.indexes).toEqual({ queue: 1, due: 1 });
      if (subject === 'claimed') {
        await store.writeReview(caseKey, reviewContent(readHeadOf(first), claimed()), 1);
      }
      const previous = await store.readHead(caseKey);
      const more = update({ subject, id: 'u2', sequence: 2, facts: { represented: true } });
      const content = headOf([more], previous && { previous });
      const cost = await meter(() => store.writeHead(caseKey, content, previous?.version));
      expect(cost.indexes).toEqual({});
    }
  });
});
