import { describe, expect, test } from 'vitest';
import type { CaseView } from '../../shared/review/api/answers.ts';
import { explained, ordinaryWith } from '../../test/explanation/explained.ts';
import { alongside, type Change, changeAt, changesBetween, followedBy, hasMoved } from './changes.ts';

const change = (path: string, from: string, to: string): Change => ({ path, name: path, from, to });

const viewOf = (...told: Parameters<typeof ordinaryWith>): CaseView => {
  const explanation = explained(ordinaryWith(...told));
  const seen = { version: 1, digest: explanation.classification.digest, updates: explanation.updates.length };
  return { explanation, seen, fellAway: false, lane: 'own-motion' } as unknown as CaseView;
};

test.each([
  { path: 'hearing', at: 'hearing' },
  { path: 'relief.r1', at: 'relief.r1' },
  { path: 'humanitarian', at: 'humanitarian.elderly' },
  { path: 'lastEntry.on', at: 'lastEntry' },
  { path: 'relief.r10', at: undefined },
])('a change is marked at $path: $at', ({ path, at }) => {
  const changes = ['hearing', 'relief.r1', 'humanitarian.elderly', 'lastEntry'].map((each) => change(each, 'a', 'b'));
  expect(changeAt(changes, path)?.path).toBe(at);
});

test('what changes twice tells what it was at first; what changes back tells nothing', () => {
  const first = [change('stage', 'pending', 'on appeal'), change('office', 'NYC', 'BOS')];
  const more = [change('stage', 'on appeal', 'final order'), change('office', 'BOS', 'NYC')];
  expect(followedBy(first, more)).toEqual([change('stage', 'pending', 'final order')]);
});

test('what the server tells since the claim stands before what the page saw', () => {
  const server = [change('stage', 'pending', 'on appeal')];
  expect(alongside(server, [change('stage', 'x', 'y'), change('office', 'NYC', 'BOS')])).toEqual([
    ...server,
    change('office', 'NYC', 'BOS'),
  ]);
});

describe('two views of a case', () => {
  test('differ in what one records, replaces or takes off the record', () => {
    const before = viewOf({ represented: true, nationality: 'HT' });
    const after = viewOf({ represented: false, relief: { r1: { kind: 'i-130', status: 'approved' } } });
    expect(changesBetween(before, after)).toEqual([
      { path: 'represented', name: 'represented by counsel', from: 'yes', to: 'no' },
      { path: 'nationality', name: 'nationality', from: 'HT', to: 'not recorded' },
      {
        path: 'relief.r1',
        name: 'relief r1',
        from: 'not recorded',
        to: 'kind of relief r1: I-130; status of relief r1: approved',
      },
    ]);
  });

  test('of the same facts differ in nothing', () => {
    expect(changesBetween(viewOf({ represented: true }), viewOf({ represented: true }))).toEqual([]);
  });

  test.each<{ what: string; now: Partial<CaseView>; moved: boolean }>([
    { what: 'nothing', now: {}, moved: false },
    {
      what: 'the version alone, as when a claim is renewed',
      now: { seen: { version: 9, digest: 'd', updates: 1 } },
      moved: false,
    },
    { what: 'an update', now: { seen: { version: 2, digest: 'd', updates: 2 } }, moved: true },
    { what: 'the answer', now: { seen: { version: 2, digest: 'e', updates: 1 } }, moved: true },
    { what: 'the lane', now: { lane: 'triage' }, moved: true },
    { what: 'a lane that fell away', now: { fellAway: true }, moved: true },
    { what: 'a claim', now: { claim: { name: 'Jane', mine: false, at: 'a', expiresAt: 'b' } }, moved: true },
    { what: 'a hold', now: { hold: { name: 'Jane', mine: false, at: 'a', until: '2021-09-01' } }, moved: true },
  ])('moved by $what: $moved', ({ now, moved }) => {
    const shown = { seen: { version: 1, digest: 'd', updates: 1 }, fellAway: false, lane: 'own-motion' } as CaseView;
    expect(hasMoved(shown, { ...shown, ...now })).toBe(moved);
  });
});
