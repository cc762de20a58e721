/** Fills in one missing fact of a random record, by the path under which it was asked for. */
import type { CalendarDate, PartialDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import { firstPossible, lastPossible } from './calendar.ts';
import type { RandomRecord } from './random-records.ts';
import { byId, liveCharges } from './record.ts';

const ANSWERS: { [question: string]: string[] } = {
  'border-re-entry': ['any-earlier-presence', 'present-stay'],
  'border-admitted': ['literal', 'unlawful-entry-only'],
  'gang-age': ['at-participation', 'present-age'],
  'juvenile-finding': ['counts', 'does-not-count'],
  'military-relative': ['spouse-parent-child', 'and-siblings', 'any-family'],
  'gang-enhancement': ['element', 'not-element'],
};

const DATES: { [path: string]: CalendarDate[] } = {
  birthDate: ['1950-01-01', '1990-01-01', '2004-06-15', '2012-01-01'],
  firstPresence: ['2015-01-01', '2020-10-31', '2020-11-01'],
  'gang.from': ['2012-01-01', '2020-01-01'],
  'gang.to': ['2012-01-01', '2021-01-01'],
  'lawfulStatus.since': ['2000-01-01', '2020-01-01'],
  termCompletedOn: ['2000-01-01', '2020-01-01'],
};

const VALUES: { [leaf: string]: unknown[] } = {
  stage: ['pending', 'final-order', 'ended'],
  proceeding: ['removal', 'asylum-only'],
  threatFinding: [true, false].map((poses) => ({ poses, on: '2021-06-10' })),
  apprehension: [
    { place: 'border', on: '2021-01-02', attemptingUnlawfulEntry: true },
    { place: 'interior', on: '2021-01-02', attemptingUnlawfulEntry: false },
  ],
  disposition: ['final', 'vacated-for-legal-defect'],
  status: ['approved', 'denied'],
  discharge: ['honorable', 'other'],
};

type Path = string[];

/** Ids may hold dots: of a map entry the first part is the map and the last the leaf. */
function split(path: string): Path {
  const parts = path.split('.');
  const [map, leaf] = [parts[0] ?? '', parts.at(-1) ?? ''];
  const isEntry = ['convictions', 'relief', 'militaryService'].includes(map) && parts.length > 1;
  return isEntry ? [map, parts.slice(1, -1).join('.'), leaf] : parts;
}

function valueAt(facts: object, path: Path): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    facts,
  );
}

function withValueAt(facts: object, [name, ...rest]: Path, value: unknown): object {
  if (name === undefined) return facts;
  const inner: unknown = Reflect.get(facts, name);
  return {
    ...facts,
    [name]: rest.length === 0 ? value : withValueAt(typeof inner === 'object' ? (inner ?? {}) : {}, rest, value),
  };
}

/** Convictions that name every live charge. */
function namedConvictions(facts: Facts): unknown[] {
  const named = liveCharges(facts).map(([charge], at) => [`filled-${at}`, charge] as const);
  return [true, false].map((aggravatedFelony) =>
    Object.fromEntries([
      ...byId(facts.convictions),
      ...named.map(([id, charge]) => [id, { offense: 'offense', disposition: 'final', aggravatedFelony, charge }]),
    ]),
  );
}

/** Definite values that the record leaves open at the path; of a partial date, the first and last day it may mean. */
export function possibleValues({ facts, withProhibited, asOf }: RandomRecord, path: string): unknown[] {
  const parts = split(path);
  const leaf = parts.at(-1) ?? '';
  const recorded = valueAt(withProhibited ?? facts, parts);
  if (path === 'backgroundCheckedOn' || path === 'humanitarian.pregnantAsOf') return [asOf];
  if (path === 'convictions') return namedConvictions(facts);
  if (parts[0] === 'readings') return ANSWERS[leaf] ?? [];
  const dates = DATES[path] ?? DATES[leaf];
  if (dates !== undefined || leaf === 'on') {
    return typeof recorded === 'string' ? daysOf(recorded) : (dates ?? []);
  }
  return VALUES[leaf] ?? [true, false];
}

function daysOf(date: PartialDate): CalendarDate[] {
  return [firstPossible(date), lastPossible(date)];
}

const WHOLE = ['convictions', 'relief', 'militaryService', 'lawfulStatus'];

/** The record with the value recorded; a fact that only a prohibited source asserts is filled in there alone. */
export function filled(random: RandomRecord, path: string, value: unknown): RandomRecord {
  const parts = split(path);
  const around = parts.slice(0, -1);
  const isPart = around.length > 0 && WHOLE.includes(parts[0] ?? '');
  const isOnlyProhibited = isPart && valueAt(random.facts, around) === undefined;
  const facts = isOnlyProhibited ? random.facts : withValueAt(random.facts, parts, value);
  const { withProhibited } = random;
  if (withProhibited === undefined) return { ...random, facts };
  return { ...random, facts, withProhibited: withValueAt(withProhibited, parts, value) };
}
