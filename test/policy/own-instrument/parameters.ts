/** Every number and day the directive turns on, with its source. `product` marks a choice that is not the directive's. */
import type { CalendarDate } from '../../../events/dates.ts';
import type { Parameter } from '../../../shared/policy/proposition.ts';

const ISSUED = '2021-09-01';
const DIRECTIVE = 'Docket directive of an imaginary field office (Sept. 1, 2021)';

const entryCutOff: Parameter<CalendarDate> = {
  name: 'entryCutOff',
  value: '2020-03-01',
  unit: 'date',
  basis: 'memo',
  source: `${DIRECTIVE}, 1: entered on or after March 1, 2020`,
  from: ISSUED,
};

const settledYears: Parameter<number> = {
  name: 'settledYears',
  value: 10,
  unit: 'years',
  basis: 'product',
  source: 'Full years read as "a long time"; the directive gives no number',
  from: ISSUED,
};

export const parameters = { entryCutOff, settledYears } as const;

export type Parameters = typeof parameters;
