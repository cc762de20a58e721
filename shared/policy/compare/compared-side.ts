/** One side of a comparison in words and values: which policy, its status on the day, and what was set for the run. */
import type { CalendarDate } from '../../../events/dates.ts';
import type { ComparedSide } from './comparison.ts';
import type { Side } from './settings.ts';

/** What was set for this run, with the policy's own value of each parameter. */
export function settingsOf({ policy, instrument, answers }: Side): Pick<ComparedSide, 'parameters' | 'readings'> {
  const set = Object.values(instrument.parameters).filter(({ basis }) => basis === 'what-if');
  return {
    parameters: Object.fromEntries(
      set.map(({ name, value }) => [name, { is: value, was: policy.parameters[name]?.value ?? value }]),
    ),
    readings: { ...answers },
  };
}

export function comparedSide(side: Side, asOf: CalendarDate): ComparedSide {
  const { policy, instrument } = side;
  return {
    policy: policy.id,
    title: policy.title,
    issuedBy: policy.issuedBy,
    issuedOn: policy.issuedOn,
    status: instrument.statusOn(asOf),
    contentHash: instrument.contentHash,
    ...settingsOf(side),
  };
}
