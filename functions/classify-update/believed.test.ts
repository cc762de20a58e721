/** Who is believed to be a reviewer: only an update that an act in the case became, to the letter. */
import { beforeEach, expect, test } from 'vitest';
import { REVIEW_SOURCE } from '../../events/docket-update.ts';
import { isRestricted } from '../../shared/flag/compact.ts';
import type { Act } from '../../shared/review/act.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import { memoryQuarantineStore } from '../../shared/store/memory/quarantine-store.ts';
import { actOfFinding, body, type Draft, names, SHARDS } from '../../test/contract/store-samples.ts';
import { makeConsumer } from '../../test/simulation/consumer.ts';
import { faulty, type Misfortune } from '../../test/simulation/faulty.ts';

const MARKED: Draft = { id: 'marked', sequence: 1, facts: { protected1367: true } };
const CLEARED: Draft = {
  id: 'act-1',
  source: REVIEW_SOURCE,
  sequence: 2,
  entry: { code: 'finding', on: '2021-06-15' },
  facts: { protected1367: false },
};

let ledger: ReturnType<typeof memoryCaseStore>;
let quarantine: ReturnType<typeof memoryQuarantineStore>;

beforeEach(async () => {
  ledger = memoryCaseStore({ shards: SHARDS });
  quarantine = memoryQuarantineStore();
  await makeConsumer({ ledger, quarantine }).consume([{ id: 'm0', body: body(MARKED) }]);
});

const consumer = (misfortune: Misfortune = () => undefined) => makeConsumer(faulty({ ledger, quarantine }, misfortune));

async function isProtected(subject = 'A-CASE-1'): Promise<boolean | undefined> {
  const head = await ledger.readHead(names.caseKey(subject));
  return head && isRestricted(head.classification);
}

async function setAside() {
  const found = [];
  for await (const { reason, paths } of quarantine.listRecent({ newest: '2021-06-15', days: 1 })) {
    found.push({ reason, paths });
  }
  return found;
}

test('what a reviewer found, with its act in the case, comes in', async () => {
  await ledger.putAct(names.caseKey('A-CASE-1'), actOfFinding(CLEARED));
  const { consume, report } = consumer();
  expect(await consume([{ id: 'm1', body: body(CLEARED) }])).toEqual([]);
  expect(report.outcomes).toMatchObject({ applied: 1, rejected: 0 });
  expect(await isProtected()).toBe(false);
  expect(await setAside()).toEqual([]);
});

const OTHER_CASE = 'A-CASE-2';

test.each<[string, Act | undefined, string]>([
  ['there is no act', undefined, 'A-CASE-1'],
  ['the act is in another case', actOfFinding(CLEARED), OTHER_CASE],
  ['the act became an update that says something else', actOfFinding({ ...CLEARED, facts: {} }), 'A-CASE-1'],
  ['the act became an update of another rank', actOfFinding({ ...CLEARED, sequence: 1 }), 'A-CASE-1'],
  ['the act is one that becomes none', { ...actOfFinding(CLEARED), kind: 'access' }, 'A-CASE-1'],
  ['the act cannot be read', { ...actOfFinding(CLEARED), body: '{' }, 'A-CASE-1'],
])('whoever says to be a reviewer is set aside where %s', async (_why, act, subject) => {
  if (act !== undefined) await ledger.putAct(names.caseKey(subject), act);
  const { consume, report } = consumer();
  const beside = body({ id: 'beside', sequence: 3, facts: { represented: true } });
  const messages = [
    { id: 'm1', body: body(CLEARED) },
    { id: 'm2', body: beside },
  ];
  expect(await consume(messages)).toEqual([]);
  expect(report.outcomes).toMatchObject({ applied: 1, rejected: 1 });
  expect(await isProtected()).toBe(true);
  expect(await setAside()).toEqual([{ reason: 'no-such-act', paths: ['source'] }]);
  expect(report.counted).toContain('set aside: no-such-act');
});

test('set aside, it can be sent again once its act is there', async () => {
  const { consume } = consumer();
  await consume([{ id: 'm1', body: body(CLEARED) }]);
  await ledger.putAct(names.caseKey('A-CASE-1'), actOfFinding(CLEARED));
  await consume([{ id: 'm2', body: body(CLEARED) }]);
  expect(await isProtected()).toBe(false);
});

test.each([
  ['throttled', 'retried'],
  ['unavailable', 'retried'],
  ['refused', 'error'],
] as const)('where the act cannot be looked up (%s) the message comes back, and no other', async (mishap, outcome) => {
  await ledger.putAct(names.caseKey('A-CASE-1'), actOfFinding(CLEARED));
  const { consume, report } = consumer((call) => (call === 'readAct' ? mishap : undefined));
  const beside = body({ id: 'beside', sequence: 3, facts: { represented: true } });
  const messages = [
    { id: 'm1', body: body(CLEARED) },
    { id: 'm2', body: beside },
  ];
  expect(await consume(messages)).toEqual(['m1']);
  expect(report.outcomes).toMatchObject({ applied: 1, rejected: 0, [outcome]: 1 });
  expect(await setAside()).toEqual([]);
  expect(await isProtected()).toBe(true);
});

test('no act is looked up for what comes from anybody else', async () => {
  let looked = 0;
  const { consume } = consumer((call) => {
    if (call === 'readAct') looked += 1;
    return undefined;
  });
  await consume([{ id: 'm1', body: body({ id: 'u2', sequence: 2, facts: { protected1367: false } }) }]);
  expect(looked).toBe(0);
  expect(await isProtected()).toBe(true);
});
