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

/** A place that rules look at. Whether anything stands there is told of every place; its value only by tests. */
export interface AskedPlace {
  tests: Test[];
  /** Places below, by name. */
  members: Map<string, AskedPlace>;
}

/** What is told from several places at once: one of some answers. */
export interface Relation {
  tell: (facts: Facts) => string;
  answers: readonly string[];
}
export type EntryRelation = (facts: Facts, id: string) => boolean;

/** What a quantifier asks of every entry of a map. */
export interface AskedEntries {
  entry: AskedPlace;
  relations: EntryRelation[];
}

export interface Asked {
  facts: AskedPlace;
  maps: Map<EntriesName, AskedEntries>;
  relations: Relation[];
}

function freshPlace(): AskedPlace {
  return { tests: [], members: new Map() };
}

function placeAt(from: AskedPlace, names: readonly string[]): AskedPlace {
  let place = from;
  for (const name of names) {
    const below = place.members.get(name) ?? freshPlace();
    place.members.set(name, below);
    place = below;
  }
  return place;
}

function entriesOf({ maps }: Asked, name: EntriesName): AskedEntries {
  const known = maps.get(name) ?? { entry: freshPlace(), relations: [] };
  maps.set(name, known);
  return known;
}

/** Gathers what one proposition asks; `below` is what is asked of the entries of the quantifier it stands under. */
function gather(proposition: Proposition, asked: Asked, below: AskedEntries | undefined): void {
  const at = (scope: Scope, path: string) =>
    placeAt(scope === 'entry' && below !== undefined ? below.entry : asked.facts, path.split('.'));
  switch (proposition.op) {
    case 'is':
    case 'before':
    case 'years-complete':
    case 'years-exceeded':
    case 'fresh':
      at(proposition.scope, proposition.path).tests.push(compareBy(proposition));
      return;
    case 'charged-under':
      at(proposition.scope, proposition.path).tests.push(isUnder(proposition.sections));
      return;
    case 'recorded':
    case 'ask':
      for (const path of proposition.paths) at(proposition.scope, path);
      return;
    case 'question':
      placeAt(asked.facts, ['readings', proposition.id]).tests.push((reading) => answerTo(proposition, reading));
      return;
    case 'conviction-names-charge':
      below?.relations.push(isChargeNamed);
      return;
    case 'some':
      placeAt(asked.facts, [proposition.in]);
      gather(proposition.entry, asked, entriesOf(asked, proposition.in));
      return;
    case 'took-part-at-age':
      for (const path of [proposition.birth, proposition.from, proposition.to]) at('case', path);
      asked.relations.push({ tell: participationBy(proposition), answers: PARTICIPATIONS });
      gather(proposition.endedBefore, asked, below);
      return;
    case 'ask-unless':
      at('case', proposition.path);
      gather(proposition.proved, asked, below);
      return;
    case 'all':
    case 'any':
    case 'not':
    case 'when':
      for (const part of partsOf(proposition)) gather(part, asked, below);
      return;
    case 'unseen':
    case 'always':
      return;
    default:
      proposition satisfies never;
  }
}

function nothingAsked(): Asked {
  return { facts: freshPlace(), maps: new Map(), relations: [] };
}

/** @param checkDays so many days a background check is valid; silence may rest on it */
export function askedByRules(trees: readonly Proposition[], checkDays: number): Asked {
  const asked = nothingAsked();
  placeAt(asked.facts, [BACKGROUND_CHECK]).tests.push(
    (checkedOn, asOf) => typeof checkedOn === 'string' && isCheckValid(checkedOn, asOf, checkDays),
  );
  for (const tree of trees) gather(tree, asked, undefined);
  return asked;
}

/** What lanes ask beside the findings of rules, added to what is asked already. */
export function askedByLanes(asked: Asked = nothingAsked()): Asked {
  for (const [name, test] of Object.entries(CIRCUMSTANCE_TESTS)) placeAt(asked.facts, [name]).tests.push(test);
  asked.relations.push({ tell: aggravationIn, answers: AGGRAVATIONS });
  return asked;
}
