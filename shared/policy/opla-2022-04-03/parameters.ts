/** Every number and date the instrument turns on, with its source. `product` marks a choice that is not the law's. */
import type { CalendarDate } from '../../../events/dates.ts';
import type { Parameter } from '../proposition.ts';

const IN_FORCE = '2022-04-25';
const DHS_GUIDELINES = 'DHS, Guidelines for the Enforcement of Civil Immigration Law (Sept. 30, 2021)';

/** The day the text names. */
const borderCutOff: Parameter<CalendarDate> = {
  name: 'borderCutOff',
  value: '2020-11-01',
  unit: 'date',
  basis: 'memo',
  source: `${DHS_GUIDELINES}, border security: after unlawfully entering after November 1, 2020`,
  from: IN_FORCE,
};

/** From this day an entry is after November 1, 2020 on every reading; the day before is an open question. */
const afterBorderCutOff: Parameter<CalendarDate> = {
  name: 'afterBorderCutOff',
  value: '2020-11-02',
  unit: 'date',
  basis: 'memo',
  source: `${DHS_GUIDELINES}, border security: the first day that is after November 1, 2020 on every reading`,
  from: IN_FORCE,
  dayAfter: 'borderCutOff',
};

const backgroundCheck: Parameter<number> = {
  name: 'backgroundCheck',
  value: 365,
  unit: 'days',
  basis: 'product',
  source: 'How long a background check turns silence into no; the guidance gives no number',
  from: IN_FORCE,
};

export const parameters = { borderCutOff, afterBorderCutOff, backgroundCheck } as const;

export type Parameters = typeof parameters;
