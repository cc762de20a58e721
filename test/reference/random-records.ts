/** Small random records: an ordinary case in most of its sections, and in a few of them anything. */
import fc from 'fast-check';
import type { CalendarDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import { ordinary } from '../golden/table.ts';
import {
  checkDate,
  dayOfAnswer,
  groundSections,
  irrelevantSections,
  maybe,
  prioritySections,
  procedureSections,
  scenes,
} from './random-facts.ts';
import { standingAfter } from './standing.ts';

export interface RandomRecord {
  facts: Facts;
  withProhibited?: Facts;
  prohibitedAsserted: boolean;
  asOf: CalendarDate;
}

type Sections = { [section: string]: fc.Arbitrary<unknown> };

const relevantSections: Sections = {
  ...procedureSections,
  ...prioritySections,
  ...groundSections,
};

/** In a scene anything goes; elsewhere a section is mostly as in an ordinary case, sometimes absent, sometimes anything. */
function sectionsOf(scene: string[]): fc.Arbitrary<object> {
  const usual = new Map<string, unknown>(Object.entries(ordinary));
  const each = Object.entries(relevantSections).map(([section, anything]) => [
    section,
    scene.includes(section)
      ? maybe(2, anything)
      : fc.oneof(
          { weight: 18, arbitrary: fc.constant(usual.get(section)) },
          { weight: 1, arbitrary: fc.constant(undefined) },
          { weight: 2, arbitrary: anything },
        ),
  ]);
  return fc.record(Object.fromEntries(each));
}

const check = fc.oneof(
  { weight: 7, arbitrary: fc.constant(ordinary.backgroundCheckedOn) },
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: checkDate },
);

const facts: fc.Arbitrary<Facts> = fc
  .tuple(fc.oneof(...scenes.map(sectionsOf)), check)
  .map(([sections, backgroundCheckedOn]) => standingAfter({ ...sections, backgroundCheckedOn }));

/** What only a prohibited source says: a few sections, of those the grounds read. */
const furnished = eachMaybe(7, groundSections);

function eachMaybe(absent: number, sections: Sections): fc.Arbitrary<object> {
  const each = Object.entries(sections).map(([section, anything]) => [section, maybe(absent, anything)]);
  return fc.record(Object.fromEntries(each));
}

const MERGED = ['humanitarian', 'collateralLitigation', 'cooperation', 'militaryService', 'relief', 'readings'];

/** The facts, and beside them what they do not say themselves: a leaf of a group or an entry of a map is one fact. */
function beside(standing: object, added: object): object {
  const merged: [string, unknown][] = [];
  for (const name of new Set([...Object.keys(added), ...Object.keys(standing)])) {
    const ours: unknown = Reflect.get(standing, name);
    const theirs: unknown = Reflect.get(added, name);
    const bothSpeak = isObject(ours) && isObject(theirs) && MERGED.includes(name);
    merged.push([name, bothSpeak ? beside(ours, theirs) : (ours ?? theirs)]);
  }
  return Object.fromEntries(merged);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export const record: fc.Arbitrary<RandomRecord> = fc
  .record({
    facts,
    added: maybe(8, furnished),
    prohibitedAsserted: fc.constantFrom(false, false, false, true),
    asOf: dayOfAnswer,
  })
  .map(({ facts: standing, added, prohibitedAsserted, asOf }) =>
    added === undefined
      ? { facts: standing, prohibitedAsserted, asOf }
      : {
          facts: standing,
          withProhibited: beside(standing, standingAfter(added)),
          prohibitedAsserted: true,
          asOf,
        },
  );

export const irrelevant: fc.Arbitrary<Facts> = eachMaybe(3, irrelevantSections).map((sections) =>
  standingAfter(sections),
);
