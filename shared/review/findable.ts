/**
 * What a person may find in a case: decisive missing facts first, then a closed list of human findings that fit it.
 * Whatever is offered is a value that the event schema takes.
 */
import * as z from 'zod';
import type { CalendarDate } from '../../events/dates.ts';
import { REVIEW_SOURCE } from '../../events/docket-update.ts';
import type { AssertedFacts, Facts } from '../../events/facts.ts';
import { canonicalText } from '../docket/content-hash.ts';
import type { Evidence } from '../policy/explanation/evidence.ts';
import { nameOf, valueWords } from '../policy/explanation/fact-words.ts';
import {
  assertionOf,
  type Place,
  pathOf,
  placeAt,
  recordKey,
  valueAt,
  valueKindAt,
} from '../policy/explanation/places.ts';
import { testsOf } from '../policy/explanation/turning-days.ts';
import type { Instrument } from '../policy/instruments.ts';
import { mayOverride } from './powers.ts';
import type { Viewer } from './viewer.ts';

export interface Finding {
  place: Place;
  isNeeded: boolean;
  /** Empty where the value is typed in. */
  options: { value: unknown; says: string }[];
  input: 'choice' | 'date' | 'partial-date' | 'text' | 'number';
}

export interface FindingIn {
  readonly instrument: Instrument;
  readonly evidence: Evidence;
  /** Decisive missing facts, in their order. */
  readonly needs: readonly string[];
  readonly viewer: Viewer;
  /** The day a finding is dated. */
  readonly asOf: CalendarDate;
}

/**
 * What an update asserts to find a value; undefined where the event schema does not take it. The rest of an entry is
 * taken from what other than prohibited sources assert, so that a finding never repeats one of those as its own.
 */
function assertionFor(place: Place, value: unknown, facts: Facts): AssertedFacts | undefined {
  try {
    return assertionOf(place, value, facts);
  } catch (error) {
    if (error instanceof z.ZodError) return undefined;
    throw error;
  }
}

const AGGRAVATING = ['persecution', 'fraud', 'immigrationViolations', 'seriousCriminalHistory'] as const;
const CLEARANCE = 'protected1367';

/** Findings that are one fact with the day on which they were made, and what can be found. */
const DATED_FINDINGS: Readonly<Record<string, { member: string; values: readonly unknown[] }>> = {
  threatFinding: { member: 'poses', values: [true, false] },
  otherPriorityApproval: { member: 'by', values: ['field-office-director', 'special-agent-in-charge'] },
};

/** Findings that rules read and only a person can make. */
function readFindings({ facts }: Evidence['standing']): Place[] {
  const { convictions = {}, relief = {}, pendingCharges, gang, ntaCharges, threatFinding } = facts;
  const isCrimeTold = [convictions, pendingCharges, gang, ntaCharges].some(
    (told) => Object.keys(told ?? {}).length > 0,
  );
  const isAgeTold = facts.birthDate !== undefined || facts.humanitarian?.elderly !== undefined;
  const at = (...names: string[]): Place => ({ names });
  const member = (map: string, id: string, name: string): Place => ({ names: [map, id], member: name });
  return [
    ...(isCrimeTold || threatFinding !== undefined ? [at('threatFinding')] : []),
    ...Object.keys(convictions).flatMap((id) => [
      member('convictions', id, 'aggravatedFelony'),
      member('convictions', id, 'gangElement'),
    ]),
    ...Object.entries(relief).flatMap(([id, request]) => {
      const isUnderWay = request?.status === 'announced' || request?.status === 'pending';
      return [
        ...(isUnderWay && request.kind !== 'i-130' ? [member('relief', id, 'primaFacie')] : []),
        ...(request?.kind === 'i-130' ? [member('relief', id, 'visaAvailable')] : []),
      ];
    }),
    ...(isAgeTold ? [at('humanitarian', 'elderly')] : []),
    at('citizenshipEvidence'),
    at('removable'),
    at('otherPriorityApproval'),
  ];
}

function pathsRead(instrument: Instrument): Place[] {
  return testsOf(instrument).flatMap(({ test, map }) => {
    const paths = 'path' in test ? [test.path] : 'paths' in test ? test.paths : [];
    const isOfEntry = 'scope' in test && test.scope === 'entry';
    return paths.map((path) => (isOfEntry ? { names: [map ?? ''], member: path } : placeAt(path)));
  });
}

/** Whether some rule of the instrument reads the fact, or a part of it. */
function isReadBy(instrument: Instrument): (place: Place) => boolean {
  const read = pathsRead(instrument);
  return ({ names, member }) =>
    read.some((each) =>
      member === undefined
        ? each.names.join('.') === names.join('.')
        : each.names[0] === names[0] && each.member === member,
    );
}

