/** What updates do to a flag that people have in hand, and what they leave alone. */
import { expect, test } from 'vitest';
import type { Review } from '../../shared/review/review.ts';
import { memberCount } from '../../shared/store/members.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import { memoryQuarantineStore } from '../../shared/store/memory/quarantine-store.ts';
import type { CaseHead } from '../../shared/store/store.ts';
import {
  body,
  claimed,
  type Draft,
  decided,
  names,
  OWN_MOTION_FACTS,
  reviewContent,
  SHARDS,
} from '../../test/contract/store-samples.ts';
import { makeConsumer, type Sent } from '../../test/simulation/consumer.ts';

const KEY = names.caseKey('A-CASE-1');

function sent(id: string, draft: Draft = {}): Sent {
  return { id, body: body(draft) };
}

async function flaggedCase(review: (head: CaseHead) => Review = () => claimed()) {
  const ledger = memoryCaseStore({ shards: SHARDS });
  const quarantine = memoryQuarantineStore();
  const consumer = () => makeConsumer({ ledger, quarantine });
  const head = async () => {
    const found = await ledger.readHead(KEY);
    if (found === undefined) throw new Error('no head');
    return found;
  };
  const write = async () => {
    const read = await head();
    return ledger.writeReview(KEY, reviewContent(read, review(read)), read.version);
  };
  await consumer().consume([sent('m1', { facts: OWN_MOTION_FACTS })]);
  return { ledger, quarantine, consumer, head, write };
}

test('a flag whose lane falls away while it is claimed is kept, and the claim with it', async () => {
  const world = await flaggedCase();
  expect(await world.write()).toBe('written');
  const { consume, report } = world.consumer();
  const opposed = { id: 'u2', sequence: 2, facts: { respondentPosition: 'opposes' } } as const;
  expect(await consume([sent('m2', opposed)])).toEqual([]);
  expect(report.counted).toEqual(['kept own-motion']);
  expect(await world.head()).toMatchObject({
    version: 3,
    classification: { lane: 'none' },
    flag: { state: 'raised', lane: 'own-motion', fellAway: true },
    review: claimed(),
  });
});

test('a decision stays, and its flag comes back to the work when the facts change', async () => {
  const world = await flaggedCase(decided);
  expect(await world.write()).toBe('written');
  const before = await world.head();
  const { consume, report } = world.consumer();
  expect(await consume([sent('m2', { id: 'u2', sequence: 2, facts: { represented: true } })])).toEqual([]);
  expect(report.counted).toEqual(['reopened own-motion']);
  const head = await world.head();
  expect(head).toMatchObject({ version: 3, flag: { revision: 2 }, review: before.review });
  const queue = { office: 'NYC', lane: 'own-motion', restricted: false, limit: 5 } as const;
  expect(await world.ledger.listQueue({ ...queue, part: 'work' })).toMatchObject([{ caseKey: KEY }]);
  expect(await world.ledger.listQueue({ ...queue, part: 'decided' })).toEqual([]);
});

test('a person who claims between the function’s read and its write keeps the claim, and the update comes in', async () => {
  const world = await flaggedCase();
  const results: string[] = [];
  const writeHead: typeof world.ledger.writeHead = async (...given) => {
    if (results.length === 0) results.push(await world.write());
    results.push(await world.ledger.writeHead(...given));
    return results.at(-1) === 'written' ? 'written' : 'version-conflict';
  };
  const { consume, report } = makeConsumer({ ledger: { ...world.ledger, writeHead }, quarantine: world.quarantine });
  const opposed = { id: 'u2', sequence: 2, facts: { respondentPosition: 'opposes' } } as const;
  expect(await consume([sent('m2', opposed)])).toEqual([]);
  expect(results).toEqual(['written', 'version-conflict', 'written']);
  expect(report.outcomes).toMatchObject({ applied: 1 });
  expect(report.counted).toEqual(['kept own-motion']);
  const head = await world.head();
  expect(head).toMatchObject({ version: 3, review: claimed(), flag: { fellAway: true } });
  expect(memberCount(head.members)).toBe(2);
});
