/** One case under two policies: the lane under each and, where they differ, what accounts for it. */
import type { CalendarDate } from '../../../events/dates.ts';
import type { StandingFacts } from '../../docket/record.ts';
import type { Lane } from '../classification.ts';
import { actionInputsOf } from '../classify.ts';
import { isRestricted } from '../law/notices.ts';
import { type Account, accountsOf } from './account.ts';
import { type Reading, readCase } from './reading.ts';
import type { Side } from './settings.ts';

export interface ComparedCase {
  office: string | undefined;
  a: Lane;
  b: Lane;
  /** Grounds and paths may be shown to few; so says either policy, or the law that binds whichever policy applies. */
  isRestricted: boolean;
  /** Empty while the lanes are the same. */
  accounts: readonly Account[];
}

function saysRestricted({ side, standing, decision, asOf }: Reading): boolean {
  const inputs = actionInputsOf(side.instrument, decision, standing, asOf);
  return isRestricted(inputs) || side.instrument.suggest(inputs).notices.includes('restricted');
}

export function compareCase(sides: readonly [Side, Side], record: StandingFacts, asOf: CalendarDate): ComparedCase {
  const a = readCase(sides[0], record, asOf);
  const b = readCase(sides[1], record, asOf);
  return {
    office: record.facts.office,
    a: a.decision.lane,
    b: b.decision.lane,
    isRestricted: saysRestricted(a) || saysRestricted(b),
    accounts: a.decision.lane === b.decision.lane ? [] : accountsOf(a, b),
  };
}
