/** What people may do about a flag: by role, by lane, by whose hand it is in; and what each act leaves. */
import { describe, expect, test } from 'vitest';
import {
  acting,
  aldo,
  anna,
  boris,
  claimed,
  claimOf,
  codeOf,
  decided,
  decision,
  flagIn,
  inHand,
  NOW,
  open,
  resting,
  SOON,
  sofia,
  tried,
} from '../../test/review-api/flags-in-hand.ts';
import { DECISIONS, DECISIONS_MAX, MENTIONED_ACTS_MAX, type Review } from './review.ts';
import {
  claimFlag,
  type FlagInHand,
  holdFlag,
  mayOf,
  recordRefused,
  releaseFlag,
  type Transition,
} from './transitions.ts';
import type { Viewer } from './viewer.ts';

describe('who may do what', () => {
  const rows: [string, FlagInHand, Viewer, { claim: string; release: string; hold: string; decide: string }][] = [
    [
      'anyone claims an open flag first',
      inHand(open),
      anna,
      { claim: 'done', release: 'not-claimed', hold: 'not-claimed', decide: 'not-claimed' },
    ],
    [
      'a flag that nobody ever touched is open',
      inHand(undefined),
      anna,
      { claim: 'done', release: 'not-claimed', hold: 'not-claimed', decide: 'not-claimed' },
    ],
    [
      'whoever has claimed it acts',
      inHand(claimed(anna)),
      anna,
      { claim: 'done', release: 'done', hold: 'done', decide: 'done' },
    ],
    [
      'another is told who has it',
      inHand(claimed(anna)),
      boris,
      { claim: 'held-by-another', release: 'held-by-another', hold: 'held-by-another', decide: 'held-by-another' },
    ],
    [
      "a supervisor acts over another's claim, but does not take it",
      inHand(claimed(anna)),
      sofia,
      { claim: 'held-by-another', release: 'done', hold: 'done', decide: 'done' },
    ],
    [
      'a supervisor needs no claim',
      inHand(open),
      sofia,
      { claim: 'done', release: 'not-claimed', hold: 'done', decide: 'done' },
    ],
    [
      'a flag that rests is ended first, even by whoever let it rest',
      inHand(resting(anna)),
      anna,
      { claim: 'held-by-another', release: 'done', hold: 'held-by-another', decide: 'held-by-another' },
    ],
    [
      "another's hold stays",
      inHand(resting(anna)),
      boris,
      { claim: 'held-by-another', release: 'held-by-another', hold: 'held-by-another', decide: 'held-by-another' },
    ],
    [
      'a supervisor ends a hold, moves it, or decides over it',
      inHand(resting(anna)),
      sofia,
      { claim: 'held-by-another', release: 'done', hold: 'done', decide: 'done' },
    ],
    [
      "the supervisor's lane is not for reviewers",
      inHand(open, 'supervisor'),
      anna,
      { claim: 'not-allowed', release: 'not-claimed', hold: 'not-allowed', decide: 'not-allowed' },
    ],
    [
      'nor when the flag moved there in their hand: they can only give it back',
      inHand(claimed(anna), 'supervisor'),
      anna,
      { claim: 'not-allowed', release: 'done', hold: 'not-allowed', decide: 'not-allowed' },
    ],
    [
      'what is decided is done with for others',
      inHand(decided(anna), 'own-motion', true),
      boris,
      { claim: 'not-allowed', release: 'not-claimed', hold: 'not-allowed', decide: 'not-allowed' },
    ],
    [
      'and can be mended by whoever decided it',
      inHand(decided(anna), 'own-motion', true),
      anna,
      { claim: 'done', release: 'not-claimed', hold: 'not-allowed', decide: 'not-claimed' },
    ],
    [
      'and taken up by a supervisor, as what was referred must be',
      inHand(decided(anna), 'own-motion', true),
      sofia,
      { claim: 'done', release: 'not-claimed', hold: 'not-allowed', decide: 'done' },
    ],
    [
      'a flag that has come back is open to all',
      inHand(decided(anna)),
      boris,
      { claim: 'done', release: 'not-claimed', hold: 'not-claimed', decide: 'not-claimed' },
    ],
    [
      'a case without a flag has nothing to act on',
      { flag: undefined, review: undefined, isDecided: false },
      sofia,
      { claim: 'not-flagged', release: 'not-flagged', hold: 'not-flagged', decide: 'not-flagged' },
    ],
    [
      'nor has one whose flag is withdrawn',
      { flag: { ...flagIn('triage'), state: 'withdrawn' }, review: open, isDecided: false },
      sofia,
      { claim: 'not-flagged', release: 'not-flagged', hold: 'not-flagged', decide: 'not-flagged' },
    ],
    [
      'an auditor acts nowhere',
      inHand(open),
      aldo,
      { claim: 'not-allowed', release: 'not-allowed', hold: 'not-allowed', decide: 'not-allowed' },
    ],
    [
      'not even on what they had in hand in another role',
      inHand(claimed(aldo)),
      aldo,
      { claim: 'not-allowed', release: 'not-allowed', hold: 'not-allowed', decide: 'not-allowed' },
    ],
  ];

  test.each(rows)('%s', (_, of, by, expected) => {
    const codes = Object.entries(tried).map(([act, trying]) => [act, codeOf(trying(of, by))]);
    expect(Object.fromEntries(codes)).toEqual(expected);
    const { claim, release, hold, decide } = mayOf(of, { viewer: by, now: NOW });
    expect({ claim, release, hold, decide: decide.length > 0 }).toEqual(
      Object.fromEntries(Object.entries(expected).map(([act, code]) => [act, code === 'done'])),
    );
    expect([[], [...DECISIONS]]).toContainEqual(decide);
  });

  test('whoever has the claim records findings, and a supervisor without claim or flag', () => {
    const unflagged: FlagInHand = { flag: undefined, review: undefined, isDecided: false };
    const code = (of: FlagInHand, by: Viewer) => recordRefused(of, { viewer: by, now: NOW })?.code;
    expect(code(inHand(claimed(anna)), anna)).toBe(undefined);
    expect(code(inHand(open), anna)).toBe('not-claimed');
    expect(code(inHand(claimed(boris)), anna)).toBe('held-by-another');
    expect(code(unflagged, anna)).toBe('not-flagged');
    expect(code(unflagged, sofia)).toBe(undefined);
    expect(code(inHand(claimed(aldo)), aldo)).toBe('not-allowed');
  });
});

