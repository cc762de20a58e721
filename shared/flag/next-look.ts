/** On which later day a head must be looked at again although no update comes. */
import type { CalendarDate } from '../../events/dates.ts';
import { spanOf } from '../docket/partial-date.ts';
import type { StandingFacts } from '../docket/record.ts';
import { dateOf } from '../policy/explanation/turning-days.ts';
import type { Instrument } from '../policy/instruments.ts';
import { nextChange } from '../policy/next-change.ts';
import type { Review } from '../review/review.ts';
import type { Flag } from './flag.ts';

export interface Look {
  readonly instrument: Instrument;
  readonly standing: StandingFacts;
  readonly asOf: CalendarDate;
  readonly flag: Flag | undefined;
  /** A decision stands on these facts. */
  readonly decided: boolean;
  readonly review: Review | undefined;
}

/**
 * The day of the next change by itself; but a flag that fell away in a person's hands is taken away once they let it go,
 * which only a look can tell: each day under a claim, and on the day a hold ends.
 */
export function nextLookOn({ instrument, standing, asOf, flag, decided, review }: Look): CalendarDate | undefined {
  const change = nextChange(instrument, standing, asOf);
  if (flag?.state !== 'raised' || flag.fellAway !== true || decided) return change;
  const tomorrow = dateOf(spanOf(asOf).first + 1);
  const until = review?.hold?.until;
  const look = until !== undefined && until > tomorrow ? until : tomorrow;
  return change !== undefined && change < look ? change : look;
}
