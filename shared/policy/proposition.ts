/**
 * Rules as data: a tree of propositions, each leaf naming the fact it reads. From the same tree come the decision, the
 * explanation, the missing facts and the policy page.
 */
import type { CalendarDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';

/** Maps by id whose entries are facts. */
export type EntriesName = {
  [K in keyof Facts]-?: string extends keyof NonNullable<Facts[K]> ? K : never;
}[keyof Facts];

type EntryOf<N extends EntriesName> = NonNullable<NonNullable<Facts[N]>[string]>;

/** Path of a fact or of a part of it outside the maps: `stage`, `lastEntry.on`, `humanitarian.elderly`. */
export type FactPath = Paths<Omit<Facts, EntriesName | 'equities'>>;
type Paths<T> = {
  [K in keyof T & string]-?: NonNullable<T[K]> extends string | number | boolean
    ? K
    : K | `${K}.${Paths<NonNullable<T[K]>>}`;
}[keyof T & string];

type ValueAt<T, P extends string> = P extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? ValueAt<NonNullable<T[Head]>, Rest>
    : never
  : P extends keyof T
    ? NonNullable<T[P]>
    : never;

/** What an absent fact says: no, nothing, or no under a valid background check and else nothing. */
export type Silence = 'no' | 'unknown' | 'background-check';

/**
 * A number or day a rule turns on, with where it comes from; `product` marks a choice that is not the law's, `what-if` a
 * value that was put in its place for one run.
 */
export interface Parameter<V extends number | CalendarDate = number | CalendarDate> {
  name: string;
  value: V;
  unit: 'days' | 'years' | 'date';
  basis: 'memo' | 'statute' | 'product' | 'ordinary-meaning' | 'what-if';
  source: string;
  /** First day from which the value is used. */
  from: CalendarDate;
  /** Name of the parameter whose day it follows by one; it moves with that day and is not set by itself. */
  dayAfter?: string;
}

type Scalar = string | boolean;

/** What a leaf reads: the facts of the case, or the entry of the map that a quantifier is at. */
export type Scope = 'case' | 'entry';

export type Leaf =
  /** The fact has one of the values. */
  | { op: 'is'; scope: Scope; path: string; oneOf: readonly Scalar[]; silence: Silence }
  /** Something is recorded at one of the paths; never unknown. */
  | { op: 'recorded'; scope: Scope; paths: readonly string[] }
  /** The date lies before the day. */
  | { op: 'before'; scope: Scope; path: string; day: Parameter<CalendarDate>; silence: Silence }
  /** So many full years since the date are complete on the day of the answer. */
  | { op: 'years-complete'; scope: Scope; path: string; years: Parameter<number>; silence: Silence }
  /** More than so many years have passed since the date. */
  | { op: 'years-exceeded'; scope: Scope; path: string; years: Parameter<number>; silence: Silence }
  /** The date is the day of the answer or lies up to so many days before it; older says nothing, later says no. */
  | { op: 'fresh'; scope: Scope; path: string; days: Parameter<number> }
  /** The charge stands under one of the sections; sub-clauses match by prefix. */
  | { op: 'charged-under'; scope: Scope; path: string; sections: readonly string[] }
  /** Some recorded conviction names this charge as the one that rests on it. */
  | { op: 'conviction-names-charge' }
  /** Nothing else is on file about crime, gangs and security: no under a valid background check, else unknown. */
  | { op: 'unseen' }
  /** An open question, answered by an attorney's reading. */
  | { op: 'question'; id: string; answers: Readonly<Record<string, boolean>> }
  /** Unknown by nature: the first of these paths that is absent, or the last, is what is missing. */
  | { op: 'ask'; scope: Scope; paths: readonly string[] }
  | { op: 'always'; holds: boolean };

export type Proposition =
  | Leaf
  | { op: 'all'; of: readonly Proposition[] }
  | { op: 'any'; of: readonly Proposition[] }
  | { op: 'not'; of: Proposition }
  /** One or the other, as the condition holds; while it is unknown only the condition is asked for. */
  | { op: 'when'; given: Proposition; met: Proposition; unmet: Proposition }
  /** No when the condition is proved; while it is not, unknown, and `path` is what is missing. */
  | { op: 'ask-unless'; path: string; proved: Proposition }
  /** Holds for some entry of a map, taken by id in code-point order. */
  | { op: 'some'; in: EntriesName; entry: Proposition }
  /**
   * Participation on some day at the age or older. `endedBefore` answers when it certainly ended before that birthday.
   * Contract, section 2, gang participation.
   */
  | {
      op: 'took-part-at-age';
      birth: string;
      from: string;
      to: string;
      age: Parameter<number>;
      endedBefore: Proposition;
    };

export const all = (...of: Proposition[]): Proposition => ({ op: 'all', of });
export const any = (...of: Proposition[]): Proposition => ({ op: 'any', of });
export const not = (of: Proposition): Proposition => ({ op: 'not', of });
export const when = (given: Proposition, met: Proposition, unmet: Proposition): Proposition => ({
  op: 'when',
  given,
  met,
  unmet,
});
export const yes: Proposition = { op: 'always', holds: true };
export const no: Proposition = { op: 'always', holds: false };
export const unseen: Proposition = { op: 'unseen' };
export const askUnless = (path: FactPath, proved: Proposition): Proposition => ({ op: 'ask-unless', path, proved });
export const question = (id: string, answers: Readonly<Record<string, boolean>>): Proposition => ({
  op: 'question',
  id,
  answers,
});

/** Leaves over one object: the facts as a whole, or one entry of a map. */
function readerOf<T, P extends string>(scope: Scope) {
  return {
    is: <Q extends P>(path: Q, oneOf: readonly Extract<ValueAt<T, Q>, Scalar>[], silence: Silence): Proposition => ({
      op: 'is',
      scope,
      path,
      oneOf,
      silence,
    }),
    recorded: (...paths: P[]): Proposition => ({ op: 'recorded', scope, paths }),
    before: (path: P, day: Parameter<CalendarDate>, silence: Silence): Proposition => ({
      op: 'before',
      scope,
      path,
      day,
      silence,
    }),
    yearsComplete: (path: P, years: Parameter<number>, silence: Silence): Proposition => ({
      op: 'years-complete',
      scope,
      path,
      years,
      silence,
    }),
    yearsExceeded: (path: P, years: Parameter<number>, silence: Silence): Proposition => ({
      op: 'years-exceeded',
      scope,
      path,
      years,
      silence,
    }),
    fresh: (path: P, days: Parameter<number>): Proposition => ({ op: 'fresh', scope, path, days }),
    chargedUnder: (path: P, ...sections: string[]): Proposition => ({
      op: 'charged-under',
      scope,
      path,
      sections,
    }),
    ask: (...paths: P[]): Proposition => ({ op: 'ask', scope, paths }),
  };
}

/** Leaves that read the facts of the case. */
export const fact = readerOf<Facts, FactPath | EntriesName>('case');

/** Some entry of the map satisfies what the function builds from leaves that read the entry. */
export function some<N extends EntriesName>(
  name: N,
  build: (entry: ReturnType<typeof readerOf<EntryOf<N>, keyof EntryOf<N> & string>>) => Proposition,
): Proposition {
  return { op: 'some', in: name, entry: build(readerOf<EntryOf<N>, keyof EntryOf<N> & string>('entry')) };
}
