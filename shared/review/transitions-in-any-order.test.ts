/** What no sequence of acts can bring about. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aldo, anna, boris, decision, flagIn, NOW, open, sofia } from '../../test/review-api/flags-in-hand.ts';
import type { LiveLane } from '../flag/flag.ts';
import { activeClaim, activeHold, type Review } from './review.ts';
import { claimFlag, decideFlag, type FlagInHand, holdFlag, releaseFlag } from './transitions.ts';
import type { Viewer } from './viewer.ts';

describe('whatever people do, in whatever order', () => {
  const people = [anna, boris, sofia, aldo];
  const step = fc.record({
    by: fc.constantFrom(...people),
    act: fc.constantFrom('claim' as const, 'release' as const, 'hold' as const, 'decide' as const),
    minutes: fc.integer({ min: 0, max: 45 }),
    days: fc.constantFrom(0, 0, 0, 0, 20),
    lane: fc.constantFrom<LiveLane>('own-motion', 'supervisor', 'triage'),
  });
  const later = (now: string, minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();

  function taken(
    review: Review,
    { by, act, lane }: { by: Viewer; act: string; lane: LiveLane },
    now: string,
    i: number,
  ) {
    const of: FlagInHand = { flag: flagIn(lane), review, isDecided: false };
    const doing = { viewer: by, now, act: `act-${i}`, at: now };
    switch (act) {
      case 'claim':
        return claimFlag(of, doing, later(now, 30));
      case 'release':
        return releaseFlag(of, doing, true);
      case 'hold':
        return holdFlag(of, doing, later(now, 14 * 24 * 60).slice(0, 10));
      default:
        return decideFlag(of, doing, decision(by, `act-${i}`));
    }
  }

  test('one person at a time has a flag in hand, decisions are only added, and an auditor changes nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let review: Review = open;
        let now = NOW;
        for (const [i, each] of steps.entries()) {
          now = later(now, each.minutes + each.days * 24 * 60);
          const result = taken(review, each, now, i);
          const holder = activeHold(review, now) ?? activeClaim(review, now);
          if (each.by.role === 'auditor') expect(result.kind).toBe('refused');
          if (result.kind === 'refused') continue;
          const next = result.review;
          // Only a supervisor ends what another has, and nobody takes it for themselves.
          if (holder !== undefined && holder.by !== each.by.id) {
            expect(each.by.role).toBe('supervisor');
            expect(each.act).not.toBe('claim');
          }
          expect(next.decisions.slice(0, review.decisions.length)).toEqual(review.decisions);
          expect((next.acts ?? []).slice(0, review.acts?.length ?? 0)).toEqual(review.acts ?? []);
          if (each.lane === 'supervisor' && each.by.role === 'reviewer') expect(each.act).toBe('release');
          const inTheirHand = [activeClaim(next, now), activeHold(next, now)].filter((held) => held !== undefined);
          expect(inTheirHand.length).toBeLessThanOrEqual(1);
          for (const held of inTheirHand) expect(held.by).toBe(each.by.id);
          review = next;
        }
      }),
    );
  });
});
