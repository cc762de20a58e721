/** What those without access may know of a case's past: what stands stays, what made it protected goes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AssertedFacts } from '../../events/facts.ts';
import { acceptedUpdate, CASE, randomCase } from '../../test/explanation/random-updates.ts';
import { addUpdate, emptyRecord } from '../docket/fold.ts';
import type { StandingFacts } from '../docket/record.ts';
import { standingFacts } from '../docket/standing.ts';
import { classify } from '../policy/classify.ts';
import type { AcceptedUpdate } from '../policy/explanation/evidence.ts';
import { instruments } from '../policy/instruments.ts';
import type { LedgerUpdate } from './ledger.ts';
import { withoutProtectedPast } from './protected-past.ts';

const AS_OF = '2021-06-15';
const isProtected = (standing: StandingFacts) =>
  instruments.some((instrument) => classify(instrument, CASE, standing, AS_OF).notices.includes('restricted'));

function received(updates: readonly AcceptedUpdate[]): LedgerUpdate[] {
  return updates.map((update, place) => ({ ...update, receivedAt: `2021-06-${10 + place}T00:00:00.000Z`, place }));
}

const standingOf = (updates: readonly AcceptedUpdate[]) =>
  standingFacts(
    updates.reduce((record, { update, contentHash }) => addUpdate(record, update, contentHash), emptyRecord),
  );

const told = (facts: AssertedFacts[]) => received(facts.map((each, i) => acceptedUpdate(i + 1, each)));
const factsOf = (updates: readonly LedgerUpdate[]) => updates.map(({ update }) => update.data.facts);

test('an update that says nothing protected is kept to the letter', () => {
  const updates = told([{ stage: 'pending' }, { relief: { r1: { kind: 'tps', status: 'pending' } } }]);
  expect(withoutProtectedPast(updates, isProtected)).toEqual(updates);
});

test('of a protected one only what stands is kept, and neither its entry nor the mark', () => {
  const updates = told([
    { relief: { r1: { kind: 'u', status: 'pending' } }, detained: false, stage: 'pending' },
    { relief: { r1: null }, stage: 'on-appeal' },
  ]);
  updates[0]!.update.data.entry = { code: 'u-petition' };
  const kept = withoutProtectedPast(updates, isProtected);
  expect(factsOf(kept)).toEqual([{ detained: false }, { relief: { r1: null }, stage: 'on-appeal' }]);
  expect(kept[0]?.update.data.entry).toBe(undefined);
  expect(kept.map(({ place }) => place)).toEqual([0, 1]);
});

test('an update of which nothing is left is left out, and its clearance with it', () => {
  const updates = told([{ stage: 'pending' }, { protected1367: true }, { protected1367: false }]);
  const cleared = [
    ...updates.slice(0, 2),
    ...received([acceptedUpdate(9, { protected1367: false }, { source: 'urn:own-motion:review' })]),
  ];
  expect(factsOf(withoutProtectedPast(cleared, isProtected))).toEqual([{ stage: 'pending' }]);
});

test('what stands is the same, save the mark, and no update left would make a case protected by itself', () => {
  let seen = 0;
  fc.assert(
    fc.property(randomCase, ({ updates }) => {
      const ledger = received(updates);
      const standing = standingOf(ledger);
      if (isProtected(standing)) return;
      seen += 1;
      const kept = withoutProtectedPast(ledger, isProtected);
      const { protected1367: _, ...facts } = standing.facts;
      expect(standingOf(kept)).toEqual({ ...standing, facts });
      for (const update of kept) expect(isProtected(standingOf([update]))).toBe(false);
    }),
    { numRuns: 300 },
  );
  expect(seen).toBeGreaterThan(30);
});
