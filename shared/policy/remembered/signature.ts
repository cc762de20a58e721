/**
 * Reads a case into numbers: one for each place where something stands that rules ask of, by what it comes to under their
 * tests. Two cases of the same numbers answer every rule alike, their entries by place in the order of the ids. What only
 * prohibited sources say is read beside what is on file, as rules do.
 */
import type { Facts } from '../../../events/facts.ts';
import type { DaySpan } from '../../docket/partial-date.ts';
import { idsIn } from '../compile.ts';
import type { Asked, AskedEntries, AskedPlace, Askers, EntryRelation, Relation } from './asked.ts';
import { FACT_NAMES, type ListedCase, type ListedFacts } from './fact-list.ts';

/** Most numbers of one case. One with more, of some dozens of entries, has no signature. */
const LONGEST = 256;

interface Place extends Pick<AskedPlace, 'askers' | 'tests' | 'isDated'> {
  name: string;
  /** The number of a place without tests, where it only counts that something stands there. */
  stands: number;
  /** Places below, where there are any. */
  members: readonly Place[] | undefined;
  /** Numbers by value, since the same values come again and again; none where there are no tests. */
  byValue: Map<unknown, number> | undefined;
  /** Numbers by what all the tests say. */
  byOutcome: Map<string, number>;
}

interface Entries {
  /** The number with which each entry begins. */
  begins: number;
  /** The number of an entry that is on file as well, where what only prohibited sources say is read. */
  onFile: number;
  members: readonly Place[];
  relations: readonly (EntryRelation & { number: number })[];
}

/** A fact, with its place in the list of facts. */
interface Slot {
  at: number;
  place: Place;
  entries: Entries | undefined;
}

export interface SignatureReader {
  /** The numbers of the case read last; what lies beyond its length is of no case. */
  numbers: Int32Array;
  /** Who asks for what a number tells, by number. */
  askers: readonly Askers[];
  /** Reads a case; how many numbers it has, or undefined when it has too many. */
  read: (listed: ListedCase) => number | undefined;
  /** Reads a case as of another day than the one that is remembered; it has as many numbers then. */
  readOn: (listed: ListedCase, day: DaySpan) => number | undefined;
  /** How many values have a number by now. */
  size: () => number;
  /** Forgets all numbers of values. What a date comes to holds for one day. */
  forget: () => void;
}

type Members = { readonly [name: string]: unknown };

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

interface ToldRelation extends Relation {
  /** The first answer has this number, the others those after it. */
  first: number;
  /** Where in the list of facts those stand that it tells of. */
  at: readonly number[];
}

interface Layout {
  slots: readonly Slot[];
  relations: readonly ToldRelation[];
  places: readonly Place[];
  /** Where the view begins that has what only prohibited sources say. */
  withProhibitedBegins: number;
}

/** @param askers gets who asks for each number that is given out */
function layOut({ facts, maps, relations }: Asked, askers: Askers[]): Layout {
  const places: Place[] = [];
  /** The next number, which is the length of the list. */
  const numberFor = (asker: Askers) => askers.push(asker) - 1;
  const placeOf = (name: string, { askers: asking, tests, isDated, members }: AskedPlace): Place => {
    const stands = numberFor(asking);
    const below = [...members].map(([member, asked]) => placeOf(member, asked));
    const place: Place = {
      askers: asking,
      tests,
      isDated,
      name,
      stands,
      members: below.length === 0 ? undefined : below,
      byValue: tests.length === 0 ? undefined : new Map(),
      byOutcome: new Map(),
    };
    places.push(place);
    return place;
  };
  const entriesOf = ({ entry, relations: told }: AskedEntries): Entries => ({
    begins: numberFor(entry.askers),
    onFile: numberFor(entry.askers),
    members: placeOf('', entry).members ?? [],
    relations: told.map((relation) => ({ ...relation, number: numberFor(relation.asker) })),
  });
  const askedMaps = new Map<string, AskedEntries>(maps);
  const slots = FACT_NAMES.flatMap((name, at): Slot[] => {
    const asked = facts.members.get(name);
    const entries = askedMaps.get(name);
    return asked === undefined ? [] : [{ at, place: placeOf(name, asked), entries: entries && entriesOf(entries) }];
  });
  const told = relations.map((relation) => {
    const [first = 0] = relation.answers.map(() => numberFor(relation.asker));
    return { ...relation, first, at: relation.of.map((name) => FACT_NAMES.indexOf(name)) };
  });
  return { slots, relations: told, places, withProhibitedBegins: numberFor(EVERYBODY) };
}

