/** The lane table, row by row, and that the first row that applies decides. Contract, section 3. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../events/facts.ts';
import { circumstancesOf } from '../circumstances.ts';
import type { Lane, Truth } from '../classification.ts';
import type { LaneInputs } from '../instrument.ts';
import { NO, UNKNOWN, type Value, YES } from '../leaf.ts';
import { laneOf, laneRows } from './lanes.ts';

interface Inputs {
  facts?: Facts;
  /** Legal insufficiency. */
  insufficiency?: Truth;
  /** Any priority. */
  priority?: Truth;
  /** Law-enforcement interest. */
  interest?: Truth;
  /** Any of the other grounds. */
  discretion?: Truth;
  /** Either answer to the threat finding would leave no priority unknown. */
  threatSettles?: boolean;
}
type LaneRow = [row: number, given: string, inputs: Inputs, lane: Lane];

const settled = (truth: Truth): Value => (truth === 'unknown' ? UNKNOWN : truth ? YES : NO);

function inputsOf({ facts = {}, threatSettles = false, ...groups }: Inputs): LaneInputs {
  const { insufficiency = false, priority = false, interest = false, discretion = false } = groups;
  const grounds = [insufficiency, interest, discretion];
  const ground = grounds.includes(true) || (grounds.includes('unknown') ? 'unknown' : false);
  return {
    insufficiency: settled(insufficiency),
    priority: settled(priority),
    interest: settled(interest),
    discretion: settled(discretion),
    ground: settled(ground),
    circumstances: circumstancesOf({ stage: 'pending', proceeding: 'removal', ...facts }),
    waitsOnThreatFindingAlone: () => threatSettles,
  };
}

/** The row that decides, counted from one, and the lane. */
function decidedOn(given: Inputs): [row: number, lane: Lane] {
  const inputs = inputsOf(given);
  return [laneRows.findIndex((row) => row.when(inputs)) + 1, laneOf(inputs)];
}

const insufficient = { insufficiency: true } as const;
const priority = { priority: true } as const;
const priorityUnknown = { priority: 'unknown' } as const;
const ground = { discretion: true } as const;
const groundUnknown = { discretion: 'unknown' } as const;
const finalOrder: Facts = { stage: 'final-order' };
const onAppeal: Facts = { stage: 'on-appeal' };
const opposes = { respondentPosition: 'opposes' } as const;
const aggravated: Facts = { aggravating: { fraud: true } };

it('the lane table has fifteen rows', () => {
  expect(laneRows).toHaveLength(15);
});

