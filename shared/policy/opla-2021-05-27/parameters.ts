/** Every number and date the instrument turns on, with its source. `product` marks a choice that is not the law's. */
import type { CalendarDate } from '../../../events/dates.ts';
import type { Parameter } from '../proposition.ts';

const ISSUED = '2021-05-27';
const JOHNSON_MEMO = 'ICE, Interim Guidance: Civil Immigration Enforcement and Removal Priorities (Feb. 18, 2021)';

const number = (
  name: string,
  value: number,
  unit: 'days' | 'years',
  basis: Parameter['basis'],
  source: string,
): Parameter<number> => ({ name, value, unit, basis, source, from: ISSUED });

const borderCutOff: Parameter<CalendarDate> = {
  name: 'borderCutOff',
  value: '2020-11-01',
  unit: 'date',
  basis: 'memo',
  source: `${JOHNSON_MEMO}, border security; calendar dates without a time zone, the day itself is in`,
  from: ISSUED,
};

export const parameters = {
  borderCutOff,
  gangAge: number('gangAge', 16, 'years', 'memo', `${JOHNSON_MEMO}, public safety: not younger than 16 years of age`),
  foreignConviction: number(
    'foreignConviction',
    15,
    'years',
    'statute',
    'INA 101(a)(43), last paragraph, 8 U.S.C. 1101(a)(43): term completed within the previous 15 years',
  ),
  minorAge: number(
    'minorAge',
    18,
    'years',
    'ordinary-meaning',
    'The ordinary meaning of a minor; the memo gives no number',
  ),
  backgroundCheck: number(
    'backgroundCheck',
    365,
    'days',
    'product',
    'How long a background check turns silence into no; the memo gives no number',
  ),
  elderlyPrompt: number(
    'elderlyPrompt',
    60,
    'years',
    'product',
    'Age from which a reviewer is asked whether the respondent is elderly; the memo gives no number',
  ),
  pregnancyRecord: number(
    'pregnancyRecord',
    280,
    'days',
    'product',
    'How long a record of pregnancy counts; the memo gives no number',
  ),
  longTermResidence: number(
    'longTermResidence',
    10,
    'years',
    'product',
    'Full years of permanent residence read as many years; the memo gives no number',
  ),
} as const;

export type Parameters = typeof parameters;
