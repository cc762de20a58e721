/** Reads the values of options: each either what it should be or refused with one clear sentence. */
import { InvalidArgumentError } from 'commander';
import { type CalendarDate, calendarDate } from '../events/dates.ts';
import { printable } from './text.ts';

export const DEFAULT_INSTRUMENT_ID = 'opla-2021-05-27';

export function dateOption(text: string): CalendarDate {
  const parsed = calendarDate.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('It must be a day that exists, as YYYY-MM-DD.');
  return parsed.data;
}

/** The values of an option that may be repeated, in the order given. */
export function gatheredOption(text: string, before: string[] | undefined): string[] {
  return [...(before ?? []), text];
}

export function urlOption(text: string): string {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new InvalidArgumentError('It must be an http or https URL.');
  }
  return text;
}

/** A whole number from `least` to `most`. */
export function numberOption(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** One line for the terminal, whatever was typed. */
export function oneLine(text: string): string {
  return printable(text.trim().replaceAll(/\s*\n\s*/g, ' '));
}
