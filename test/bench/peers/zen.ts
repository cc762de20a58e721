/**
 * The nineteen conditions in zen-engine: a decision of one expression node, its content compiled once, its cases
 * evaluated side by side. Its language orders no texts, so each date is first turned into a number, once.
 */
import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import { NO, UNKNOWN, type Value, YES } from '../../../shared/policy/leaf.ts';
import { conditionWriter, type Notation } from './conditions.ts';
import { answered, type MakePeer, RULES } from './nineteen.ts';

const literal = (value: string | boolean): string => (typeof value === 'string' ? `'${value}'` : String(value));

/** 2020-11-05 as 20201105, 2020-11 as 20201100, 2020 as 20200000: numbers in the order of the texts. */
function dateNumber(text: string): number {
  return Number(text.replaceAll('-', '').padEnd(8, '0'));
}

function dateNumberExpression(path: string): string {
  const [year, month, day] = [`${path}[0:3]`, `${path}[5:6]`, `${path}[8:9]`];
  const digits = `len(${path}) == 10 ? ${year} + ${month} + ${day} : len(${path}) == 7 ? ${year} + ${month} + '00' : ${year} + '0000'`;
  return `${path} == null ? 99999999 : number(${digits})`;
}

export const zen: MakePeer = (asOf) => {
  /** Key of each date's number, by path. */
  const dates = new Map<string, string>();
  const keyOf = (path: string): string => {
    const key = dates.get(path) ?? `date${dates.size}`;
    dates.set(path, key);
    return key;
  };
  const notation: Notation<string> = {
    all: (of) => `(${of.join(' and ')})`,
    any: (of) => `(${of.join(' or ')})`,
    not: (of) => `not (${of})`,
    isOneOf: (path, [only, ...others]) =>
      only !== undefined && others.length === 0
        ? `${path} == ${literal(only)}`
        : `${path} in [${[only ?? '', ...others].map(literal).join()}]`,
    isAbsent: (path) => `${path} == null`,
    isLess: (path, text) => `$.${keyOf(path)} < ${dateNumber(text)}`,
  };
  const write = conditionWriter(notation, asOf);
  const rules = RULES.map(({ holds }, rule) => ({
    key: `rule${rule}`,
    value: `${write(holds, 'certain')} ? ${YES} : ${write(holds, 'possible')} ? ${UNKNOWN} : ${NO}`,
  }));
  const numbers = [...dates].map(([path, key]) => ({ key, value: dateNumberExpression(path) }));
  const expressions = [...numbers, ...rules].map((each) => ({ id: each.key, ...each }));
  const position = { x: 0, y: 0 };
  const nodes = [
    { id: 'facts', name: 'Facts', type: 'inputNode', position },
    { id: 'rules', name: 'Rules', type: 'expressionNode', position, content: { expressions } },
    { id: 'answers', name: 'Answers', type: 'outputNode', position },
  ];
  const edges = [
    { id: 'in', type: 'edge', sourceId: 'facts', targetId: 'rules' },
    { id: 'out', type: 'edge', sourceId: 'rules', targetId: 'answers' },
  ];
  const decision = new ZenEngine().createDecision(new ZenDecisionContent({ nodes, edges }));
  return {
    name: '@gorules/zen-engine',
    sideBySide: true,
    answer: async (facts) => {
      const { result } = (await decision.evaluate(facts)) as { result: { [key: string]: Value } };
      return answered(RULES.map((_, rule) => result[`rule${rule}`] ?? NO));
    },
  };
};
