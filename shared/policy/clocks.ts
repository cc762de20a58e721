/** What moves by itself under an instrument: the dates its rules compare with the day of the answer, and days of the law. */
import type { CalendarDate, PartialDate } from '../../events/dates.ts';
import { anniversarySpan, type DayNumber, dayNumber, spanOf } from '../docket/partial-date.ts';
import { everyNode } from './document/parts.ts';
import { type PlacedTest, testsOf } from './explanation/turning-days.ts';
import { checkDaysOf } from './findings.ts';
import type { CompiledRule, Instrument } from './instrument.ts';
import { LAW_DAYS } from './law/days.ts';
import { BACKGROUND_CHECK, readerAt } from './leaf.ts';
import type { EntriesName, Proposition } from './proposition.ts';

/** Dates run to the end of year 9999. */
export const LAST_DAY = dayNumber(9999, 12, 31);

/** A date that a comparison sets against the day of the answer. */
export interface Clock {
  /** The map whose entries carry the date; undefined for the case itself. */
  map: EntriesName | undefined;
  read: (from: unknown) => unknown;
  /** Every day on which the comparison gives another answer than on the day before, and perhaps some on which it does not. */
  turns: (date: PartialDate) => DayNumber[];
}

export interface Clocks {
  clocks: readonly Clock[];
  /** The rules that can turn by the day alone. */
  rules: readonly CompiledRule[];
  /** Days on which status or suggestions can turn, whatever the case. */
  days: ReadonlySet<DayNumber>;
}

/** Nothing before its first day, good from its last, too old after so many days. */
function freshness(days: number): Clock['turns'] {
  return (date) => {
    const { first, last } = spanOf(date);
    return [first, last, first + days + 1];
  };
}

function clockOf({ test, map }: PlacedTest): Clock[] {
  switch (test.op) {
    case 'years-complete':
    case 'years-exceeded': {
      const years = test.years.value;
      // Complete on the anniversary, exceeded on the day after it.
      const after = test.op === 'years-exceeded' ? 1 : 0;
      const turns = (date: PartialDate) => {
        const { first, last } = anniversarySpan(date, years);
        return [first + after, last + after];
      };
      return [{ map: test.scope === 'entry' ? map : undefined, read: readerAt(test.path), turns }];
    }
    case 'fresh': {
      const turns = freshness(test.days.value);
      return [{ map: test.scope === 'entry' ? map : undefined, read: readerAt(test.path), turns }];
    }
    default:
      return [];
  }
}

/** Whether what the node says depends on the day of the answer, or on a background check that ages by it. */
function isDated(node: Proposition): boolean {
  switch (node.op) {
    case 'years-complete':
    case 'years-exceeded':
    case 'fresh':
    case 'unseen':
      return true;
    default:
      return 'silence' in node && node.silence === 'background-check';
  }
}

function daysOf({ history, parameters, turnsOn = LAW_DAYS }: Instrument): Set<DayNumber> {
  const dated = Object.values(parameters).flatMap(({ value, from }) => [from, ...(isDay(value) ? [value] : [])]);
  return new Set([...history.map(({ from }) => from), ...turnsOn, ...dated].map((day) => spanOf(day).first));
}

function isDay(value: number | CalendarDate): value is CalendarDate {
  return typeof value === 'string';
}

function gather(instrument: Instrument): Clocks {
  const check: Clock = {
    map: undefined,
    read: readerAt(BACKGROUND_CHECK),
    turns: freshness(checkDaysOf(instrument)),
  };
  const rules = [...instrument.priorities, ...instrument.grounds];
  return {
    clocks: [check, ...testsOf(instrument).flatMap(clockOf)],
    rules: rules.filter(({ holds }) => everyNode(holds).some(isDated)),
    days: daysOf(instrument),
  };
}

const gathered = new WeakMap<Instrument, Clocks>();

export function clocksOf(instrument: Instrument): Clocks {
  const known = gathered.get(instrument);
  if (known !== undefined) return known;
  const clocks = gather(instrument);
  gathered.set(instrument, clocks);
  return clocks;
}
