/** Where a case stands, as lanes and actions read it. Contract, sections 2 and 3. */
import { describe, expect, it } from 'vitest';
import { assertedFacts, type Facts } from '../../events/facts.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';

function read(facts: Facts): Circumstances {
  assertedFacts.parse(facts);
  return circumstancesOf(facts);
}

describe('a case of which nothing is known', () => {
  it('counts as a pending removal, and nothing is held against it', () => {
    expect(read({})).toEqual({
      stage: 'pending',
      isStageKnown: false,
      isProceedingKnown: false,
      isOpen: true,
      isDismissible: true,
      opposes: false,
      isPositionKnown: false,
      isAppealOfDhs: false,
      detained: undefined,
      isDeceased: false,
      mayReopenJointly: false,
      hasPendingCharges: false,
      isAggravated: false,
    });
  });
});

describe('a fact of its standing', () => {
  it.each<[given: string, facts: Facts, read: Partial<Circumstances>]>([
    ['not filed', { stage: 'nta-unfiled' }, { isOpen: true, isStageKnown: true, mayReopenJointly: false }],
    ['pending', { stage: 'pending' }, { isOpen: true, isStageKnown: true }],
    ['on appeal', { stage: 'on-appeal' }, { isOpen: true, isAppealOfDhs: false }],
    ['on the appeal of the government', { stage: 'on-appeal', appellant: 'dhs' }, { isAppealOfDhs: true }],
    ['on the appeal of the respondent', { stage: 'on-appeal', appellant: 'respondent' }, { isAppealOfDhs: false }],
    ['an appellant of old, pending again', { stage: 'pending', appellant: 'dhs' }, { isAppealOfDhs: false }],
    ['a final order', { stage: 'final-order' }, { isOpen: false, mayReopenJointly: true }],
    [
      'a final order, opposed',
      { stage: 'final-order', respondentPosition: 'opposes' },
      { mayReopenJointly: false, opposes: true, isPositionKnown: true },
    ],
    [
      'a final order, not opposed',
      { stage: 'final-order', respondentPosition: 'does-not-oppose' },
      { mayReopenJointly: true, opposes: false, isPositionKnown: true },
    ],
    [
      'a final order against someone who has died',
      { stage: 'final-order', deceased: true },
      { mayReopenJointly: false, isDeceased: true },
    ],
    ['a final order, known to live', { stage: 'final-order', deceased: false }, { mayReopenJointly: true }],
    ['closed', { stage: 'administratively-closed' }, { isOpen: false, mayReopenJointly: false }],
    ['ended', { stage: 'ended' }, { isOpen: false }],
    ['removal', { proceeding: 'removal' }, { isDismissible: true, isProceedingKnown: true }],
    ['deportation', { proceeding: 'deportation' }, { isDismissible: true }],
    ['exclusion', { proceeding: 'exclusion' }, { isDismissible: true }],
    ['withholding only', { proceeding: 'withholding-only' }, { isDismissible: false }],
    ['asylum only', { proceeding: 'asylum-only' }, { isDismissible: false }],
    ['review of a fear finding', { proceeding: 'fear-review' }, { isDismissible: false }],
    ['in custody', { detained: true }, { detained: true }],
    ['at liberty', { detained: false }, { detained: false }],
    [
      'a criminal charge',
      { pendingCharges: { p1: { offense: 'o' } } },
      { hasPendingCharges: true, isAggravated: true },
    ],
    ['no criminal charge any more', { pendingCharges: {} }, { hasPendingCharges: false, isAggravated: false }],
    ['an aggravating factor', { aggravating: { fraud: true } }, { hasPendingCharges: false, isAggravated: true }],
    [
      'aggravating factors found absent',
      { aggravating: { fraud: false, persecution: false } },
      { isAggravated: false },
    ],
    ['one of two factors', { aggravating: { fraud: false, persecution: true } }, { isAggravated: true }],
  ])('%s', (_, facts, expected) => {
    expect(read(facts)).toMatchObject(expected);
  });
});
