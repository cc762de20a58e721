/** An ordinary case, what is usually said of one, and the answer of the instrument. */
import type { CalendarDate } from '../../events/dates.ts';
import { assertedFacts, type Facts } from '../../events/facts.ts';
import type { Classification } from '../../shared/policy/classification.ts';
import { classify } from '../../shared/policy/classify.ts';
import { opla20210527 } from '../../shared/policy/opla-2021-05-27/instrument.ts';
import { AS_OF } from './table.ts';

/** Removal, pending, long here, arrested inland, checked this month: no priority, no ground. */
export const ordinary: Facts = {
  circuit: '9',
  proceeding: 'removal',
  stage: 'pending',
  detained: false,
  respondentPosition: 'consents',
  firstPresence: '2010-05-01',
  apprehension: { place: 'interior', on: '2019-03-14', attemptingUnlawfulEntry: false },
  backgroundCheckedOn: '2021-06-01',
};

export interface Asked {
  asOf?: CalendarDate;
  caseId?: string;
  /** What only a prohibited source asserts. */
  prohibited?: Facts;
}

export function answerTo(
  facts: Facts,
  { asOf = AS_OF, caseId = 'A-CASE-0001', prohibited }: Asked = {},
): Classification {
  assertedFacts.parse(facts);
  const withProhibited = prohibited && { ...facts, ...prohibited };
  const standing = {
    facts,
    ...(withProhibited && { withProhibited }),
    prohibitedAsserted: prohibited !== undefined,
  };
  return classify(opla20210527, caseId, standing, asOf);
}

export const ill: Facts = { humanitarian: { seriousHealthCondition: true } };
export const begun: Facts = { humanitarian: { arrivedAsYoungChild: true } };
export const felon: Facts = { convictions: { c1: { offense: 'o', aggravatedFelony: true, disposition: 'final' } } };
export const threat: Facts = { threatFinding: { poses: true, on: '2021-06-10' } };
export const newlyHere: Facts = {
  firstPresence: '2021-01-01',
  apprehension: { place: 'interior', on: '2021-02-01', attemptingUnlawfulEntry: false },
};
