/** One case under two policies: the lane under each and, where they differ, what accounts for it. */
import type { CalendarDate } from '../../../events/dates.ts';
import type { StandingFacts } from '../../docket/record.ts';
import type { Lane } from '../classification.ts';
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
  const { circumstances, groups, ground, lane } = decision;
  const inputs = {
    facts: standing.facts,
    circumstances,
    asOf,
    lane,
    insufficiency: groups.insufficiency,
    priority: groups.priority,
    interest: groups.interest,
    ground,
    prohibitedAsserted: standing.prohibitedAsserted,
    status: side.instrument.statusOn(asOf),
  };
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
