/** Words of the policy page for what an instrument says in codes. */
import type { PolicyStatus } from '../../shared/policy/classification.ts';
import type { Known } from '../../shared/policy/document/words.ts';
import type { Parameter } from '../../shared/policy/proposition.ts';
import { dayInWords } from '../ui/days.ts';

export const STATUS_WORDS: Readonly<Record<PolicyStatus, string>> = {
  'not-yet': 'not yet in force',
  'in-force': 'in force',
  suspended: 'suspended',
  superseded: 'superseded',
};

export const KNOWN_WORDS: Readonly<Record<Known, string>> = {
  'two-sources': 'two sources',
  'one-source': 'one source',
  unverified: 'unverified',
  product: "ours, not the law's",
};

export const BASIS_WORDS: Readonly<Record<Parameter['basis'], string>> = {
  memo: 'the memo',
  statute: 'statute',
  'ordinary-meaning': 'ordinary meaning',
  product: "ours, not the law's",
  'what-if': 'tried out here',
};

export function valueInWords({ value, unit }: Parameter): string {
  if (typeof value === 'string') return dayInWords(value);
  return `${value} ${value === 1 ? unit.replace(/s$/, '') : unit}`;
}

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
