/**
 * What the rules of an instrument, and the lanes, ask of a case, place by place: what a value that stands there is tested
 * for. Whatever a rule can turn on is asked here, so that cases that answer alike are decided alike.
 */
import type { Facts } from '../../../events/facts.ts';
import type { DaySpan } from '../../docket/partial-date.ts';
import { AGGRAVATIONS, aggravationIn, CIRCUMSTANCE_TESTS } from '../circumstances.ts';
import { partsOf } from '../document/parts.ts';
import { answerTo, BACKGROUND_CHECK, compareBy, isChargeNamed, isCheckValid, isUnder } from '../leaf.ts';
import type { EntriesName, Proposition, Scope } from '../proposition.ts';
import { PARTICIPATIONS, participationBy } from '../took-part.ts';

/** What a value comes to under one test, on a day. */
export type Test = (value: unknown, asOf: DaySpan) => unknown;

/** Who asks: a bit for each rule, in the order of the instrument, and then one for the lanes. */
export type Askers = number;

/** Rules past so many share the last bit. */
const BITS = 31;

export function askerAt(index: number): Askers {
  return 1 << Math.min(index, BITS - 1);
}

/** A place that rules look at. Whether anything stands there is told of every place; its value only by tests. */
export interface AskedPlace {
  askers: Askers;
  tests: Test[];
  /** Whether a test may tell otherwise of the same value on another day. */
  isDated: boolean;
  /** Places below, by name. */
  members: Map<string, AskedPlace>;
}

/** What is told from several places at once: one of some answers. */
export interface Relation {
  asker: Askers;
  /** The facts that it turns on, by their names at the top of the schema: where none stands, the answer is always the same. */
  of: readonly string[];
  tell: (facts: Facts) => string;
  answers: readonly string[];
}

/** What is told of an entry from elsewhere in the case. */
export interface EntryRelation {
  asker: Askers;
  holds: (facts: Facts, id: string) => boolean;
}

/** What quantifiers ask of every entry of a map. */
export interface AskedEntries {
  entry: AskedPlace;
  relations: EntryRelation[];
}

export interface Asked {
  facts: AskedPlace;
  maps: Map<EntriesName, AskedEntries>;
  relations: Relation[];
}

/** The fact at the top of the schema that a path leads into. */
function topOf(path: string): string {
  const [top = path] = path.split('.');
  return top;
}

function freshPlace(): AskedPlace {
  return { askers: 0, tests: [], isDated: false, members: new Map() };
}

/** The place of that name below, which the asker asks of by asking of what is below it. */
function placeAt(from: AskedPlace, names: readonly string[], asker: Askers): AskedPlace {
  let place = from;
  for (const name of names) {
    const below = place.members.get(name) ?? freshPlace();
    place.members.set(name, below);
    below.askers |= asker;
    place = below;
  }
  return place;
}

function entriesOf({ maps }: Asked, name: EntriesName, asker: Askers): AskedEntries {
  const known = maps.get(name) ?? { entry: freshPlace(), relations: [] };
  known.entry.askers |= asker;
  maps.set(name, known);
  return known;
}

/** What one asker asks, and of the entries of which map where it stands under a quantifier. */
interface Asking {
  asked: Asked;
  asker: Askers;
  below: AskedEntries | undefined;
}

/** Gathers what one proposition asks. */
function gather(proposition: Proposition, asking: Asking): void {
  const { asked, asker, below } = asking;
  const at = (scope: Scope, path: string) =>
    placeAt(scope === 'entry' && below !== undefined ? below.entry : asked.facts, path.split('.'), asker);
  switch (proposition.op) {
    case 'is':
    case 'before':
    case 'years-complete':
    case 'years-exceeded':
    case 'fresh': {
      const place = at(proposition.scope, proposition.path);
      place.tests.push(compareBy(proposition));
      if (proposition.op !== 'is' && proposition.op !== 'before') place.isDated = true;
      if ('silence' in proposition && proposition.silence === 'background-check') at('case', BACKGROUND_CHECK);
      return;
    }
    case 'charged-under':
      at(proposition.scope, proposition.path).tests.push(isUnder(proposition.sections));
      return;
    case 'recorded':
    case 'ask':
      for (const path of proposition.paths) at(proposition.scope, path);
      return;
    case 'question':
      at('case', `readings.${proposition.id}`).tests.push((reading) => answerTo(proposition, reading));
      return;
    case 'conviction-names-charge':
      below?.relations.push({ asker, holds: isChargeNamed });
      return;
    case 'some':
      at('case', proposition.in);
      gather(proposition.entry, { ...asking, below: entriesOf(asked, proposition.in, asker) });
      return;
    case 'took-part-at-age':
      for (const path of [proposition.birth, proposition.from, proposition.to]) at('case', path);
      asked.relations.push({
        asker,
        of: [proposition.from, proposition.to].map(topOf),
        tell: participationBy(proposition),
        answers: PARTICIPATIONS,
      });
      gather(proposition.endedBefore, asking);
      return;
    case 'ask-unless':
      at('case', proposition.path);
      gather(proposition.proved, asking);
      return;
    case 'all':
    case 'any':
    case 'not':
    case 'when':
      for (const part of partsOf(proposition)) gather(part, asking);
      return;
    case 'unseen':
      at('case', BACKGROUND_CHECK);
      return;
    case 'always':
      return;
    default:
      proposition satisfies never;
  }
}

/** @param checkDays so many days a background check is valid; silence may rest on it */
export function askedBy(rules: readonly Proposition[], checkDays: number): Asked {
  const asked: Asked = { facts: freshPlace(), maps: new Map(), relations: [] };
  for (const [i, rule] of rules.entries()) gather(rule, { asked, asker: askerAt(i), below: undefined });
  const check = asked.facts.members.get(BACKGROUND_CHECK);
  if (check !== undefined) {
    check.tests.push((checkedOn, asOf) => typeof checkedOn === 'string' && isCheckValid(checkedOn, asOf, checkDays));
    check.isDated = true;
  }

  const lanes = askerAt(rules.length);
  for (const [name, test] of Object.entries(CIRCUMSTANCE_TESTS)) placeAt(asked.facts, [name], lanes).tests.push(test);
  asked.relations.push({
    asker: lanes,
    of: ['pendingCharges', 'aggravating'] satisfies (keyof Facts)[],
    tell: aggravationIn,
    answers: AGGRAVATIONS,
  });
  return asked;
}
