/** Draws a case as it stands on the day it is opened, with the frequencies and gaps of the national docket. */
import type { AssertedFacts } from '../../events/facts.ts';
import { dateOf, dayNumber } from './days.ts';
import { CUSTODY, HEARING_KINDS, MISSING, PROCEEDINGS, SHARES } from './national-shape.ts';
import { AGES, DEPORTATION_CHARGES, ENTRY_PERIODS, NATIONALITIES, OFFICES, REMOVAL_CHARGES } from './own-estimates.ts';
import type { Random } from './random.ts';

/** The day that the sample is of: the memorandum governed, and closure had been given back two weeks before. */
export const SAMPLE_DAY = '2021-08-02';

/** Days from 1970-01-01 to the day of the sample. */
export const SAMPLE_DAY_NUMBER = dayNumber(SAMPLE_DAY);

/** The border priority asks for presence before this day. */
const BORDER_CUTOFF_DAY = dayNumber('2020-11-01');

/** Deportation and exclusion proceedings ended with the law of April 1997; those still open come from before. */
const OLD_LAW_ENTRY_PERIOD = { from: '1978-01-01', to: '1996-12-31' };

type Office = (typeof OFFICES)[number];

export interface CaseFile {
  /** From 1, in the order in which cases are opened. */
  number: number;
  caseId: string;
  office: Office;
  /** Day on which the case is opened, as a number. */
  openedDay: number;
  age: number;
  birthDay: number;
  /** Whether the country is designated for Temporary Protected Status. */
  tpsDesignated: boolean;
  /** Day of the last entry, whether or not it is on record. */
  entryDay: number;
  enteredAfterCutoff: boolean;
  detained: boolean;
  opening: AssertedFacts;
}

export function caseIdOf(number: number): string {
  return `SAMPLE-${String(number).padStart(6, '0')}`;
}

export function dayBetween(random: Random, from: string, to: string): number {
  return random.between(dayNumber(from), dayNumber(to));
}

/** A day as far as clerks knew it: mostly to the day, sometimes only the month or the year. */
function asRecorded(random: Random, day: number): string {
  const precision = random.between(1, 100);
  return dateOf(day).slice(0, precision <= 92 ? 10 : precision <= 96 ? 7 : 4);
}

/** The next hearing, most often after the day of the sample and sooner for those in custody. */
export function hearingFrom(random: Random, day: number, detained: boolean): NonNullable<AssertedFacts['hearing']> {
  const earliest = random.chance(0.9) ? Math.max(day, SAMPLE_DAY_NUMBER) : day;
  const wait_days = detained ? random.between(3, 45) : random.between(10, 900);
  return { on: dateOf(earliest + wait_days), kind: random.weighted(HEARING_KINDS).value };
}

function openedAfter(random: Random, entryDay: number, arrivedLately: boolean): number {
  if (arrivedLately) return Math.min(entryDay + random.between(1, 20), SAMPLE_DAY_NUMBER - 20);
  const earliest = Math.max(entryDay + 10, dayNumber('2012-01-01'));
  // Two draws, the later one: a docket holds more young cases than old ones.
  const latest = SAMPLE_DAY_NUMBER - 30;
  return Math.max(random.between(earliest, latest), random.between(earliest, latest));
}

function apprehended(random: Random, entryDay: number, enteredAfterCutoff: boolean): AssertedFacts {
  if (enteredAfterCutoff && random.chance(0.6)) {
    const place = random.chance(0.85) ? 'border' : 'port-of-entry';
    return { apprehension: { place, on: dateOf(entryDay), attemptingUnlawfulEntry: place === 'border' } };
  }
  if (!enteredAfterCutoff && random.chance(0.1)) {
    const day = random.between(Math.max(entryDay, SAMPLE_DAY_NUMBER - 1500), SAMPLE_DAY_NUMBER - 40);
    return { apprehension: { place: 'interior', on: dateOf(day), attemptingUnlawfulEntry: false } };
  }
  return {};
}

/** The case id of an earlier case that this one follows, if it follows one. */
function leadCase(random: Random, number: number): AssertedFacts {
  if (number <= 3 || !random.chance(SHARES.rider)) return {};
  return { leadCase: caseIdOf(number - random.between(1, 3)) };
}

export function drawCaseFile(random: Random, number: number): CaseFile {
  const office = random.weighted(OFFICES);
  const proceeding = random.weighted(PROCEEDINGS).value;
  const nationality = random.weighted(NATIONALITIES);
  const ages = random.weighted(AGES);
  const age = random.between(ages.from, ages.to);
  const birthDay = SAMPLE_DAY_NUMBER - age * 365 - Math.floor(age / 4) - random.between(1, 360);
  const isOldLaw = proceeding === 'deportation' || proceeding === 'exclusion';
  const charge = random.weighted(isOldLaw ? DEPORTATION_CHARGES : REMOVAL_CHARGES);
  const period = isOldLaw ? OLD_LAW_ENTRY_PERIOD : random.weighted(ENTRY_PERIODS);
  const entryDay = Math.max(dayBetween(random, period.from, period.to), birthDay);
  const enteredAfterCutoff = entryDay >= BORDER_CUTOFF_DAY;
  const custody = random.weighted(CUSTODY).value;
  const detained = custody === 'detained';
  const openedDay = openedAfter(random, entryDay, enteredAfterCutoff);
  const { manner } = charge;
  const isCharged = proceeding !== 'withholding-only' && proceeding !== 'asylum-only' && proceeding !== 'fear-review';
  const opening: AssertedFacts = {
    office: office.code,
    circuit: office.circuit,
    proceeding,
    stage: 'pending',
    ...(random.chance(MISSING.custody) ? {} : { detained }),
    ...(random.chance(MISSING.hearing) ? {} : { hearing: hearingFrom(random, openedDay, detained) }),
    ...(random.chance(MISSING.appearance) ? {} : { represented: true }),
    ntaSource: enteredAfterCutoff || random.chance(0.45) ? 'cbp' : random.chance(0.75) ? 'ice' : 'uscis-referral',
    ...(random.chance(MISSING.birthDate) ? {} : { birthDate: dateOf(birthDay).slice(0, 7) }),
    ...(random.chance(MISSING.nationality) ? {} : { nationality: nationality.iso }),
    ...(random.chance(MISSING.entryDate)
      ? {}
      : { lastEntry: { on: asRecorded(random, entryDay), ...(random.chance(0.9) ? { manner } : {}) } }),
    ...apprehended(random, entryDay, enteredAfterCutoff),
    ...(isCharged ? { ntaCharges: { n1: { code: charge.code, status: 'alleged' } } } : {}),
    ...leadCase(random, number),
  };
  const caseId = caseIdOf(number);
  const tpsDesignated = nationality.tps;
  return {
    number,
    caseId,
    office,
    openedDay,
    age,
    birthDay,
    tpsDesignated,
    entryDay,
    enteredAfterCutoff,
    detained,
    opening,
  };
}
