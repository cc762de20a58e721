/**
 * The nineteen conditions in two-valued logic: what is certain, and what is possible while facts are missing. Together
 * they are Kleene's three values: yes is certain, no is not possible. An engine says only how its conditions are
 * written.
 */
import type { CalendarDate } from '../../../events/dates.ts';
import { parameters } from '../../../shared/policy/opla-2021-05-27/parameters.ts';
import type { Proposition, Silence } from '../../../shared/policy/proposition.ts';
import { daysBefore } from '../../../shared/store/days.ts';
import { type Cut, cutBefore, dayAfter, yearsBefore } from './cuts.ts';

/** How an engine writes what it is asked. `T` is a condition in its own notation. */
export interface Notation<T> {
  all: (of: T[]) => T;
  any: (of: T[]) => T;
  not: (of: T) => T;
  isOneOf: (path: string, values: readonly (string | boolean)[]) => T;
  isAbsent: (path: string) => T;
  /** The date is recorded and its text less than the other. */
  isLess: (path: string, text: string) => T;
}

export type Rail = 'certain' | 'possible';

const CHECK = 'backgroundCheckedOn';

export function conditionWriter<T>(notation: Notation<T>, asOf: CalendarDate) {
  const { all, any, not, isOneOf, isAbsent, isLess } = notation;

  const isBefore = (path: string, { below, vague }: Cut, rail: Rail): T => {
    const less = isLess(path, below);
    return rail === 'possible' || vague.length === 0 ? less : all([less, not(isOneOf(path, vague))]);
  };
  const isUnchecked = not(
    all([
      isBefore(CHECK, cutBefore(dayAfter(asOf)), 'certain'),
      not(isBefore(CHECK, cutBefore(daysBefore(asOf, parameters.backgroundCheck.value)), 'possible')),
    ]),
  );
  const orSilent = (path: string, silence: Silence, recorded: T, rail: Rail): T => {
    if (rail === 'certain' || silence === 'no') return recorded;
    const silent = isAbsent(path);
    return any([recorded, silence === 'unknown' ? silent : all([silent, isUnchecked])]);
  };

  const write = (proposition: Proposition, rail: Rail): T => {
    switch (proposition.op) {
      case 'all':
        return all(proposition.of.map((part) => write(part, rail)));
      case 'any':
        return any(proposition.of.map((part) => write(part, rail)));
      case 'not':
        return not(write(proposition.of, rail === 'certain' ? 'possible' : 'certain'));
      case 'is':
        return orSilent(proposition.path, proposition.silence, isOneOf(proposition.path, proposition.oneOf), rail);
      case 'before': {
        const { path, day, silence } = proposition;
        return orSilent(path, silence, isBefore(path, cutBefore(day.value), rail), rail);
      }
      case 'years-complete': {
        const { path, years, silence } = proposition;
        const cut = cutBefore(yearsBefore(dayAfter(asOf), years.value));
        return orSilent(path, silence, isBefore(path, cut, rail), rail);
      }
      default:
        throw new TypeError(`the nineteen conditions have no "${proposition.op}"`);
    }
  };
  return write;
}
