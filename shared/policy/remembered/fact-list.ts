/** The facts of a case as a list, so that rules of any instrument reach a fact by its number. */
import type { Facts } from '../../../events/facts.ts';
import { factTree } from '../../docket/fact-tree.ts';

/** The names at the top of the schema. A fact's number is its place here and in `listFacts`. */
export const FACT_NAMES: readonly string[] = [...factTree.keys()];

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
