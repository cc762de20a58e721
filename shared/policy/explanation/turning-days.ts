/** The days at which a rule's answer turns on a date: a cut-off, a birthday, the end of so many days. */
import type { CalendarDate } from '../../../events/dates.ts';
import type { Facts } from '../../../events/facts.ts';
import { anniversarySpan, type DayNumber, type DaySpan, dayNumber, spanOf } from '../../docket/partial-date.ts';
import { isLeaf } from '../document/leaf-text.ts';
import { partsOf } from '../document/parts.ts';
import type { Instrument } from '../instrument.ts';
import { BACKGROUND_CHECK } from '../leaf.ts';
import type { EntriesName, Leaf, Proposition } from '../proposition.ts';
import { type Place, pathOf, placeAt, valueAt } from './places.ts';

/** A day on which a date gives another answer than on the day before. */
export interface TurningDay {
  day: DayNumber;
  /** What earlier dates mean, and what this day and later ones do; empty where the day says it itself. */
  before: string;
  from: string;
}

/** A leaf, or the comparison of ages, with the map whose entries it reads. */
export interface PlacedTest {
  test: Leaf | Extract<Proposition, { op: 'took-part-at-age' }>;
  map: EntriesName | undefined;
}

function gather(proposition: Proposition, map: EntriesName | undefined, tests: PlacedTest[]): void {
  if (proposition.op === 'took-part-at-age' || isLeaf(proposition)) tests.push({ test: proposition, map });
  const inner = proposition.op === 'some' ? proposition.in : map;
  for (const part of partsOf(proposition)) gather(part, inner, tests);
}

const gathered = new WeakMap<Instrument, readonly PlacedTest[]>();

/** Every comparison of the instrument's rules, in their order. */
export function testsOf(instrument: Instrument): readonly PlacedTest[] {
  const known = gathered.get(instrument);
  if (known !== undefined) return known;
  const tests: PlacedTest[] = [];
  for (const { holds } of [...instrument.priorities, ...instrument.grounds]) gather(holds, undefined, tests);
  gathered.set(instrument, tests);
  return tests;
}

/** Whether a leaf that names the path reads the place. */
export function readsPlace({ test, map }: PlacedTest, path: string, place: Place): boolean {
  if (!('scope' in test) || test.scope === 'case') return path === pathOf(place);
  return place.names.length === 2 && place.names[0] === map && place.member === path;
}

/** The date that many days after 1970-01-01, by Howard Hinnant's civil_from_days. */
export function dateOf(day: DayNumber): CalendarDate {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1)}`;
}

/** Dates run from year 1 to year 9999. */
const FIRST_DAY = dayNumber(1, 1, 1);
const LAST_DAY = dayNumber(9999, 12, 31);

/** The day after the last date of which so many years are complete on a day. */
function yearsTurn(on: DayNumber, years: number): DayNumber {
  const date = dateOf(on);
  const [year, rest] = [date.slice(0, 4), date.slice(4)];
  const begin = Math.max(Number(year) - years, 1);
  let day = spanOf(`${String(begin).padStart(4, '0')}${rest === '-02-29' ? '-02-28' : rest}`).first;
  while (anniversarySpan(dateOf(day + 1), years).first <= on) day += 1;
  return day + 1;
}

interface Case {
  facts: Facts;
  asOf: CalendarDate;
}

/** A turn on a day that is known only as one of a span: between its ends the answer stays open. */
function turnsWithin({ first, last }: DaySpan, before: string, from: string): TurningDay[] {
  if (first === last) return [{ day: first, before, from }];
  return [
    { day: first, before, from: '' },
    { day: last, before: '', from },
  ];
}

/** Ages turn on the date of birth for each date of participation, and on these for the birthday. */
function participationTurns(
  { birth, from, to, age }: Extract<Proposition, { op: 'took-part-at-age' }>,
  path: string,
  { facts }: Case,
): TurningDay[] {
  const years = age.value;
  const dateAt = (other: string) => {
    const date = valueAt(facts, placeAt(other));
    return typeof date === 'string' ? date : undefined;
  };
  if (path === from || path === to) {
    const born = dateAt(birth);
    return born === undefined
      ? []
      : turnsWithin(anniversarySpan(born, years), `under ${years} then`, `${years} or older then`);
  }
  if (path !== birth) return [];
  const when = [
    { on: dateAt(from), word: 'when participation began' },
    { on: dateAt(to), word: 'when participation ended' },
  ];
  return when.flatMap(({ on, word }) => {
    if (on === undefined) return [];
    const { first, last } = spanOf(on);
    const born = { first: yearsTurn(first, years), last: yearsTurn(last, years) };
    return turnsWithin(born, `${years} or older ${word}`, `under ${years} ${word}`);
  });
}

/** So many years since the date are complete on a day, or not. */
function yearsTurns(path: string, years: number, on: DayNumber): TurningDay[] {
  const until = dateOf(on);
  const [before, from] =
    path === 'birthDate'
      ? [`${years} or older on ${until}`, `under ${years} on ${until}`]
      : [`${years} full years ago or more on ${until}`, `less than ${years} full years ago on ${until}`];
  return [{ day: yearsTurn(on, years), before, from }];
}

/** A span of so many days up to the day of the answer. */
function freshTurns(days: number, asOf: CalendarDate): TurningDay[] {
  const { first } = spanOf(asOf);
  return [
    { day: first - days, before: `more than ${days} days before ${asOf}`, from: `within ${days} days of ${asOf}` },
    { day: first + 1, before: '', from: '' },
  ];
}

function turnsOf(placed: PlacedTest, place: Place, given: Case): TurningDay[] {
  const { test } = placed;
  const on = spanOf(given.asOf).first;
  if (test.op === 'took-part-at-age') return participationTurns(test, pathOf(place), given);
  if (!('path' in test) || !readsPlace(placed, test.path, place)) return [];
  switch (test.op) {
    case 'before':
      return [{ day: spanOf(test.day.value).first, before: '', from: '' }];
    case 'years-complete':
      return yearsTurns(test.path, test.years.value, on);
    case 'years-exceeded':
      return [
        {
          day: yearsTurn(on - 1, test.years.value),
          before: `more than ${test.years.value} years before ${given.asOf}`,
          from: `within ${test.years.value} years of ${given.asOf}`,
        },
      ];
    case 'fresh':
      return freshTurns(test.days.value, given.asOf);
    default:
      return [];
  }
}

/** The days at which the date at a place turns an answer, earliest first, each once. */
export function turningDays(instrument: Instrument, place: Place, given: Case): TurningDay[] {
  const { backgroundCheck } = instrument.parameters;
  const turns = testsOf(instrument).flatMap((test) => turnsOf(test, place, given));
  if (pathOf(place) === BACKGROUND_CHECK && typeof backgroundCheck?.value === 'number') {
    turns.push(...freshTurns(backgroundCheck.value, given.asOf));
  }
  const byDay = new Map(turns.filter(({ day }) => day > FIRST_DAY && day <= LAST_DAY).map((turn) => [turn.day, turn]));
  return [...byDay.values()].sort((one, other) => one.day - other.day);
}
