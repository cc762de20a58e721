/** The days of the law on which what is suggested turns though nothing in a case has changed. */
import type { CalendarDate } from '../../../events/dates.ts';
import { AUTHORITIES, CLOSURE_SUGGESTED_FROM, RESTORED } from './closure.ts';
import { EXPEDITED_REMOVAL_EXPANDED } from './notices.ts';

const closureDays = [RESTORED, ...Object.values(AUTHORITIES)].flatMap(({ from }) => (from === undefined ? [] : [from]));

export const LAW_DAYS: readonly CalendarDate[] = [CLOSURE_SUGGESTED_FROM, ...closureDays, EXPEDITED_REMOVAL_EXPANDED];
