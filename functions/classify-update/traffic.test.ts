/** What a batch says of the docket as a whole: the figures that a silent feed and a policy gone astray are seen by. */
import { expect, test } from 'vitest';
import { REVIEW_SOURCE } from '../../events/docket-update.ts';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import { memoryQuarantineStore } from '../../shared/store/memory/quarantine-store.ts';
import { actOfFinding, body, type Draft, names, OWN_MOTION_FACTS, SHARDS } from '../../test/contract/store-samples.ts';
import { makeConsumer, recordingReport, type Sent } from '../../test/simulation/consumer.ts';
import { faulty, type Misfortune } from '../../test/simulation/faulty.ts';
import type { Report, Traffic } from '../report.ts';

const NO_LANES = { 'own-motion': 0, supervisor: 0, 'needs-facts': 0, triage: 0, none: 0 };
const NOTHING: Traffic = { accepted: 0, classified: 0, undetermined: 0, lanes: NO_LANES };

function sent(id: string, draft: Draft = {}): Sent {
  return { id, body: body(draft) };
}

function makeFeed(misfortune: Misfortune = () => undefined) {
  const heard: Traffic[] = [];
  const report: Report = { ...recordingReport(), countOutcomes: (_outcomes, traffic) => void heard.push(traffic) };
  const stores = { ledger: memoryCaseStore({ shards: SHARDS }), quarantine: memoryQuarantineStore() };
  return { heard, ledger: stores.ledger, consume: makeConsumer(faulty(stores, misfortune), { report }).consume };
}

test.each<[string, Sent[], Partial<Traffic>]>([
  [
    'two updates of one case are two updates and one case',
    [sent('m1', { facts: OWN_MOTION_FACTS }), sent('m2', { id: 'u2' })],
    { accepted: 2, classified: 1, undetermined: 0, lanes: { ...NO_LANES, 'own-motion': 1 } },
  ],
  ['one sent twice is new once', [sent('m1'), sent('m2')], { accepted: 1, classified: 1 }],
  ['what is outranked is new all the same', [sent('m1', { id: 'u2', sequence: 0, facts: {} })], { accepted: 1 }],
  [
    'silence about the priorities leaves them undetermined',
    [sent('m1', { facts: { ...OWN_MOTION_FACTS, backgroundCheckedOn: null } })],
    { classified: 1, undetermined: 1 },
  ],
  [
    'a case that asks for nobody is counted as such',
    [sent('m1', { facts: { stage: 'ended' } })],
    { classified: 1, lanes: { ...NO_LANES, none: 1 } },
  ],
  ['what is refused is none', [{ id: 'm1', body: 'no json' }], { accepted: 0, classified: 0 }],
])('%s', async (_what, messages, expected) => {
  const { consume, heard } = makeFeed();
  expect(await consume(messages)).toEqual([]);
  expect(heard).toEqual([expect.objectContaining(expected)]);
});

test('what a person found in the program says nothing of the feed', async () => {
  const { consume, heard, ledger } = makeFeed();
  const found: Draft = { source: REVIEW_SOURCE };
  await ledger.putAct(names.caseKey('A-CASE-1'), actOfFinding(found));
  expect(await consume([sent('m1', found)])).toEqual([]);
  expect(heard).toEqual([expect.objectContaining({ accepted: 0, classified: 1 })]);
});

test('what was delivered before is not news', async () => {
  const { consume, heard } = makeFeed();
  await consume([sent('m1')]);
  await consume([sent('m1-again')]);
  expect(heard[1]).toEqual(NOTHING);
});

test('what could not be written is not news yet', async () => {
  const { consume, heard } = makeFeed((call) => (call === 'writeHead' ? 'throttled' : undefined));
  expect(await consume([sent('m1')])).toEqual(['m1']);
  expect(heard).toEqual([NOTHING]);
});
