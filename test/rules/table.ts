/** The form of the rules' tables: what is recorded, on which day it is asked, and what the rule then says. */
import type { CalendarDate } from '../../events/dates.ts';
import { assertedFacts, type Facts } from '../../events/facts.ts';
import type { Truth } from '../../shared/policy/classification.ts';
import { givenOf } from '../../shared/policy/findings.ts';
import { toTruth, UNKNOWN } from '../../shared/policy/leaf.ts';
import { opla20210527 } from '../../shared/policy/opla-2021-05-27/instrument.ts';
import { standingAtoms } from '../../shared/policy/residual.ts';

/** The day of the answer where a row names none. */
export const AS_OF = '2021-06-15';

export interface RuleRow {
  given: string;
  facts: Facts;
  asOf?: CalendarDate;
  holds: Truth;
  /** Paths of the missing facts while the rule is unknown, in the order in which they are asked for. */
  missing?: string[];
}

interface Said {
  holds: Truth;
  missing: string[];
}

/** What a rule of the instrument says on a row. */
export function ruleNamed(id: string): (row: RuleRow) => Said {
  const rule = [...opla20210527.priorities, ...opla20210527.grounds].find((known) => known.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return ({ facts, asOf = AS_OF }) => {
    // A row that no update could assert would prove nothing.
    assertedFacts.parse(facts);
    const given = givenOf(opla20210527, facts, asOf);
    const value = rule.node.value(given, undefined);
    const missing = value === UNKNOWN ? standingAtoms(rule.node.residual(given, undefined, true)) : [];
    return { holds: toTruth(value), missing: [...new Set(missing.map(({ path }) => path))] };
  };
}

/** What a row expects, written out. */
export function said({ holds, missing = [] }: RuleRow): Said {
  return { holds, missing };
}
