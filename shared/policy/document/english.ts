/** Small English for the policy page: lists, numbers and days in words. Backticks mark what is set in code font. */
import type { CalendarDate } from '../../../events/dates.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2020-11-01` as November 1, 2020. */
export function dayInWords(day: CalendarDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${MONTHS[Number(month) - 1]} ${Number(date)}, ${year}`;
}

export const code = (text: string): string => `\`${text}\``;

export function listOr(items: readonly string[]): string {
  if (items.length < 3) return items.join(' or ');
  return `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}

const ENDINGS = ['th', 'st', 'nd', 'rd'] as const;

/** 1st, 2nd, 3rd, 11th, 16th, 21st. */
export function ordinal(number: number): string {
  const isTeen = number % 100 > 10 && number % 100 < 14;
  return `${number}${isTeen ? 'th' : (ENDINGS[number % 10] ?? 'th')}`;
}

/** `1 year`, `10 years`. */
export function counted(number: number, unit: string): string {
  return `${number} ${number === 1 ? unit.replace(/s$/, '') : unit}`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
