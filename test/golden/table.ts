/** The form of the worked cases: what is given differs from an ordinary case, and what is expected is written out. */
import type { CalendarDate } from '../../events/dates.ts';
import type { AssertedFacts } from '../../events/facts.ts';
import type { Classification, Lane, PolicyStatus } from '../../shared/policy/classification.ts';

/** An ordinary removal case: long here, arrested inland before the cut-off, not detained, checked this month. */
export const ordinary = {
  circuit: '9',
  proceeding: 'removal',
  stage: 'pending',
  detained: false,
  respondentPosition: 'consents',
  firstPresence: '2010-05-01',
  apprehension: { place: 'interior', on: '2019-03-14', attemptingUnlawfulEntry: false },
  backgroundCheckedOn: '2021-06-01',
} satisfies AssertedFacts;

/** A list that is not named is empty; a status that is not named is `in-force`. */
interface Expected {
  lane: Lane;
  priority: string;
  /** Grounds that are true. */
  grounds?: string[];
  actions?: string[];
  dismissParagraph?: string;
  needs?: string[];
  notices?: string[];
  policyStatus?: PolicyStatus;
}

export interface GoldenCase {
  id: string;
  title: string;
  asOf: CalendarDate;
  /** Facts beside those of the ordinary case, or instead of them; null is retracted. */
  with?: AssertedFacts;
  /** Facts of the ordinary case that nothing is known of. */
  without?: (keyof typeof ordinary)[];
  expected: Expected;
  /** Why the answer is right, in a sentence or two. */
  why: string;
  /** Where the rule stands. */
  cite: string;
}

/** The facts of a case, written out. */
export function given(golden: GoldenCase): AssertedFacts {
  const facts: AssertedFacts = { ...ordinary, ...golden.with };
  for (const fact of golden.without ?? []) delete facts[fact];
  return facts;
}

/** The answer of a case, written out. */
export function expected({ expected: answer }: GoldenCase) {
  return {
    priority: answer.priority,
    lane: answer.lane,
    grounds: answer.grounds ?? [],
    actions: answer.actions ?? [],
    ...(answer.dismissParagraph === undefined ? {} : { dismissParagraph: answer.dismissParagraph }),
    needs: answer.needs ?? [],
    notices: answer.notices ?? [],
    policyStatus: answer.policyStatus ?? 'in-force',
  };
}

type Compared = 'priority' | 'lane' | 'grounds' | 'actions' | 'dismissParagraph' | 'needs' | 'notices' | 'policyStatus';

/** What an answer has in common with the expected one. */
export function answerOf(answer: Pick<Classification, Compared>) {
  return {
    priority: answer.priority,
    lane: answer.lane,
    grounds: Object.entries(answer.grounds).flatMap(([ground, value]) => (value === true ? [ground] : [])),
    actions: answer.actions,
    ...(answer.dismissParagraph === undefined ? {} : { dismissParagraph: answer.dismissParagraph }),
    needs: answer.needs,
    notices: answer.notices,
    policyStatus: answer.policyStatus,
  };
}
