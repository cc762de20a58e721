/** What several rules read off a record: entries in order, live charges, a valid background check, answered questions. */
import type { CalendarDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import type { Truth } from '../../shared/policy/classification.ts';
import { daysFrom, firstPossible, lastPossible } from './calendar.ts';
import { ask, type Interview } from './interview.ts';

/** Entries of a map by id, in code-point order. */
export function byId<T>(entries: { [id: string]: T | undefined } | undefined): [string, T][] {
  return Object.entries(entries ?? {})
    .flatMap(([id, entry]): [string, T][] => (entry === undefined ? [] : [[id, entry]]))
    .sort(([left], [right]) => compareCodePoints(left, right));
}

function compareCodePoints(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => Array.from(text, (character) => character.codePointAt(0) ?? 0));
  const at = a?.findIndex((point, index) => point !== b?.[index]) ?? -1;
  return at === -1 ? left.length - right.length : (a?.[at] ?? -1) - (b?.[at] ?? -1);
}

export function under(code: string, section: string): boolean {
  return code === section || code.startsWith(`${section}(`);
}

export function liveCharges(facts: Facts): [string, string][] {
  return byId(facts.ntaCharges)
    .filter(([, charge]) => charge.status === 'alleged' || charge.status === 'sustained')
    .map(([id, charge]) => [id, charge.code]);
}

/** Valid when every day it may be dated lies on `asOf` or in the 365 days before. */
export function checkIsValid(facts: Facts, asOf: CalendarDate): boolean {
  const checked = facts.backgroundCheckedOn;
  if (checked === undefined) return false;
  return lastPossible(checked) <= asOf && daysFrom(firstPossible(checked), asOf) <= 365;
}

/** An attorney's answer to an open question; an answer that is none of the two answers nothing. */
export function answer(of: Interview, facts: Facts, question: string, yes: string, no: string): Truth {
  const given = facts.readings?.[question];
  if (given === yes) return true;
  if (given === no) return false;
  return ask(of, question, `readings.${question}`);
}
