/**
 * Decides a case, remembering: one that neither a rule nor a lane can tell from a case decided before is decided as that
 * one was, with the ids of its own entries. docs/decisions/remembered-decisions.md
 */
import type { CalendarDate } from '../../events/dates.ts';
import type { StandingFacts } from '../docket/record.ts';
import { type Decision, decideAnew } from './decide-anew.ts';
import { checkDaysOf } from './findings.ts';
import type { Instrument } from './instrument.ts';
import type { EntriesName } from './proposition.ts';
import { askedBy } from './remembered/asked.ts';
import { type Memory, startMemory } from './remembered/memory.ts';
import { nameNeeds, type PlacedNeed, placeNeeds } from './remembered/needs-of-entries.ts';
import { signatureReader } from './remembered/signature.ts';

interface Known {
  decision: Decision;
  /** Its needs, where one of them is about an entry of the case. */
  needs: readonly PlacedNeed[] | undefined;
}

interface Remembering {
  memory: Memory<Known>;
  /** The maps whose entries its rules look at. */
  maps: readonly EntriesName[];
}

/** By the object, so that an instrument made from another, with other rules or lanes, has nothing of its memory. */
const remembered = new WeakMap<Instrument, Remembering>();

function rememberingOf(instrument: Instrument): Remembering {
  const known = remembered.get(instrument);
  if (known !== undefined) return known;
  const trees = [...instrument.priorities, ...instrument.grounds].map(({ holds }) => holds);
  const asked = askedBy(trees, checkDaysOf(instrument));
  const started = { memory: startMemory<Known>(signatureReader(asked)), maps: [...asked.maps.keys()] };
  remembered.set(instrument, started);
  return started;
}

/** A pure function of its arguments: what was decided before makes it quicker and changes nothing. */
export function decide(instrument: Instrument, standing: StandingFacts, asOf: CalendarDate): Decision {
  const { memory, maps } = rememberingOf(instrument);
  const spot = memory.spotOf(standing, asOf);
  // Whatever is on file is in this too, so that every entry has its place.
  const facts = standing.withProhibited ?? standing.facts;
  if (spot?.found !== undefined) {
    const { decision, needs } = spot.found;
    return needs === undefined ? decision : { ...decision, needs: nameNeeds(needs, facts) };
  }
  const decision = decideAnew(instrument, standing, asOf);
  if (spot !== undefined) spot.found = { decision, needs: placeNeeds(decision.needs, facts, maps) };
  return decision;
}
