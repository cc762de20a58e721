/** The answers that can be tried at a place: each value of the schema, and dates on each side of a turning day. */
import type { CalendarDate } from '../../../events/dates.ts';
import type { DayNumber, DaySpan } from '../../docket/partial-date.ts';
import { listOr } from '../document/english.ts';
import type { FactValue } from './fact-values.ts';
import { nameOf, valueWords } from './fact-words.ts';
import type { Place } from './places.ts';
import { dateOf, type TurningDay } from './turning-days.ts';

/** Values of one kind among which an answer is taken, and how some of them are said. */
export interface Choice {
  values: readonly unknown[];
  /** In words, by their places in `values`: "approved or pending", "before 2020-11-01". */
  say: (chosen: readonly number[]) => string;
}

/** Of statements that name what they are about themselves, after words that are common to them. */
export function choiceOfStatements(statements: readonly { value: unknown; words: string }[], lead = ''): Choice {
  return {
    values: statements.map(({ value }) => value),
    say: (chosen) => `${lead}${listOr(chosen.flatMap((at) => statements[at]?.words ?? []))}`,
  };
}

function choiceOfValues(place: Place, values: readonly unknown[]): Choice {
  return {
    values,
    say: (chosen) => listOr(chosen.map((at) => valueWords(place, values[at]))),
  };
}

/** The dates between two turning days, or before the first or from the last. */
interface Stretch {
  after: TurningDay | undefined;
  until: TurningDay | undefined;
}

function stretchesOf(turns: readonly TurningDay[]): Stretch[] {
  return Array.from({ length: turns.length + 1 }, (_, i) => ({ after: turns[i - 1], until: turns[i] }));
}

function meaningOf({ after, until }: Stretch): string {
  const parts = [after?.from, until?.before].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function stretchWords(stretch: Stretch): string {
  const { after, until } = stretch;
  const meaning = meaningOf(stretch);
  if (after === undefined) return until === undefined ? 'any day' : `before ${dateOf(until.day)}${meaning}`;
  if (until === undefined) return `on or after ${dateOf(after.day)}${meaning}`;
  const [first, last] = [dateOf(after.day), dateOf(until.day - 1)];
  return first === last ? `on ${first}${meaning}` : `from ${first} to ${last}${meaning}`;
}

/** Neighbouring stretches are said as one. */
function joinedWords(stretches: readonly Stretch[], chosen: readonly number[]): string {
  const runs: number[][] = [];
  for (const at of chosen) {
    const last = runs.at(-1);
    if (last?.at(-1) === at - 1) last.push(at);
    else runs.push([at]);
  }
  return runs
    .map((run) => stretchWords({ after: stretches[run.at(0) ?? 0]?.after, until: stretches[run.at(-1) ?? 0]?.until }))
    .join(', or ');
}

/** A day of the stretch: the nearest to a day that is given, else the first, or the last where there is no first. */
function dayIn({ after, until }: Stretch, asOf: DayNumber, near: DayNumber | undefined): DayNumber {
  const first = after?.day;
  const last = until === undefined ? undefined : until.day - 1;
  if (first === undefined) return last ?? near ?? asOf;
  return near !== undefined && last !== undefined && near > last ? last : first;
}

export interface DateLimits {
  asOf: DayNumber;
  /** The days that a recorded partial date may stand for: the answer is one of them. */
  within?: DaySpan;
  /** The recorded date, where the nearest other is wanted; stretches that it may lie in are left out. */
  otherThan?: DaySpan;
}

function meets({ after, until }: Stretch, { first, last }: DaySpan): boolean {
  return (after === undefined || after.day <= last) && (until === undefined || until.day > first);
}

const edgeAt = (day: DayNumber): TurningDay => ({ day, before: '', from: '' });

/** The part of a stretch that lies in the span. */
function clipped({ after, until }: Stretch, { first, last }: DaySpan): Stretch {
  return {
    after: after === undefined || after.day < first ? edgeAt(first) : after,
    until: until === undefined || until.day > last ? edgeAt(last + 1) : until,
  };
}

function choiceOfDates(turns: readonly TurningDay[], { asOf, within, otherThan }: DateLimits): Choice {
  const possible = stretchesOf(turns)
    .filter((stretch) => within === undefined || meets(stretch, within))
    .map((stretch) => (within === undefined ? stretch : clipped(stretch, within)));
  const open = possible.filter((stretch) => otherThan === undefined || !meets(stretch, otherThan));
  const values: CalendarDate[] = open.map((stretch) => dateOf(dayIn(stretch, asOf, otherThan?.first)));
  return {
    values,
    say: (chosen) =>
      joinedWords(
        possible,
        chosen.flatMap((at) => (open[at] === undefined ? [] : [possible.indexOf(open[at])])),
      ),
  };
}

export interface Choosing {
  turnsAt: (place: Place) => TurningDay[];
  limits: DateLimits;
}

/** What can be tried for one value; undefined for free text, numbers and ids. */
export function choiceAt(place: Place, value: FactValue, { turnsAt, limits }: Choosing): Choice | undefined {
  switch (value.kind) {
    case 'flag':
      return choiceOfValues(place, [true, false]);
    case 'choice':
      return choiceOfValues(place, value.values);
    case 'date':
      return choiceOfDates(turnsAt(place), limits);
    default:
      return undefined;
  }
}

/** "place of the arrest: border or port of entry". */
export function saidOf(place: Place, words: string): string {
  return `${nameOf(place)}: ${words}`;
}