describe('what an act leaves', () => {
  const reviewAfter = (result: Transition) => (result.kind === 'done' ? result.review : result);

  test('a claim is renewed from when it was first made, and by a clock that is behind no shorter; a lapsed one begins anew', () => {
    const later = '2021-06-15T12:20:00.000Z';
    const renewed = claimFlag(inHand(claimed(anna)), { viewer: anna, now: later }, '2021-06-15T12:50:00.000Z');
    expect(reviewAfter(renewed)).toEqual({
      ...open,
      claim: { ...claimOf(anna), expiresAt: '2021-06-15T12:50:00.000Z' },
    });
    const behind = claimFlag(
      inHand(claimed(anna)),
      { viewer: anna, now: '2021-06-15T11:40:00.000Z' },
      '2021-06-15T12:10:00.000Z',
    );
    expect(reviewAfter(behind)).toEqual({ ...open, claim: claimOf(anna) });
    const lapsed = claimFlag(inHand(claimed(anna)), { viewer: anna, now: SOON }, '2021-06-15T13:00:00.000Z');
    expect(reviewAfter(lapsed)).toMatchObject({ claim: { by: 'anna', at: SOON } });
  });

  test('a lease ends at its instant and not before', () => {
    expect(codeOf(tried.claim(inHand(claimed(anna)), boris, '2021-06-15T12:29:59.999Z'))).toBe('held-by-another');
    expect(reviewAfter(tried.claim(inHand(claimed(anna)), boris, SOON))).toMatchObject({ claim: { by: 'boris' } });
  });

  test('a hold ends as its day begins, and whoever is refused is told so', () => {
    expect(tried.claim(inHand(resting(anna)), boris, '2021-06-30T23:59:59.999Z')).toEqual({
      kind: 'refused',
      code: 'held-by-another',
      hold: resting(anna).hold,
    });
    expect(codeOf(tried.claim(inHand(resting(anna)), boris, '2021-07-01T00:00:00.000Z'))).toBe('done');
  });

  test.each([
    ['2021-06-14', 'bad-request'],
    ['2021-06-15', 'bad-request'],
    ['2021-06-16', 'done'],
    ['2022-06-15', 'done'],
    ['2022-06-16', 'bad-request'],
  ])('a flag rests until %s: %s', (until, code) => {
    expect(codeOf(holdFlag(inHand(claimed(anna)), acting(anna), until))).toBe(code);
  });

  test('a hold takes the place of the claim and mentions its act', () => {
    expect(reviewAfter(tried.hold(inHand(claimed(anna)), anna))).toEqual({
      decisions: [],
      hold: { by: 'anna', name: "anna's name", at: NOW, until: '2021-07-01', act: 'act-9' },
      acts: ['act-9'],
    });
  });

  test.each([
    ["one's own claim ends without a word", claimed(anna), anna, 'done'],
    ["another's claim with a reason", claimed(anna), sofia, 'bad-request'],
    ['a hold with a reason, whosever it is', resting(anna), anna, 'bad-request'],
  ])('%s', (_, review, by, code) => {
    expect(codeOf(releaseFlag(inHand(review), acting(by), false))).toBe(code);
  });

  test('a decision is added to those before it and ends what it was made under', () => {
    const before: Review = { ...claimed(anna), decisions: [decision(boris, 'act-1')], acts: ['act-2'] };
    expect(reviewAfter(tried.decide(inHand(before), anna))).toEqual({
      decisions: [decision(boris, 'act-1'), decision(anna, 'act-9')],
      acts: ['act-2'],
    });
  });

  test('a head mentions so many acts and no more', () => {
    const many = Array.from({ length: DECISIONS_MAX }, (_, i) => decision(anna, `act-${i}`));
    const full: Review = { ...claimed(anna), decisions: many };
    expect(codeOf(tried.decide(inHand(full), anna))).toBe('limit-reached');
    expect(mayOf(inHand(full), { viewer: anna, now: NOW }).decide).toEqual([]);
    const acts = Array.from({ length: MENTIONED_ACTS_MAX }, (_, i) => `act-${i}`);
    expect(codeOf(tried.release(inHand({ ...claimed(anna), acts }), anna))).toBe('limit-reached');
    expect(codeOf(tried.hold(inHand({ ...claimed(anna), acts }), anna))).toBe('limit-reached');
  });
});
