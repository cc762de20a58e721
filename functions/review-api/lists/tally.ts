/** Counts flags and decisions of an office as they come. It measures queues and rules, never a person. */
import type { CalendarDate } from '../../../events/dates.ts';
import type { LiveLane } from '../../../shared/flag/flag.ts';
import type { Instrument } from '../../../shared/policy/instruments.ts';
import { flagRow, type Summary } from '../../../shared/review/api/answers.ts';
import type { DecisionKind, DecisionMention } from '../../../shared/review/review.ts';
import type { QueuedFlag } from '../../../shared/store/store.ts';
import { statusOfQueued } from '../rows.ts';

const LANES = flagRow.shape.lane.options;
const WEEKS = 12;
const DAY_MILLIS = 86_400_000;
const WEEK_MILLIS = 7 * DAY_MILLIS;
/** The first Monday of the epoch; weeks begin on Mondays, as ISO 8601 has them. */
const MONDAY_MILLIS = 4 * DAY_MILLIS;

const COUNTED_AS = {
  open: 'open',
  claimed: 'claimed',
  'on-hold': 'onHold',
  decided: 'decided',
} as const;

const ANSWERED_AS = {
  'move-to-dismiss': 'moved',
  'move-to-close': 'moved',
  'cancel-nta': 'moved',
  'other-discretion': 'moved',
  decline: 'declined',
  refer: 'referred',
} as const satisfies Record<DecisionKind, string>;

export type Tallied = Pick<Summary, 'lanes' | 'ages' | 'hearings' | 'weeks' | 'agreement'>;

export interface Tally {
  add(queued: QueuedFlag): void;
  result(): Tallied;
}

function weekOf(instant: string): number {
  return Math.floor((Date.parse(instant) - MONDAY_MILLIS) / WEEK_MILLIS);
}

function mondayOf(week: number): CalendarDate {
  return new Date(week * WEEK_MILLIS + MONDAY_MILLIS).toISOString().slice(0, 10);
}

/** The last twelve weeks up to that of an instant. */
function weeksUpTo(now: string) {
  const last = weekOf(now);
  const weeks = Array.from({ length: WEEKS }, (_, i) => ({ week: last - WEEKS + 1 + i, raised: 0, decided: 0 }));
  return {
    count: (instant: string, what: 'raised' | 'decided') => {
      const found = weeks.find(({ week }) => week === weekOf(instant));
      if (found !== undefined) found[what] += 1;
    },
    result: () => weeks.map(({ week, raised, decided }) => ({ from: mondayOf(week), raised, decided })),
  };
}

/** What people answered where each rule of the instrument was found true; decisions under another are left out. */
function agreementUnder(instrument: Instrument) {
  const rules = [...instrument.priorities, ...instrument.grounds];
  const rows = rules.map(({ id, title }) => ({ rule: id, title, moved: 0, declined: 0, referred: 0 }));
  return {
    count: ({ decision, rules: found, policyId }: DecisionMention) => {
      if (policyId !== instrument.id) return;
      for (const row of rows) if (found.includes(row.rule)) row[ANSWERED_AS[decision]] += 1;
    },
    result: () => rows.filter(({ moved, declined, referred }) => moved + declined + referred > 0),
  };
}

function byLane<T>(make: (lane: LiveLane) => T): ReadonlyMap<LiveLane, T> {
  return new Map(LANES.map((lane) => [lane, make(lane)]));
}

/** @param now instant, ISO 8601 in UTC: it is now that a flag is so many days old, whatever day cases are shown as of */
export function startTally(instrument: Instrument, now: string): Tally {
  const lanes = byLane((lane) => ({ lane, open: 0, claimed: 0, onHold: 0, decided: 0 }));
  const ages = byLane((lane): Summary['ages'][number] => ({ lane, days: [] }));
  const hearings = new Map<CalendarDate, number>();
  const weeks = weeksUpTo(now);
  const agreement = agreementUnder(instrument);

  function addUndecided({ lane, flag, hearingOn }: QueuedFlag): void {
    const age = Math.floor((Date.parse(now) - Date.parse(flag.raisedAt)) / DAY_MILLIS);
    ages.get(lane)?.days.push(Math.max(0, age));
    if (hearingOn !== undefined) hearings.set(hearingOn, (hearings.get(hearingOn) ?? 0) + 1);
  }

  return {
    add(queued) {
      for (const decision of queued.review?.decisions ?? []) {
        weeks.count(decision.at, 'decided');
        agreement.count(decision);
      }
      if (queued.part === 'past') return;
      weeks.count(queued.flag.raisedAt, 'raised');
      const status = statusOfQueued(queued, now);
      const counts = lanes.get(queued.lane);
      if (counts !== undefined) counts[COUNTED_AS[status]] += 1;
      if (status !== 'decided') addUndecided(queued);
    },
    result: () => ({
      lanes: [...lanes.values()],
      ages: [...ages.values()],
      hearings: [...hearings].map(([on, flags]) => ({ on, flags })).sort((a, b) => (a.on < b.on ? -1 : 1)),
      weeks: weeks.result(),
      agreement: agreement.result(),
    }),
  };
}
