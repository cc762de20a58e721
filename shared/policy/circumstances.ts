/** Where a case stands, as every lane and action reads it. An unknown stage counts as pending, an unknown proceeding as removal. */
import type { Facts } from '../../events/facts.ts';

export interface Circumstances {
  stage: NonNullable<Facts['stage']>;
  isStageKnown: boolean;
  isProceedingKnown: boolean;
  /** The notice is not filed yet, or the case is pending or on appeal. */
  isOpen: boolean;
  /** 8 CFR 239.2(c), 1239.2(c) reach it: it began, or would begin, with a notice to appear. */
  isDismissible: boolean;
  opposes: boolean;
  isPositionKnown: boolean;
  /** The government appealed. */
  isAppealOfDhs: boolean;
  detained: boolean | undefined;
  isDeceased: boolean;
  /** After a final order, a motion to reopen could be joint: nobody opposes and the respondent lives. */
  mayReopenJointly: boolean;
  hasPendingCharges: boolean;
  /** A serious aggravating factor or a pending criminal charge is on record. */
  isAggravated: boolean;
}

const OPEN_STAGES = ['nta-unfiled', 'pending', 'on-appeal'] as const;
const DISMISSIBLE_PROCEEDINGS = ['removal', 'deportation', 'exclusion'] as const;

const isDismissibleKind = (proceeding: unknown) => DISMISSIBLE_PROCEEDINGS.some((kind) => kind === proceeding);

/** What `circumstancesOf` tells of single facts; of the rest `aggravationIn` does. */
export const CIRCUMSTANCE_TESTS = {
  stage: (stage) => stage,
  proceeding: isDismissibleKind,
  respondentPosition: (position) => position === 'opposes',
  appellant: (appellant) => appellant === 'dhs',
  detained: (detained) => detained,
  deceased: (deceased) => deceased === true,
} as const satisfies { readonly [N in keyof Facts]?: (value: unknown) => unknown };

export const AGGRAVATIONS = ['pending-charge', 'factor', 'none'] as const;

/** A pending criminal charge, else a serious aggravating factor, that is on record. */
export function aggravationIn({ pendingCharges, aggravating }: Facts): (typeof AGGRAVATIONS)[number] {
  if (pendingCharges !== undefined && Object.keys(pendingCharges).length > 0) return 'pending-charge';
  if (aggravating === undefined) return 'none';
  return Object.values(aggravating).some((recorded) => recorded === true) ? 'factor' : 'none';
}

export function circumstancesOf(facts: Facts): Circumstances {
  const stage = facts.stage ?? 'pending';
  const proceeding = facts.proceeding ?? 'removal';
  const aggravation = aggravationIn(facts);
  const opposes = facts.respondentPosition === 'opposes';
  const isDeceased = facts.deceased === true;
  return {
    stage,
    isStageKnown: facts.stage !== undefined,
    isProceedingKnown: facts.proceeding !== undefined,
    isOpen: OPEN_STAGES.some((open) => open === stage),
    isDismissible: isDismissibleKind(proceeding),
    opposes,
    isPositionKnown: facts.respondentPosition !== undefined,
    isAppealOfDhs: stage === 'on-appeal' && facts.appellant === 'dhs',
    detained: facts.detained,
    isDeceased,
    mayReopenJointly: stage === 'final-order' && !opposes && !isDeceased,
    hasPendingCharges: aggravation === 'pending-charge',
    isAggravated: aggravation !== 'none',
  };
}
