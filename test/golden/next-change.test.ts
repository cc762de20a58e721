/**
 * The next date of change is never late: until that day the answer stays what it is, to the byte of its digest. How often it
 * is early, so that a case is looked at in vain, is counted and kept small.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../events/dates.ts';
import { anniversarySpan, spanOf } from '../../shared/docket/partial-date.ts';
import { classify } from '../../shared/policy/classify.ts';
import { dateOf } from '../../shared/policy/explanation/turning-days.ts';
import type { Instrument } from '../../shared/policy/instrument.ts';
import { instruments } from '../../shared/policy/instruments.ts';
import { nextChange } from '../../shared/policy/next-change.ts';
import { instrument as own } from '../policy/own-instrument/instrument.ts';
import { dayOfAnswer } from '../reference/random-facts.ts';
import { type RandomRecord, record } from '../reference/random-records.ts';

const SEED = 20211124;
const RECORDS = 250;
/** How far ahead a case without a next date of change is tried. */
const HORIZON_DAYS = 80 * 366;
const AGES = [10, 12, 15, 16, 18, 60];
const SPANS_DAYS = [0, 280, 365];

function digestOn(instrument: Instrument, random: RandomRecord, day: CalendarDate): string {
  return classify(instrument, 'A-CASE-0001', random, day).digest;
}

/** Every date that stands anywhere in a value. */
function datesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}(-\d\d){0,2}$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(datesIn) : [];
}

/** Days about which an answer could turn, reckoned from the record and the calendar alone. */
function suspectDays({ facts, withProhibited }: RandomRecord): number[] {
  const around = datesIn([facts, withProhibited]).flatMap((date) => [
    ...AGES.flatMap((years) => Object.values(anniversarySpan(date, years))),
    ...SPANS_DAYS.flatMap((days) => Object.values(spanOf(date)).map((day) => day + days)),
  ]);
  return around.flatMap((day) => [day - 1, day, day + 1]);
}

const sampled = fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
  minLength: 4,
  maxLength: 4,
});

/** An instrument that is in force for ever: its status turns before most of what turns in a case, and would hide it. */
function lasting(instrument: Instrument): Instrument {
  return { ...instrument, id: `${instrument.id}, in force for ever`, statusOn: () => 'in-force' };
}

const later = fc.constantFrom<CalendarDate>('2021-06-15', '2021-06-15', '2021-07-15', '2023-03-01', '2026-11-24');

describe.each([...instruments, own].flatMap((one) => [one, lasting(one)]))('under $id', (instrument) => {
  test('nothing changes before the next date of change, and seldom nothing on it', () => {
    let [due, early] = [0, 0];
    const property = fc.property(record, fc.oneof(dayOfAnswer, later), sampled, (random, asOf, shares) => {
      const now = digestOn(instrument, random, asOf);
      const today = spanOf(asOf).first;
      const next = nextChange(instrument, random, asOf);
      const end = next === undefined ? today + HORIZON_DAYS : spanOf(next).first;
      const between = [
        ...shares.map((share) => today + 1 + Math.floor(share * (end - today - 1))),
        ...suspectDays(random),
        end - 1,
      ].filter((day) => day > today && day < end);
      for (const day of new Set(between)) {
        expect(digestOn(instrument, random, dateOf(day)), `changed on ${dateOf(day)}, told for ${next}`).toBe(now);
      }
      if (next === undefined) return;
      due += 1;
      if (digestOn(instrument, random, next) === now) early += 1;
    });
    fc.assert(property, { numRuns: RECORDS, seed: SEED });
    expect(due).toBeGreaterThan(RECORDS / 20);
    expect(early / due).toBeLessThan(0.01);
  });

  test('day by day nothing changes for two years but on the days told', () => {
    const property = fc.property(record, fc.oneof(dayOfAnswer, later), (random, asOf) => {
      const first = spanOf(asOf).first;
      let told = nextChange(instrument, random, asOf);
      let digest = digestOn(instrument, random, asOf);
      for (let day = first + 1; day <= first + 730; day++) {
        const on = dateOf(day);
        const now = digestOn(instrument, random, on);
        if (on === told) told = nextChange(instrument, random, on);
        else expect(now, `changed on ${on}, told for ${told}`).toBe(digest);
        digest = now;
      }
    });
    fc.assert(property, { numRuns: 3, seed: SEED });
  });
});
