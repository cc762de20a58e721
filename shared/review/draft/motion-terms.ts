/**
 * All that a draft motion may know of a case: a handful of closed lists. Whatever else is on file cannot reach a draft,
 * because nothing here could hold it: no ground of discretion, no date, no name, no id.
 */
import type { CalendarDate } from '../../../events/dates.ts';
import type { Facts } from '../../../events/facts.ts';
import { RESTORED } from '../../policy/law/closure.ts';
import { MOTION_RULES_FROM } from '../../policy/law/motions.ts';
import { paragraphOf } from '../../policy/law/suggestions.ts';

export const MOTIONS = ['move-to-dismiss', 'move-to-close'] as const;
export const PARAGRAPHS = ['239.2(a)(1)', '239.2(a)(2)', '239.2(a)(3)', '239.2(a)(7)'] as const;
export const POSITIONS = ['consents', 'does-not-oppose', 'opposes', 'not-known'] as const;
export const FORUMS = ['court', 'board'] as const;
export const PROCEEDINGS = ['removal', 'deportation', 'exclusion', 'other'] as const;
/** What closure stands on: the law of the circuit, Matter of Cruz-Valdez, the rule of 2024. */
export const ERAS = ['circuit', 'cruz-valdez', 'rule-of-2024'] as const;

export interface MotionTerms {
  readonly motion: (typeof MOTIONS)[number];
  /** The regulation's own ground; discretion is always (7), whatever moved it. */
  readonly paragraph: (typeof PARAGRAPHS)[number];
  readonly position: (typeof POSITIONS)[number];
  readonly forum: (typeof FORUMS)[number];
  readonly proceeding: (typeof PROCEEDINGS)[number];
  readonly era: (typeof ERAS)[number];
}

export function isMotion(text: string | undefined): text is MotionTerms['motion'] {
  return MOTIONS.some((motion) => motion === text);
}

function eraOn(day: CalendarDate): MotionTerms['era'] {
  if (day >= MOTION_RULES_FROM) return 'rule-of-2024';
  return RESTORED.from !== undefined && day < RESTORED.from ? 'circuit' : 'cruz-valdez';
}

/** @param facts as other than prohibited sources assert them */
export function motionTerms(motion: MotionTerms['motion'], facts: Facts, asOf: CalendarDate): MotionTerms {
  const paragraph = paragraphOf(facts);
  return {
    motion,
    paragraph: PARAGRAPHS.find((each) => each === paragraph) ?? '239.2(a)(7)',
    position: facts.respondentPosition ?? 'not-known',
    forum: facts.stage === 'on-appeal' ? 'board' : 'court',
    proceeding: PROCEEDINGS.find((each) => each === facts.proceeding) ?? 'other',
    era: eraOn(asOf),
  };
}
