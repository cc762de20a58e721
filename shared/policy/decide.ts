/** Decides a case; one that no rule can tell from a case before it is decided from memory. docs/decisions/remembered-decisions.md */
import type { CalendarDate } from '../../events/dates.ts';
import type { StandingFacts } from '../docket/record.ts';
import type { Decision } from './decide-anew.ts';
import type { Instrument } from './instrument.ts';
import { type Reasoned, type Remembering, remembering } from './remembered/decisions.ts';
import type { Turning } from './remembered/turns.ts';

/** By the object, so that an instrument made from another, with other rules or lanes, has nothing of its memory. */
const memories = new WeakMap<Instrument, Remembering>();

/** The one asked for last: nearly always the one that is asked for next. */
let last: { instrument: Instrument; memory: Remembering } | undefined;

function memoryOf(instrument: Instrument): Remembering {
  if (last?.instrument === instrument) return last.memory;
  const memory = memories.get(instrument) ?? remembering(instrument);
  memories.set(instrument, memory);
  last = { instrument, memory };
  return memory;
}

/** A pure function of its arguments: what was decided before makes it quicker and changes nothing. */
export function decide(instrument: Instrument, standing: StandingFacts, asOf: CalendarDate): Decision {
  return memoryOf(instrument).decide(standing, asOf);
}

/** The decision, and why the rules have their answers: every priority, and every ground that holds or may hold. */
export function decideWithReasons(instrument: Instrument, standing: StandingFacts, asOf: CalendarDate): Reasoned {
  return memoryOf(instrument).reasoned(standing, asOf);
}

/** Tells of later days whether the rules that the day alone can turn find otherwise; undefined where nothing is remembered. */
export function turningOf(instrument: Instrument, standing: StandingFacts, asOf: CalendarDate): Turning | undefined {
  return memoryOf(instrument).turning(standing, asOf);
}
