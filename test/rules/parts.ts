/** Parts of rules for the tests of what every part does: numbers and days to compare with, and participation at an age. */
import type { CalendarDate } from '../../events/dates.ts';
import type { Parameter, Proposition } from '../../shared/policy/proposition.ts';
import { AS_OF } from './table.ts';

const OF_THE_TESTS = { name: 'p', basis: 'memo', source: 's', from: AS_OF } as const;

export const years = (value: number): Parameter<number> => ({ ...OF_THE_TESTS, value, unit: 'years' });
export const days = (value: number): Parameter<number> => ({ ...OF_THE_TESTS, value, unit: 'days' });
export const dayOf = (value: CalendarDate): Parameter<CalendarDate> => ({ ...OF_THE_TESTS, value, unit: 'date' });

/** Participation in a gang at 16 or older. */
export const tookPart = (endedBefore: Proposition): Proposition => ({
  op: 'took-part-at-age',
  birth: 'birthDate',
  from: 'gang.from',
  to: 'gang.to',
  age: years(16),
  endedBefore,
});