const EVERYBODY: Askers = -1;

/** A loop: a callback for each case is half of what this saves. */
function standsAny(places: readonly number[], values: readonly unknown[]): boolean {
  for (const at of places) if (values[at] !== undefined) return true;
  return false;
}

export function signatureReader(asked: Asked): SignatureReader {
  const askers: Askers[] = [];
  const { slots, relations, places, withProhibitedBegins } = layOut(asked, askers);
  const fixed = askers.length;
  const numbers = new Int32Array(LONGEST);
  let length = 0;
  let size = 0;
  /** Whether the case is read as of the day that is remembered. */
  let isToday = true;

  function numberOf({ tests, byOutcome, askers: asking }: Place, value: unknown, asOf: DaySpan): number {
    const outcome = JSON.stringify(tests.map((test) => test(value, asOf)));
    const known = byOutcome.get(outcome);
    if (known !== undefined) return known;
    const number = askers.push(asking) - 1;
    byOutcome.set(outcome, number);
    return number;
  }

  function learn(place: Place, byValue: Map<unknown, number>, value: unknown, asOf: DaySpan): number {
    const number = numberOf(place, value, asOf);
    // What a date comes to on another day is not what it comes to.
    if (place.isDated && !isToday) return number;
    byValue.set(value, number);
    size += 1;
    return number;
  }

  function readPlace(place: Place, value: unknown, asOf: DaySpan): void {
    const { byValue, members } = place;
    const known = byValue === undefined ? place.stands : isToday || !place.isDated ? byValue.get(value) : undefined;
    numbers[length++] = known ?? (byValue === undefined ? place.stands : learn(place, byValue, value, asOf));
    if (members !== undefined && isMembers(value)) readMembers(members, value, asOf);
  }

  function readMembers(members: readonly Place[], value: Members, asOf: DaySpan): void {
    for (const member of members) {
      const found = value[member.name];
      if (found !== undefined) readPlace(member, found, asOf);
    }
  }

  function readEntries(entries: Entries, map: Members, filed: unknown, facts: Facts, asOf: DaySpan): void {
    const { begins, onFile, members, relations: told } = entries;
    for (const id of idsIn(map)) {
      const entry = map[id];
      numbers[length++] = begins;
      if (isMembers(filed) && Object.hasOwn(filed, id)) numbers[length++] = onFile;
      if (isMembers(entry)) readMembers(members, entry, asOf);
      for (const { number, holds } of told) if (holds(facts, id)) numbers[length++] = number;
    }
  }

  /** @param onFile what is on file, where the view has beside it what only prohibited sources say */
  function readView({ facts, values }: ListedFacts, onFile: ListedFacts | undefined, asOf: DaySpan): void {
    for (const { at, place, entries } of slots) {
      const value = values[at];
      if (value === undefined) continue;
      readPlace(place, value, asOf);
      if (entries !== undefined && isMembers(value)) readEntries(entries, value, onFile?.values[at], facts, asOf);
    }
    for (const { at, tell, answers, first } of relations) {
      if (standsAny(at, values)) numbers[length++] = first + answers.indexOf(tell(facts));
    }
  }

  function readAsOf({ onFile, withProhibited }: ListedCase, day: DaySpan): number | undefined {
    length = 0;
    readView(onFile, undefined, day);
    if (withProhibited !== undefined) {
      numbers[length++] = withProhibitedBegins;
      readView(withProhibited, onFile, day);
    }
    return length > LONGEST ? undefined : length;
  }

  return {
    numbers,
    askers,
    read: (listed) => readAsOf(listed, listed.day),
    readOn(listed, day) {
      isToday = false;
      const read = readAsOf(listed, day);
      isToday = true;
      return read;
    },
    size: () => size,
    forget() {
      for (const { byValue, byOutcome } of places) {
        byValue?.clear();
        byOutcome.clear();
      }
      askers.length = fixed;
      size = 0;
    },
  };
}
