/** One write of a head, one event or none: what is told of each change, and what is not. */
import { describe, expect, test } from 'vitest';
import { flagEvents } from '../../events/flag-events.ts';
import type { Flag } from '../flag/flag.ts';
import { DECISIONS, type DecisionMention } from '../review/review.ts';
import { announcedAt, catchUp, eventOf, isCaughtUp } from './flag-event.ts';
import { announceableOf, type HeadImage, headImage } from './told.ts';

const KEY = 'q3vY0Zb1mKx8R2tWc5LfJ7uHnE4aSgD6oPiTyUwBkVc';
const AT = '2021-06-15T14:03:00.000Z';

const flag = (lane: Flag['lane'], more: Partial<Flag> = {}): Flag => ({
  state: 'raised',
  lane,
  raisedAt: AT,
  changedAt: AT,
  revision: 1,
  ...more,
});

const decision = (kind: DecisionMention['decision'], act: string): DecisionMention => ({
  by: 'SECRET-PERSON',
  name: 'SECRET-NAME',
  act,
  decision: kind,
  at: AT,
  factsDigest: 'SECRET-DIGEST',
  lane: 'own-motion',
  rules: ['SECRET-RULE'],
  policyId: 'opla-2021-05-27',
});

function image(flagged: Flag | undefined, queue: string | undefined, more: Partial<HeadImage> = {}): HeadImage {
  return { version: 7, classification: { notices: [] }, flag: flagged, queue, ...more };
}

const restricted = { classification: { notices: ['restricted'] } };
const withdrawn = flag('own-motion', { state: 'withdrawn' });
const decline = { decisions: [decision('decline', 'a1')] };

const states = {
  absent: undefined,
  unflagged: image(undefined, 'unflagged#NYC#3'),
  ended: image(undefined, undefined),
  open: image(flag('own-motion'), 'NYC#own-motion#3'),
  moved: image(flag('supervisor'), 'NYC#supervisor#3'),
  transferred: image(flag('own-motion'), 'LOS#own-motion#3'),
  'without an office': image(flag('own-motion'), 'UNASSIGNED#own-motion#3'),
  kept: image(flag('own-motion', { fellAway: true }), 'NYC#own-motion#3'),
  withdrawn: image(withdrawn, 'unflagged#NYC#3'),
  decided: image(flag('own-motion'), 'decided#NYC#own-motion#3', { review: decline }),
  'decided anew': image(flag('own-motion'), 'decided#NYC#own-motion#3', {
    review: { decisions: [...decline.decisions, decision('decline', 'a2')] },
  }),
  'decided and moved': image(flag('supervisor'), 'decided#LOS#supervisor#3', { review: decline }),
  reopened: image(flag('own-motion'), 'NYC#own-motion#3', { review: decline }),
  past: image(withdrawn, 'past#NYC#own-motion#3', { review: decline }),
  restricted: image(flag('own-motion'), 'restricted#NYC#own-motion#3', restricted),
  'restricted and moved': image(flag('supervisor'), 'restricted#LOS#supervisor#3', restricted),
  'restricted and decided': image(flag('own-motion'), 'decided#restricted#NYC#own-motion#3', {
    ...restricted,
    review: decline,
  }),
  'restricted, not flagged': image(undefined, 'unflagged#restricted#NYC#3', restricted),
} satisfies Record<string, HeadImage | undefined>;
type State = keyof typeof states;

function told(from: State, to: Exclude<State, 'absent'>) {
  const before: HeadImage | undefined = states[from];
  const after: HeadImage = { ...states[to], version: 8 };
  return eventOf({
    caseKey: KEY,
    before: before && announceableOf(headImage.parse(before)),
    after: announceableOf(headImage.parse(after)),
    at: AT,
  });
}

const own = { office: 'NYC', lane: 'own-motion', sequence: 8 };
const here = { office: 'NYC', lane: 'own-motion' };

describe('what is told', () => {
  test.each<[State, Exclude<State, 'absent'>, string, object]>([
    ['absent', 'open', 'flag-raised', own],
    ['unflagged', 'open', 'flag-raised', own],
    ['withdrawn', 'open', 'flag-raised', own],
    ['past', 'open', 'flag-raised', own],
    ['decided', 'reopened', 'flag-raised', own],
    ['unflagged', 'without an office', 'flag-raised', { lane: 'own-motion', sequence: 8 }],
    ['open', 'moved', 'flag-changed', { office: 'NYC', lane: 'supervisor', sequence: 8, previous: here }],
    ['open', 'transferred', 'flag-changed', { office: 'LOS', lane: 'own-motion', sequence: 8, previous: here }],
    ['without an office', 'open', 'flag-changed', { ...own, previous: { lane: 'own-motion' } }],
    ['open', 'kept', 'flag-changed', { ...own, fellAway: true, previous: here }],
    ['kept', 'open', 'flag-changed', { ...own, previous: here }],
    ['open', 'withdrawn', 'flag-withdrawn', own],
    ['moved', 'withdrawn', 'flag-withdrawn', { office: 'NYC', lane: 'supervisor', sequence: 8 }],
    ['kept', 'withdrawn', 'flag-withdrawn', own],
    ['decided', 'past', 'flag-withdrawn', own],
    ['open', 'decided', 'flag-decided', { ...own, decision: 'decline' }],
    ['kept', 'decided', 'flag-decided', { ...own, decision: 'decline' }],
    ['reopened', 'decided anew', 'flag-decided', { ...own, decision: 'decline' }],
    ['decided', 'decided anew', 'flag-decided', { ...own, decision: 'decline' }],
  ])('%s, then %s: %s', (from, to, type, data) => {
    const event = told(from, to);
    expect(event).toEqual({
      specversion: '1.0',
      id: `${KEY}.8.${type}${from === 'absent' ? '.since-0' : ''}`,
      source: 'urn:own-motion:flags',
      type: `own-motion.${type}.v1`,
      subject: KEY,
      time: AT,
      datacontenttype: 'application/json',
      data,
    });
    expect(flagEvents.parse(event)).toEqual(event);
  });

  test.each<[State, Exclude<State, 'absent'>]>([
    ['absent', 'unflagged'],
    ['unflagged', 'ended'],
    ['withdrawn', 'ended'],
    ['past', 'past'],
    ['decided', 'decided and moved'],
    ['open', 'open'],
  ])('%s, then %s: nothing', (from, to) => {
    expect(told(from, to)).toBeUndefined();
  });

  test('every kind of decision can be told', () => {
    for (const kind of DECISIONS) {
      const review = { decisions: [decision(kind, 'a1')] };
      const after = announceableOf({ ...states.decided, review });
      const event = eventOf({ caseKey: KEY, before: announceableOf(states.open), after, at: AT });
      expect(flagEvents.parse(event)).toMatchObject({ data: { decision: kind } });
    }
  });
});

