/** Dates on which the regulations about motions changed. They tell of the law and not of a memo. */
import type { CalendarDate } from '../../../events/dates.ts';

/**
 * From this day closure stands in the regulations, 8 CFR 1003.18(c), and joint or affirmatively unopposed motions are
 * generally granted: 89 FR 46742 (May 29, 2024).
 */
export const MOTION_RULES_FROM: CalendarDate = '2024-07-29';
