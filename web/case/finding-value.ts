/** What a person typed or chose as a finding, as the docket update schema has it. Pure, for `finding-form.tsx`. */
import type { CaseView } from '../../shared/review/api/answers.ts';
import { isDay } from '../ui/days.ts';

export type Findable = CaseView['findable'][number];

export type FindingValue =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly says: string };

const value = (found: unknown): FindingValue => ({ kind: 'value', value: found });
const fault = (says: string): FindingValue => ({ kind: 'fault', says });

const PARTIAL = /^\d{4}(-(0[1-9]|1[0-2]))?$/;

/** @param typed the place of the option, where there are options */
export function findingValue({ input, options }: Findable, typed: string): FindingValue {
  const text = typed.trim();
  if (text === '') return fault(input === 'choice' ? 'Choose an answer.' : 'Fill this in.');
  switch (input) {
    case 'choice': {
      const option = options[Number(text)];
      return option === undefined ? fault('Choose an answer.') : value(option.value);
    }
    case 'date':
      return isDay(text) ? value(text) : fault('Give a day that exists, as YYYY-MM-DD.');
    case 'partial-date':
      return PARTIAL.test(text) || isDay(text)
        ? value(text)
        : fault('Give a year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD.');
    case 'number':
      return /^\d{1,9}$/.test(text) ? value(Number(text)) : fault('Give a whole number, in digits.');
    case 'text':
      return value(text);
  }
}