describe('a restricted case', () => {
  test.each<[State, Exclude<State, 'absent'>]>([
    ['absent', 'restricted'],
    ['absent', 'restricted, not flagged'],
    ['unflagged', 'restricted'],
    ['withdrawn', 'restricted'],
    ['restricted', 'restricted and moved'],
    ['restricted', 'restricted and decided'],
    ['restricted and decided', 'restricted'],
    ['restricted', 'restricted, not flagged'],
    ['restricted', 'unflagged'],
    ['restricted', 'withdrawn'],
  ])('%s, then %s: nothing is told', (from, to) => {
    expect(told(from, to)).toBeUndefined();
  });

  test('looks like one whose flag was withdrawn, to the byte', () => {
    expect(told('open', 'restricted')).toEqual(told('open', 'withdrawn'));
    expect(told('open', 'restricted and moved')).toEqual(told('open', 'withdrawn'));
    expect(told('decided', 'restricted and decided')).toEqual(told('decided', 'past'));
  });

  test('looks like one whose flag is first raised, once it is restricted no more', () => {
    expect(told('restricted', 'open')).toEqual(told('unflagged', 'open'));
    expect(told('restricted and moved', 'open')).toEqual(told('unflagged', 'open'));
  });

  test('is silent when it is restricted no more and its decision stands: a decision without a flag would tell of it', () => {
    expect(told('restricted and decided', 'decided')).toBeUndefined();
  });

  test('is told of by neither of its marks alone: the notice, or the queue it stands in', () => {
    for (const half of [
      { ...states.restricted, queue: states.open.queue },
      { ...states.restricted, classification: { notices: [] } },
    ]) {
      expect(eventOf({ caseKey: KEY, before: undefined, after: announceableOf(half), at: AT })).toBeUndefined();
    }
  });
});

describe('catching up', () => {
  test('tells what was missed, from what was last announced', () => {
    const last = announcedAt(announceableOf(states.open));
    const decided = announceableOf({ ...states.decided, version: 12 });
    expect(isCaughtUp(last, announceableOf({ ...states.open, version: 12 }))).toBe(true);
    expect(isCaughtUp(last, decided)).toBe(false);
    expect(catchUp(KEY, last, decided, AT)).toMatchObject({
      id: `${KEY}.12.flag-decided.since-${last.sequence}`,
      data: { sequence: 12 },
    });
    expect(catchUp(KEY, undefined, decided, AT)).toMatchObject({ type: 'own-motion.flag-decided.v1' });
    expect(catchUp(KEY, undefined, announceableOf(states.open), AT)).toMatchObject({
      type: 'own-motion.flag-raised.v1',
    });
  });

  test('is under the id of the stream where it tells from the same version, and under another where it does not', () => {
    const [one, two, three] = [states.open, states.moved, states.open].map((state, i) =>
      announceableOf({ ...state, version: 4 + i }),
    );
    if (one === undefined || two === undefined || three === undefined) throw new Error('three versions were named');
    const streamed = eventOf({ caseKey: KEY, before: one, after: two, at: AT });
    expect(streamed?.id).toBe(`${KEY}.5.flag-changed`);
    expect(catchUp(KEY, announcedAt(one), two, AT)).toEqual(streamed);
    const late = eventOf({ caseKey: KEY, before: two, after: { ...three, told: { kind: 'nothing' } }, at: AT });
    const swept = catchUp(KEY, announcedAt(one), { ...three, told: { kind: 'nothing' } }, AT);
    expect(late).toMatchObject({ data: { lane: 'supervisor', sequence: 6 } });
    expect(swept).toMatchObject({ data: { lane: 'own-motion', sequence: 6 } });
    expect(swept?.id).not.toBe(late?.id);
  });

  test('has nothing to tell of a case that was never flagged or is restricted', () => {
    for (const state of [states.unflagged, states.ended, states.withdrawn, states.restricted]) {
      expect(isCaughtUp(undefined, announceableOf(state))).toBe(true);
      expect(catchUp(KEY, undefined, announceableOf(state), AT)).toBeUndefined();
    }
  });
});
