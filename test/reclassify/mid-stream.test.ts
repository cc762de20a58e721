/** A change of policy while updates and decisions arrive: a share of what `test/reclassify/run.ts` does with 100,000. */
import { beforeAll, expect, test } from 'vitest';
import { memoryCaseStore } from '../../shared/store/memory/case-store.ts';
import { SHARDS } from '../contract/store-samples.ts';
import { lookThrough } from './check-mid-stream.ts';
import { type MidStream, runMidStream } from './mid-stream.ts';

const CASES = 1_000;
let run: MidStream;
beforeAll(async () => {
  run = await runMidStream(CASES);
});

test('loses no update, no decision and no flag', async () => {
  expect(await lookThrough(run)).toEqual({});
});

test('leaves nothing to reclassify', () => {
  expect(run.before).not.toContain('There is nothing to reclassify.');
  expect(run.after).toMatch(/There is nothing to reclassify\.\n$/);
});

test('happens in earnest: writers meet, messages come twice, people decide', () => {
  expect(run.conflicts).toBeGreaterThan(10);
  expect(run.deliveries).toBeGreaterThan(CASES / 25);
  expect(run.decisions.size).toBeGreaterThan(CASES / 50);
  expect(run.counts.changed).toBeGreaterThan(CASES / 2);
  expect(run.counts.failed).toBe(0);
});

test('what it is looked through for is found when it is there', async () => {
  const empty = await lookThrough({ ...run, store: memoryCaseStore({ shards: SHARDS }) });
  expect(empty).toEqual({ 'it has no head': CASES });
  const undecided = await lookThrough({ ...run, decisions: new Map() });
  expect(undecided).toEqual({ 'its decision is lost, or is another': run.decisions.size });
  const tomorrow = await lookThrough({ ...run, instrument: { ...run.instrument, contentHash: 'another' } });
  expect(tomorrow).toEqual({ 'it stands under the old policy': CASES });
});
