/** Ages of flags in groups of days, and where an office's hearings lie from today. */
import type { CalendarDate } from '../../events/dates.ts';
import type { Summary } from '../../shared/review/api/answers.ts';

export interface Group {
  readonly label: string;
  readonly flags: number;
}

interface Span {
  readonly label: string;
  /** Last day that belongs to it. */
  readonly until: number;
}

const AGES: readonly Span[] = [
  { label: '0–6', until: 6 },
  { label: '7–13', until: 13 },
  { label: '14–29', until: 29 },
  { label: '30–59', until: 59 },
  { label: '60–89', until: 89 },
  { label: '90 +', until: Number.POSITIVE_INFINITY },
];

const AHEAD: readonly Span[] = [
  { label: 'day has passed', until: -1 },
  { label: 'within 7 days', until: 7 },
  { label: '8 to 14 days', until: 14 },
  { label: '15 to 30 days', until: 30 },
  { label: '31 to 90 days', until: 90 },
  { label: '91 days to a year', until: 365 },
  { label: 'later', until: Number.POSITIVE_INFINITY },
];

const DAY_MILLIS = 86_400_000;

function grouped(spans: readonly Span[], counted: readonly { days: number; flags: number }[]): Group[] {
  let after = Number.NEGATIVE_INFINITY;
  return spans.map(({ label, until }) => {
    const inside = counted.filter(({ days }) => days > after && days <= until);
    after = until;
    return { label, flags: inside.reduce((sum, { flags }) => sum + flags, 0) };
  });
}

export function ageGroups(days: readonly number[]): Group[] {
  return grouped(
    AGES,
    days.map((age) => ({ days: age, flags: 1 })),
  );
}

/** @param asOf the day that cases are shown as of */
export function hearingGroups(hearings: readonly { on: CalendarDate; flags: number }[], asOf: CalendarDate): Group[] {
  const today = Date.parse(asOf);
  return grouped(
    AHEAD,
    hearings.map(({ on, flags }) => ({ days: Math.round((Date.parse(on) - today) / DAY_MILLIS), flags })),
  );
}

/** Flags whose next hearing nobody has recorded: they are in no group of days, and they are not without a hearing. */
export function withoutHearing({ ages, hearings }: Pick<Summary, 'ages' | 'hearings'>): number {
  const undecided = ages.reduce((sum, { days }) => sum + days.length, 0);
  return undecided - hearings.reduce((sum, { flags }) => sum + flags, 0);
}

/** The middle one in order; the lower of two. Undefined of nothing. */
export function medianOf(days: readonly number[]): number | undefined {
  return days.toSorted((a, b) => a - b)[Math.floor((days.length - 1) / 2)];
}