describe('each row of the lane table', () => {
  it.each<LaneRow>([
    [1, 'insufficient, pending', insufficient, 'own-motion'],
    [1, 'insufficient, notice not filed', { facts: { stage: 'nta-unfiled' }, ...insufficient }, 'own-motion'],
    [1, 'insufficient, on appeal', { facts: onAppeal, ...insufficient }, 'own-motion'],
    [1, 'insufficient, deportation', { facts: { proceeding: 'deportation' }, ...insufficient }, 'own-motion'],
    [1, 'insufficient, exclusion', { facts: { proceeding: 'exclusion' }, ...insufficient }, 'own-motion'],
    [2, 'insufficient, final order', { facts: finalOrder, ...insufficient }, 'supervisor'],
    [2, 'insufficient, closed', { facts: { stage: 'administratively-closed' }, ...insufficient }, 'supervisor'],
    [2, 'insufficient, asylum only', { facts: { proceeding: 'asylum-only' }, ...insufficient }, 'supervisor'],
    [2, 'insufficient, ended, detained', { facts: { stage: 'ended', detained: true }, ...insufficient }, 'supervisor'],
    [3, 'insufficient, ended, not detained', { facts: { stage: 'ended', detained: false }, ...insufficient }, 'none'],
    [3, 'insufficient, ended, custody not recorded', { facts: { stage: 'ended' }, ...insufficient }, 'none'],
    [3, 'final order, a ground', { facts: finalOrder, ...ground }, 'none'],
    [3, 'closed, a ground', { facts: { stage: 'administratively-closed' }, ...ground }, 'none'],
    [3, 'withholding only, a ground', { facts: { proceeding: 'withholding-only' }, ...ground }, 'none'],
    [3, 'fear review, a ground', { facts: { proceeding: 'fear-review' }, ...ground }, 'none'],
    [4, 'opposed, a ground', { facts: opposes, ...ground }, 'none'],
    [
      4,
      "opposed, the respondent's appeal",
      { facts: { ...opposes, stage: 'on-appeal', appellant: 'respondent' }, ...ground },
      'none',
    ],
    [4, 'opposed, on appeal by nobody knows whom', { facts: { ...opposes, stage: 'on-appeal' }, ...ground }, 'none'],
    [5, 'a priority and a ground', { ...priority, ...ground }, 'supervisor'],
    [5, 'a priority and law-enforcement interest', { ...priority, interest: true }, 'supervisor'],
    [6, 'a priority, a ground unknown', { ...priority, ...groundUnknown }, 'needs-facts'],
    [6, 'a priority, interest unknown', { ...priority, interest: 'unknown' }, 'needs-facts'],
    [7, 'a priority, no ground', priority, 'none'],
    [
      8,
      'a priority waits on the threat finding alone, a ground',
      { ...priorityUnknown, ...ground, threatSettles: true },
      'supervisor',
    ],
    [9, 'a priority unknown otherwise, a ground', { ...priorityUnknown, ...ground }, 'needs-facts'],
    [9, 'a priority unknown, a ground unknown', { ...priorityUnknown, ...groundUnknown }, 'needs-facts'],
    [10, 'a priority unknown, no ground', priorityUnknown, 'triage'],
    [11, 'law-enforcement interest', { interest: true }, 'supervisor'],
    [
      12,
      'a ground, participation in persecution',
      { facts: { aggravating: { persecution: true } }, ...ground },
      'supervisor',
    ],
    [12, 'a ground, fraud', { facts: aggravated, ...ground }, 'supervisor'],
    [
      12,
      'a ground, immigration violations',
      { facts: { aggravating: { immigrationViolations: true } }, ...ground },
      'supervisor',
    ],
    [
      12,
      'a ground, serious criminal history',
      { facts: { aggravating: { seriousCriminalHistory: true } }, ...ground },
      'supervisor',
    ],
    [
      12,
      'a ground, a criminal charge pending',
      { facts: { pendingCharges: { p1: { offense: 'theft' } } }, ...ground },
      'supervisor',
    ],
    [13, 'a ground', ground, 'own-motion'],
    [
      13,
      'a ground, each factor recorded as no',
      { facts: { aggravating: { fraud: false, persecution: false } }, ...ground },
      'own-motion',
    ],
    [14, 'a ground unknown', groundUnknown, 'needs-facts'],
    [14, 'interest unknown', { interest: 'unknown' }, 'needs-facts'],
    [15, 'nothing', {}, 'triage'],
  ])('row %i, %s', (row, _, inputs, lane) => {
    expect(decidedOn(inputs)).toEqual([row, lane]);
  });
});

