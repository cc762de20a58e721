/** Decides a case; one that no rule can tell from a case before it is decided from memory. docs/decisions/remembered-decisions.md */
import type { CalendarDate } from '../../events/dates.ts';
import type { StandingFacts } from '../docket/record.ts';
import type { Decision } from './decide-anew.ts';
import type { Instrument } from './instrument.ts';
import { type Decide, rememberingDecide } from './remembered/decisions.ts';

/** By the object, so that an instrument made from another, with other rules or lanes, has nothing of its memory. */
const deciders = new WeakMap<Instrument, Decide>();

/** A pure function of its arguments: what was decided before makes it quicker and changes nothing. */
export function decide(instrument: Instrument, standing: StandingFacts, asOf: CalendarDate): Decision {
  const known = deciders.get(instrument);
  if (known !== undefined) return known(standing, asOf);
  const started = rememberingDecide(instrument);
  deciders.set(instrument, started);
  return started(standing, asOf);
}
