/** What types cannot say of an instrument. Whoever writes one hears of a slip when it is loaded, not from a wrong answer. */
import { everyNode } from './document/parts.ts';
import type { Instrument } from './instrument.ts';
import { parametersRead } from './parameter.ts';
import type { Proposition } from './proposition.ts';

/** Whether some part reads silence by the background check, whose age is then a parameter of that name. */
function readsBackgroundCheck(node: Proposition): boolean {
  return node.op === 'unseen' || ('silence' in node && node.silence === 'background-check');
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function parameterFaults({ parameters }: Instrument, nodes: readonly Proposition[]): string[] {
  const misnamed = Object.entries(parameters).filter(([key, { name }]) => key !== name);
  const unlisted = nodes.flatMap(parametersRead).filter(({ name, value }) => parameters[name]?.value !== value);
  const dangling = Object.values(parameters).filter(
    ({ dayAfter }) => dayAfter !== undefined && parameters[dayAfter]?.unit !== 'date',
  );
  const isCheckUnaged = nodes.some(readsBackgroundCheck) && typeof parameters.backgroundCheck?.value !== 'number';
  return [
    ...misnamed.map(([key, { name }]) => `parameter ${key} is named ${name}`),
    ...new Set(unlisted.map(({ name }) => `a rule reads the parameter ${name}, which the instrument does not list so`)),
    ...dangling.map(({ name, dayAfter }) => `parameter ${name} follows ${dayAfter}, which is no day it lists`),
    ...(isCheckUnaged
      ? ['a rule reads silence by the background check, and no parameter backgroundCheck ages it']
      : []),
  ];
}

function historyFaults({ history }: Instrument): string[] {
  if (history.length === 0) return ['its history is empty'];
  const isOrdered = history.every(({ from }, index) => (history[index - 1]?.from ?? from) <= from);
  return isOrdered ? [] : ['its history is not in order of time'];
}

/** Each fault in one sentence; none when the instrument can be used. */
export function faultsOf(instrument: Instrument): string[] {
  const { priorities, grounds } = instrument;
  const rules = [...priorities, ...grounds];
  const misplaced = [
    ...priorities.filter(({ kind, group }) => kind !== 'priority' || group !== 'priority'),
    ...grounds.filter(({ kind, group }) => kind !== 'ground' || group === 'priority'),
  ];
  return [
    ...(rules.length === 0 ? ['it has no rules'] : []),
    ...repeated(rules.map(({ id }) => id)).map((id) => `more than one rule is named ${id}`),
    ...misplaced.map(({ id }) => `rule ${id} is listed as what it is not: kind, group and list must agree`),
    ...parameterFaults(
      instrument,
      rules.flatMap(({ holds }) => everyNode(holds)),
    ),
    ...historyFaults(instrument),
  ];
}
