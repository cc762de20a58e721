/** The facts of a case as a list, so that rules of any instrument reach a fact by its number. */
import type { CalendarDate } from '../../../events/dates.ts';
import type { Facts } from '../../../events/facts.ts';
import { factTree } from '../../docket/fact-tree.ts';
import type { DaySpan } from '../../docket/partial-date.ts';
import type { StandingFacts } from '../../docket/record.ts';

/** The names at the top of the schema. A fact's number is its place here and in `listFacts`. */
export const FACT_NAMES: readonly string[] = [...factTree.keys()];

/** A case on a day, its facts listed: what is on file and, where there is any, what only prohibited sources say beside it. */
export interface ListedCase {
  standing: StandingFacts;
  asOf: CalendarDate;
  day: DaySpan;
  onFile: ListedFacts;
  withProhibited: ListedFacts | undefined;
}

export interface ListedFacts {
  facts: Facts;
  values: readonly unknown[];
}

export function listCase(standing: StandingFacts, asOf: CalendarDate, day: DaySpan): ListedCase {
  const { facts, withProhibited } = standing;
  return {
    standing,
    asOf,
    day,
    onFile: { facts, values: listFacts(facts) },
    withProhibited: withProhibited && { facts: withProhibited, values: listFacts(withProhibited) },
  };
}

/** Written out, since a name that stands in the code is read many times faster than one that a variable holds. */
export function listFacts(facts: Facts): readonly unknown[] {
  return [
    facts.office,
    facts.circuit,
    facts.proceeding,
    facts.stage,
    facts.appellant,
    facts.detained,
    facts.hearing,
    facts.represented,
    facts.respondentPosition,
    facts.ntaSource,
    facts.birthDate,
    facts.nationality,
    facts.deceased,
    facts.citizenshipEvidence,
    facts.removable,
    facts.firstPresence,
    facts.lastEntry,
    facts.apprehension,
    facts.backgroundCheckedOn,
    facts.nationalSecurity,
    facts.convictions,
    facts.pendingCharges,
    facts.gang,
    facts.threatFinding,
    facts.publicSafetyFactors,
    facts.otherPriorityApproval,
    facts.ntaCharges,
    facts.lawfulStatus,
    facts.relief,
    facts.militaryService,
    facts.humanitarian,
    facts.cooperation,
    facts.aggravating,
    facts.equities,
    facts.protected1367,
    facts.leadCase,
    facts.readings,
  ];
}
