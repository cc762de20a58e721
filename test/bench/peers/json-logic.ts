/**
 * The nineteen conditions in json-logic-engine: compiled once, as its documentation advises for hot paths, and each rule
 * on its own, which is nearly twice as fast as all of them in one function.
 */
import { LogicEngine } from 'json-logic-engine';
import type { Facts } from '../../../events/facts.ts';
import { NO, UNKNOWN, type Value, YES } from '../../../shared/policy/leaf.ts';
import { conditionWriter, type Notation } from './conditions.ts';
import { answered, type MakePeer, RULES } from './nineteen.ts';

type Logic = object;

const notation: Notation<Logic> = {
  all: (of) => ({ and: of }),
  any: (of) => ({ or: of }),
  not: (of) => ({ '!': of }),
  isOneOf: (path, values) =>
    values.length === 1 ? { '===': [{ var: path }, values[0]] } : { in: [{ var: path }, values] },
  isAbsent: (path) => ({ '===': [{ var: path }, null] }),
  // The default stands for an absent date and is less than nothing.
  isLess: (path, text) => ({ '<': [{ var: [path, '~'] }, text] }),
};

export const jsonLogic: MakePeer = (asOf) => {
  const write = conditionWriter(notation, asOf);
  const engine = new LogicEngine();
  const rules = RULES.map(({ holds }) => {
    const logic = { if: [write(holds, 'certain'), YES, write(holds, 'possible'), UNKNOWN, NO] };
    return engine.build(logic) as (facts: Facts) => Value;
  });
  return { name: 'json-logic-engine', answer: (facts) => answered(rules.map((rule) => rule(facts))) };
};
