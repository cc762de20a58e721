/** When a head drawn again is another: by a day, by people, by an instrument; and when it is the same. */
import { describe, expect, test } from 'vitest';
import type { AssertedFacts } from '../../events/facts.ts';
import {
  claimed,
  decided,
  headOf,
  OWN_MOTION_FACTS,
  readHeadOf,
  rested,
  reviewContent,
  SHARDS,
  theInstrument,
  update,
} from '../../test/contract/store-samples.ts';
import { findInstrument } from '../policy/instruments.ts';
import type { Review } from '../review/review.ts';
import type { CaseHead } from '../store/store.ts';
import { redrawHead } from './redraw.ts';

/** In the supervisor's lane for minority alone; of age on 20 June 2021. */
const MINOR: AssertedFacts = {
  ...OWN_MOTION_FACTS,
  lawfulStatus: null,
  birthDate: '2003-06-20',
  otherPriorityApproval: { by: 'field-office-director', on: '2021-06-01' },
};
const BEFORE = '2021-06-19';
const OF_AGE = '2021-06-20';
const AT = '2021-06-20T00:10:00.000Z';

function minor(): CaseHead {
  return readHeadOf(headOf([update({ facts: MINOR })]));
}

function inHand(head: CaseHead, review: Review): CaseHead {
  return { ...head, ...reviewContent(head, review) };
}

function redrawn(head: CaseHead, { asOf = OF_AGE, at = AT, instrument = theInstrument() } = {}) {
  return redrawHead(head, { instrument, asOf, at, shards: SHARDS });
}

describe('a head drawn again', () => {
  test('is the same until the day of change, and nothing is to be written', () => {
    const head = minor();
    expect(head.nextChangeOn).toBe(OF_AGE);
    expect(redrawn(head, { asOf: BEFORE })).toMatchObject({ isChanged: false, change: 'unchanged' });
  });

  test('loses on its day the flag that stood on minority, and is not due for it again', () => {
    const { isChanged, change, content } = redrawn(minor());
    expect({ isChanged, change }).toEqual({ isChanged: true, change: 'withdrawn' });
    expect(content).toMatchObject({ flag: { state: 'withdrawn', changedAt: AT }, classification: { lane: 'none' } });
    expect(content.nextChangeOn).not.toBe(OF_AGE);
  });

  test('is written when nothing but its next day of change has moved, or it would be due for ever', () => {
    const head = { ...readHeadOf(headOf([update({ facts: OWN_MOTION_FACTS })])), nextChangeOn: '2021-06-16' };
    expect(redrawn(head, { asOf: '2021-06-16' })).toMatchObject({ isChanged: true, change: 'unchanged' });
  });

  test('is written when its place in the queue is not where it should be', () => {
    const head = readHeadOf(headOf([update({ facts: OWN_MOTION_FACTS })]));
    const behind = { ...head, queue: { partition: 'LOS#own-motion#0', order: 'x' } };
    const { isChanged, content } = redrawn(behind, { asOf: '2021-06-15' });
    expect([isChanged, content.queue]).toEqual([true, head.queue]);
  });

  test('is another under another instrument, and keeps the facts and members it had', () => {
    const instrument = findInstrument('opla-2022-04-03');
    const head = readHeadOf(headOf([update({ facts: OWN_MOTION_FACTS })]));
    const { isChanged, content } = redrawn(head, { asOf: '2022-05-01', ...(instrument && { instrument }) });
    expect(isChanged).toBe(true);
    expect(content).toMatchObject({ policyId: 'opla-2022-04-03', members: head.members, record: head.record });
  });

  test('keeps a decision that stands, whatever the day says', () => {
    const head = minor();
    const { change, content } = redrawn(inHand(head, decided(head)));
    expect(change).toBe('kept');
    expect(content.flag).toMatchObject({ state: 'raised', fellAway: true });
    expect(content.queue?.partition).toMatch(/^decided#NYC#supervisor#/);
  });
});

describe('a flag that fell away in a person’s hands', () => {
  test.each([
    { given: 'a claim', review: claimed(undefined, '2021-06-20T01:00:00.000Z'), look: '2021-06-21' },
    { given: 'a hold for longer', review: rested('2021-07-05'), look: '2021-07-05' },
    { given: 'a hold to the next day', review: rested('2021-06-21'), look: '2021-06-21' },
  ])('is looked at again when $given may be over, and is then withdrawn', ({ review, look }) => {
    const head = inHand(minor(), review);
    const kept = redrawn(head);
    expect(kept).toMatchObject({ change: 'kept', content: { nextChangeOn: look } });
    const later = { ...head, ...kept.content };
    const { change, content } = redrawn(later, { asOf: look, at: `${look}T00:10:00.000Z` });
    expect(change).toBe('withdrawn');
    expect(content.nextChangeOn).not.toBe(look);
  });

  test('is left alone while a decision on these facts stands', () => {
    const head = minor();
    const { content } = redrawn(inHand(head, decided(head)));
    expect(content.nextChangeOn === undefined || content.nextChangeOn > '2021-07-01').toBe(true);
  });
});
