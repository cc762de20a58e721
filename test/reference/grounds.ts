/** The grounds of opla-2021-05-27 as the contract words them, evaluated naively. Silence is false. */
import type { CalendarDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import type { Truth } from '../../shared/policy/classification.ts';
import { daysFrom, yearsFull } from './calendar.ts';
import { all, any, ask, choose, type Interview, known, not } from './interview.ts';
import { byId } from './record.ts';

export type Ground =
  | 'military'
  | 'likely-relief'
  | 'humanitarian'
  | 'law-enforcement-interest'
  | 'long-term-resident'
  | 'legal-insufficiency';

const PREGNANCY_DAYS = 280;
const ELDERLY_PROMPT_YEARS = 60;
const LONG_TERM_YEARS = 10;

type MapName = 'militaryService' | 'relief';

/** Ids of the entries that any version of the facts has, in order. */
function ids(versions: Facts[], map: MapName): string[] {
  return byId(Object.assign({}, ...versions.map((facts) => facts[map]))).map(([id]) => id);
}

/** A ground is true, or unknown, if it is so with or without the prohibited facts; so is each alternative of it. */
function inAny(versions: Facts[], alternative: (facts: Facts) => Truth): Truth {
  return any(versions.map(alternative));
}

function memberCounts(of: Interview, facts: Facts, id: string): Truth {
  const member = facts.militaryService?.[id];
  if (member === undefined) return false;
  const honorable = member.discharge === undefined ? 'unknown' : member.discharge === 'honorable';
  const path = `militaryService.${id}.discharge`;
  const { who, service } = member;
  return all(of, [
    (now) => service === 'current' || known(now, honorable, `${id} honorably discharged`, path),
    (now) => (who !== 'sibling' && who !== 'other-relative') || relativeCounts(now, facts, who),
  ]);
}

function relativeCounts(of: Interview, facts: Facts, who: 'sibling' | 'other-relative'): Truth {
  switch (facts.readings?.['military-relative']) {
    case 'any-family':
      return true;
    case 'and-siblings':
      return who === 'sibling';
    case 'spouse-parent-child':
      return false;
    default:
      return ask(of, `military-relative ${who}`, 'readings.military-relative');
  }
}

function military(of: Interview, versions: Facts[]): Truth {
  return any(ids(versions, 'militaryService').map((id) => inAny(versions, (facts) => memberCounts(of, facts, id))));
}

type Relief = NonNullable<NonNullable<Facts['relief']>[string]>;

function reliefLikely(of: Interview, id: string, entry: Relief | undefined): Truth {
  if (entry === undefined) return false;
  const path = `relief.${id}`;
  if (entry.kind === 'asylum' || entry.kind === 'cancellation') return false;
  if (entry.status === 'denied' || entry.bars === true) return false;
  if (entry.kind === 'i-130') {
    if (entry.status !== 'approved') return false;
    return known(of, entry.visaAvailable, `${path} visa available`, `${path}.visaAvailable`);
  }
  if (entry.status === 'approved') return true;
  if (entry.status === 'pending') return known(of, entry.primaFacie, `${path} prima facie`, `${path}.primaFacie`);
  return entry.primaFacie === false ? false : ask(of, `${path} announced`, `${path}.status`);
}

function likelyRelief(of: Interview, versions: Facts[]): Truth {
  return any(ids(versions, 'relief').map((id) => inAny(versions, (facts) => reliefLikely(of, id, facts.relief?.[id]))));
}

function pregnant(of: Interview, recordedOn: CalendarDate | undefined, asOf: CalendarDate): Truth {
  if (recordedOn === undefined) return false;
  const days = daysFrom(recordedOn, asOf);
  if (days < 0) return false;
  return days <= PREGNANCY_DAYS ? true : ask(of, 'still pregnant', 'humanitarian.pregnantAsOf');
}

/** Both must hold. With neither recorded true nothing has begun, and silence is false. */
function pair(of: Interview, one: [string, boolean | undefined], other: [string, boolean | undefined]): Truth {
  if (one[1] !== true && other[1] !== true) return false;
  return all(
    of,
    [one, other].map(
      ([path, value]) =>
        (now) =>
          known(now, value, path, path),
    ),
  );
}

function minor(of: Interview, facts: Facts, asOf: CalendarDate): Truth {
  if (facts.birthDate === undefined) return false;
  return known(of, not(yearsFull(facts.birthDate, 18, asOf)), 'under eighteen', 'birthDate');
}

function elderly(of: Interview, facts: Facts, asOf: CalendarDate): Truth {
  const recorded = facts.humanitarian?.elderly;
  const born = facts.birthDate;
  if (recorded !== undefined) return recorded;
  if (born === undefined) return false;
  return choose(
    of,
    (now) => known(now, yearsFull(born, ELDERLY_PROMPT_YEARS, asOf), 'sixty or older', 'birthDate'),
    (now) => ask(now, 'elderly', 'humanitarian.elderly'),
    () => false,
  );
}

function cameYoungAndStayed(of: Interview, facts: Facts): Truth {
  return pair(
    of,
    ['humanitarian.arrivedAsYoungChild', facts.humanitarian?.arrivedAsYoungChild],
    ['humanitarian.continuousSinceArrival', facts.humanitarian?.continuousSinceArrival],
  );
}

function inLitigation(of: Interview, facts: Facts): Truth {
  const suit = facts.humanitarian?.collateralLitigation;
  return pair(
    of,
    ['humanitarian.collateralLitigation.significant', suit?.significant],
    ['humanitarian.collateralLitigation.nonFrivolous', suit?.nonFrivolous],
  );
}

function humanitarian(of: Interview, versions: Facts[], asOf: CalendarDate): Truth {
  const alternatives: ((facts: Facts) => Truth)[] = [
    (facts) => facts.humanitarian?.seriousHealthCondition === true,
    (facts) => facts.humanitarian?.primaryCaregiver === true,
    (facts) => facts.humanitarian?.householdMemberSeriouslyIll === true,
    (facts) => facts.humanitarian?.victimOfSeriousCrime === true,
    (facts) => minor(of, facts, asOf),
    (facts) => pregnant(of, facts.humanitarian?.pregnantAsOf, asOf),
    (facts) => cameYoungAndStayed(of, facts),
    (facts) => inLitigation(of, facts),
    (facts) => elderly(of, facts, asOf),
  ];
  return any(alternatives.map((alternative) => inAny(versions, alternative)));
}

export function cooperationRecorded(facts: Facts): boolean {
  return Object.values(facts.cooperation ?? {}).some((value) => value !== undefined);
}

function lawEnforcementInterest(of: Interview, facts: Facts): Truth {
  if (!cooperationRecorded(facts) || facts.cooperation?.agencyPosition === 'opposes') return false;
  return known(of, facts.cooperation?.assisting, 'assisting', 'cooperation.assisting');
}

function longTermResident(of: Interview, facts: Facts, asOf: CalendarDate): Truth {
  if (facts.lawfulStatus?.kind !== 'lpr') return false;
  const since = facts.lawfulStatus.since;
  const full = since === undefined ? 'unknown' : yearsFull(since, LONG_TERM_YEARS, asOf);
  return known(of, full, 'ten full years', 'lawfulStatus.since');
}

function legalInsufficiency(facts: Facts): Truth {
  return facts.deceased === true || facts.citizenshipEvidence === true || facts.removable === false;
}

/** Keys stand in the order in which the grounds are asked about. */
export function grounds(of: Interview, versions: Facts[], asOf: CalendarDate): Record<Ground, Truth> {
  return {
    military: military(of, versions),
    'likely-relief': likelyRelief(of, versions),
    humanitarian: humanitarian(of, versions, asOf),
    'law-enforcement-interest': inAny(versions, (facts) => lawEnforcementInterest(of, facts)),
    'long-term-resident': inAny(versions, (facts) => longTermResident(of, facts, asOf)),
    'legal-insufficiency': inAny(versions, legalInsufficiency),
  };
}