/** Who clears the mark of protected information: a supervisor who may see it. */
function mayClear(facts: Facts, viewer: Viewer): boolean {
  return facts.protected1367 === true && viewer.protectedAccess && mayOverride(viewer);
}

function inputAt(place: Place, facts: Facts): Finding['input'] | undefined {
  const takes = (value: unknown) => assertionFor(place, value, facts) !== undefined;
  switch (valueKindAt(place)?.kind) {
    case 'flag':
    case 'choice':
      return 'choice';
    case 'date':
      return takes('2021') ? 'partial-date' : takes('2021-01-01') ? 'date' : undefined;
    case 'other':
      return takes(1) ? 'number' : takes('AA') ? 'text' : undefined;
    default:
      return undefined;
  }
}

/** Values that can be chosen; undefined where it is no choice, or none of them would be taken. */
function valuesAt(place: Place, { asOf, evidence }: FindingIn): unknown[] | undefined {
  const path = pathOf(place);
  if (path === CLEARANCE) return [false];
  const dated = DATED_FINDINGS[path];
  if (dated !== undefined) return dated.values.map((value) => ({ [dated.member]: value, on: asOf }));
  const kind = valueKindAt(place);
  if (kind?.kind === 'flag') return [true, false];
  if (kind?.kind !== 'choice') return undefined;
  return kind.values.filter((value) => assertionFor(place, value, evidence.standing.facts) !== undefined);
}

/**
 * A person's own earlier finding can be taken off the record again: not a mark, which is cleared, and no part that an
 * entry must have.
 */
function takenBack(place: Place, { evidence }: FindingIn): Finding['options'] {
  if (pathOf(place) === CLEARANCE) return [];
  const stands = valueAt(evidence.standing.facts, place) !== undefined;
  const isFound = evidence.facts.get(recordKey(place))?.stamp.source === REVIEW_SOURCE;
  return stands && isFound && assertionFor(place, null, evidence.standing.facts) !== undefined
    ? [{ value: null, says: 'not known after all: take it off the record' }]
    : [];
}

function findingAt(place: Place, isNeeded: boolean, given: FindingIn): Finding | undefined {
  const { facts } = given.evidence.standing;
  const values = valuesAt(place, given);
  if (values === undefined) {
    const input = inputAt(place, facts);
    return input === undefined || input === 'choice' ? undefined : { place, isNeeded, options: [], input };
  }
  const taken = values.filter((value) => assertionFor(place, value, facts) !== undefined);
  if (taken.length === 0) return undefined;
  const options = taken.map((value) => ({ value, says: valueWords(place, value) }));
  return { place, isNeeded, options: [...options, ...takenBack(place, given)], input: 'choice' };
}

/** An open question has answers of its own, `readable.ts`. */
const isFact = (place: Place) => place.names[0] !== 'readings';

export function findingsIn(given: FindingIn): Finding[] {
  const { instrument, evidence, needs, viewer } = given;
  const { standing } = evidence;
  const isRead = isReadBy(instrument);
  const needed = needs.map(placeAt).filter(isFact);
  const asked = new Set(needed.map(pathOf));
  const others = [
    ...readFindings(standing).filter(isRead),
    ...AGGRAVATING.map((name): Place => ({ names: ['aggravating', name] })),
    ...(mayClear(standing.facts, viewer) ? [{ names: [CLEARANCE] }] : []),
  ].filter((place) => !asked.has(pathOf(place)));
  return [
    ...needed.flatMap((place) => findingAt(place, true, given) ?? []),
    ...others.flatMap((place) => findingAt(place, false, given) ?? []),
  ];
}

/** As the page is told of it. */
export function shownFinding({ place, isNeeded, options, input }: Finding) {
  return { path: pathOf(place), name: nameOf(place), isNeeded, options, input };
}

const dated = z.object({ on: z.string() });

/** What an update asserts to record a value of an offered finding; undefined where the value is not one of those offered. */
export function assertionOfFinding(
  { place, options }: Finding,
  value: unknown,
  { evidence, asOf }: Pick<FindingIn, 'evidence' | 'asOf'>,
): AssertedFacts | undefined {
  if (value === undefined) return undefined;
  const isChosen =
    options.length === 0 || options.some((option) => canonicalText(option.value) === canonicalText(value));
  // Whoever records one of these later knows the day better than the list does.
  const of = DATED_FINDINGS[pathOf(place)] && dated.safeParse(value).data;
  const isDatedBefore = of !== undefined && of.on <= asOf;
  return isChosen || isDatedBefore ? assertionFor(place, value, evidence.standing.facts) : undefined;
}