describe('the first row that applies decides', () => {
  it.each<LaneRow>([
    [1, 'before 4: insufficient and opposed', { facts: opposes, ...insufficient }, 'own-motion'],
    [1, 'before 5: insufficient and a priority', { ...insufficient, ...priority }, 'own-motion'],
    [1, 'before 9: insufficient and a priority unknown', { ...insufficient, ...priorityUnknown }, 'own-motion'],
    [1, 'before 11: insufficient and interest', { ...insufficient, interest: true }, 'own-motion'],
    [1, 'before 12: insufficient and aggravated', { facts: aggravated, ...insufficient }, 'own-motion'],
    [2, 'before 3: insufficient after a final order', { facts: finalOrder, ...insufficient }, 'supervisor'],
    [
      2,
      'before 4: insufficient after a final order, opposed',
      { facts: { ...opposes, stage: 'final-order' }, ...insufficient },
      'supervisor',
    ],
    [3, 'before 5: a final order, a priority and a ground', { facts: finalOrder, ...priority, ...ground }, 'none'],
    [
      3,
      'before 10: asylum only, a priority unknown',
      { facts: { proceeding: 'asylum-only' }, ...priorityUnknown },
      'none',
    ],
    [4, 'before 5: opposed, a priority and a ground', { facts: opposes, ...priority, ...ground }, 'none'],
    [4, 'before 10: opposed, a priority unknown', { facts: opposes, ...priorityUnknown }, 'none'],
    [4, 'before 15: opposed, nothing', { facts: opposes }, 'none'],
    [
      5,
      'before 6: a priority, one ground true and one unknown',
      { ...priority, ...ground, interest: 'unknown' },
      'supervisor',
    ],
    [
      8,
      'before 9: one ground true and one unknown',
      { ...priorityUnknown, interest: true, ...groundUnknown, threatSettles: true },
      'supervisor',
    ],
    [9, 'before 11: a priority unknown, interest', { ...priorityUnknown, interest: true }, 'needs-facts'],
    [
      9,
      'and not 8: a ground unknown only',
      { ...priorityUnknown, ...groundUnknown, threatSettles: true },
      'needs-facts',
    ],
    [10, 'and not 8: no ground', { ...priorityUnknown, threatSettles: true }, 'triage'],
    [
      12,
      'before 13, and after 11: aggravated and one ground unknown',
      { facts: aggravated, ...ground, interest: 'unknown' },
      'supervisor',
    ],
    [13, 'before 14: one ground true and one unknown', { ...ground, interest: 'unknown' }, 'own-motion'],
    [14, 'and not 12: aggravated, a ground unknown', { facts: aggravated, ...groundUnknown }, 'needs-facts'],
    [15, 'and not 12: aggravated, no ground', { facts: aggravated }, 'triage'],
  ])('row %i %s', (row, _, inputs, lane) => {
    expect(decidedOn(inputs)).toEqual([row, lane]);
  });
});

describe('what is not opposition, and what unknown circumstances count as', () => {
  it.each<LaneRow>([
    [
      13,
      'opposed, but the notice is not filed',
      { facts: { ...opposes, stage: 'nta-unfiled' }, ...ground },
      'own-motion',
    ],
    [
      13,
      "opposed, but the appeal is the government's",
      { facts: { ...opposes, stage: 'on-appeal', appellant: 'dhs' }, ...ground },
      'own-motion',
    ],
    [13, 'not opposed', { facts: { respondentPosition: 'does-not-oppose' }, ...ground }, 'own-motion'],
    [4, 'opposed while pending, whoever appealed once', { facts: { ...opposes, appellant: 'dhs' }, ...ground }, 'none'],
  ])('row %i, %s', (row, _, inputs, lane) => {
    expect(decidedOn(inputs)).toEqual([row, lane]);
  });

  it('an unknown stage counts as pending and an unknown proceeding as removal', () => {
    expect(circumstancesOf({})).toMatchObject({ stage: 'pending', isOpen: true, isDismissible: true });
    expect(circumstancesOf({})).toMatchObject({ isStageKnown: false, isProceedingKnown: false });
    expect(circumstancesOf({ stage: 'pending', proceeding: 'removal' })).toMatchObject({
      isStageKnown: true,
      isProceedingKnown: true,
    });
  });

  it('an unknown stage is not an appeal of the government, nor a final order', () => {
    expect(circumstancesOf({ appellant: 'dhs' })).toMatchObject({ isAppealOfDhs: false, mayReopenJointly: false });
  });
});
