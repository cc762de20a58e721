/**
 * Puts other values in the place of an instrument's parameters, for a what-if. Since rules are data this is a substitution
 * in their trees: whoever writes an instrument need do nothing for it, and no rule can be forgotten.
 */
import { type CalendarDate, daysInMonth } from '../../events/dates.ts';
import type { Leaf, Parameter, Proposition } from './proposition.ts';

/** Other values, by name of the parameter. */
export type Overrides = Readonly<Record<string, number | CalendarDate>>;

/** Gives the parameter to use in the place of one of an instrument. */
export interface Adjust {
  (parameter: Parameter<number>): Parameter<number>;
  (parameter: Parameter<CalendarDate>): Parameter<CalendarDate>;
  (parameter: Parameter): Parameter;
}

type Parameters = Readonly<Record<string, Parameter>>;

/** The parameters that can be set: those that do not follow from another. */
export function settableParameters(parameters: Parameters): Parameter[] {
  return Object.values(parameters).filter(({ dayAfter }) => dayAfter === undefined);
}

function dayFollowing(date: CalendarDate): CalendarDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const next =
    day < daysInMonth(year, month) ? [year, month, day + 1] : month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1];
  return next.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** @throws {RangeError} when an override names no settable parameter, or is a day for a number or a number for a day */
export function adjusterOf(parameters: Parameters, overrides: Overrides): Adjust {
  const settable = settableParameters(parameters);
  for (const [name, value] of Object.entries(overrides)) {
    const parameter = settable.find((known) => known.name === name);
    if (parameter === undefined) throw new RangeError(`no parameter ${name} can be set`);
    if (typeof parameter.value !== typeof value) throw new RangeError(`${name} takes a value in ${parameter.unit}`);
  }

  /** What is put in the place of the parameter's value; nothing where it stays. */
  function replacement({ name, dayAfter }: Parameter): number | CalendarDate | undefined {
    if (dayAfter === undefined) return Object.hasOwn(overrides, name) ? overrides[name] : undefined;
    const before = Object.hasOwn(overrides, dayAfter) ? overrides[dayAfter] : undefined;
    return typeof before === 'string' ? dayFollowing(before) : undefined;
  }

  function adjust(parameter: Parameter<number>): Parameter<number>;
  function adjust(parameter: Parameter<CalendarDate>): Parameter<CalendarDate>;
  function adjust(parameter: Parameter): Parameter;
  function adjust(parameter: Parameter): Parameter {
    const value = replacement(parameter);
    if (value === undefined || value === parameter.value) return parameter;
    const source = `Set for this run; the instrument has ${parameter.value} (${parameter.source})`;
    return { ...parameter, value, basis: 'what-if', source };
  }
  return adjust;
}

/** The parameters that a node itself reads. */
export function parametersRead(node: Proposition): Parameter[] {
  switch (node.op) {
    case 'before':
      return [node.day];
    case 'years-complete':
    case 'years-exceeded':
      return [node.years];
    case 'fresh':
      return [node.days];
    case 'took-part-at-age':
      return [node.age];
    default:
      return [];
  }
}

function adjustLeaf(leaf: Leaf, adjust: Adjust): Leaf {
  switch (leaf.op) {
    case 'before':
      return { ...leaf, day: adjust(leaf.day) };
    case 'years-complete':
    case 'years-exceeded':
      return { ...leaf, years: adjust(leaf.years) };
    case 'fresh':
      return { ...leaf, days: adjust(leaf.days) };
    default:
      return leaf;
  }
}

/** The same tree, its parameters adjusted. */
export function adjustTree(proposition: Proposition, adjust: Adjust): Proposition {
  const inner = (part: Proposition) => adjustTree(part, adjust);
  switch (proposition.op) {
    case 'all':
    case 'any':
      return { ...proposition, of: proposition.of.map(inner) };
    case 'not':
      return { ...proposition, of: inner(proposition.of) };
    case 'when':
      return {
        ...proposition,
        given: inner(proposition.given),
        met: inner(proposition.met),
        unmet: inner(proposition.unmet),
      };
    case 'ask-unless':
      return { ...proposition, proved: inner(proposition.proved) };
    case 'some':
      return { ...proposition, entry: inner(proposition.entry) };
    case 'took-part-at-age':
      return { ...proposition, age: adjust(proposition.age), endedBefore: inner(proposition.endedBefore) };
    default:
      return adjustLeaf(proposition, adjust);
  }
}
