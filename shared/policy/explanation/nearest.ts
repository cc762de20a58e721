/** The facts on record which, if one of them were otherwise, would change the lane. */
import { spanOf } from '../../docket/partial-date.ts';
import type { Classification, Lane } from '../classification.ts';
import { choosingFor, restOf } from './answer-grid.ts';
import type { Asked } from './answers-of-its-own.ts';
import type { NearestChange, RuleExplanation } from './case-explanation.ts';
import { type Choice, choiceAt } from './choices.ts';
import type { Evidence } from './evidence.ts';
import { factAt } from './evidence.ts';
import { nameOf, valueWords } from './fact-words.ts';
import { patternsOf } from './patterns.ts';
import { assertionOf, type Place, pathOf, placeAt, valueAt, valueKindAt } from './places.ts';
import type { Suppose } from './suppose.ts';
import { readsPlace, testsOf } from './turning-days.ts';

/** Most changes listed; what is left off is counted. */
const MAX_LISTED = 16;

/** What the lane table reads beside the rules. */
const CIRCUMSTANCES = ['stage', 'proceeding', 'respondentPosition', 'detained', 'appellant'] as const;

/** Another value that a place may have. */
interface Alternative {
  value: unknown;
  /** In words together with others that lead to the same lane; undefined says what the value is. */
  choice?: { of: Choice; at: number };
  assertedAs: 'value' | 'nothing' | 'confirmed';
}

export interface Explained extends Asked {
  evidence: Evidence;
  rules: readonly RuleExplanation[];
  before: Classification;
  suppose: Suppose;
}

/** Other values: of a date, those on other sides of the days at which a rule turns. */
function otherValues(place: Place, from: unknown, asked: Explained): Alternative[] {
  const kind = valueKindAt(place);
  if (kind === undefined) return [];
  const { turnsAt, limits } = choosingFor(asked, undefined);
  const otherThan = kind.kind === 'date' && typeof from === 'string' ? { otherThan: spanOf(from) } : {};
  const choice = choiceAt(place, kind, { turnsAt, limits: { ...limits, ...otherThan } });
  if (choice === undefined) return [];
  return choice.values.flatMap((value, at) =>
    value === from ? [] : [{ value, choice: { of: choice, at }, assertedAs: 'value' as const }],
  );
}

/** Whether to try the fact, or the part of it, off the record. Of a circumstance that says nothing that its values do not. */
function canBeAbsent(place: Place): boolean {
  if (place.member === undefined) return !CIRCUMSTANCES.some((path) => path === pathOf(place));
  const whole = valueKindAt({ names: place.names });
  return whole?.kind === 'whole' && whole.members.get(place.member)?.isRequired === false;
}

function alternativesAt(place: Place, asked: Explained): Alternative[] {
  const from = valueAt(restOf(asked.standing, place), place);
  const others = otherValues(place, from, asked);
  if (from === undefined) return others;
  const fact = factAt(asked.evidence, place);
  const confirmed: Alternative = { value: from, assertedAs: 'confirmed' };
  return [
    ...others,
    ...(canBeAbsent(place) ? [{ value: null, assertedAs: 'nothing' as const }] : []),
    ...(fact?.prohibitedOnly === true && place.member === undefined ? [confirmed] : []),
  ];
}

/** Parts of a recorded object that a rule reads; a fact that is one value is its own part. */
function partsRead(place: Place, { instrument, standing }: Asked): Place[] {
  const kind = valueKindAt(place);
  const value = valueAt(restOf(standing, place), place);
  if (kind?.kind !== 'whole' || value === undefined) return [];
  const tests = testsOf(instrument);
  return [...kind.members.keys()]
    .map((member): Place => ({ names: place.names, member }))
    .filter((part) => valueAt(restOf(standing, part), part) !== undefined)
    .filter((part) => tests.some((placed) => 'path' in placed.test && readsPlace(placed, placed.test.path, part)));
}

/** Recorded facts that the rules rest on, the circumstances, then the other facts that they read. */
function placesToChange({ rules, evidence, before, standing, instrument }: Explained): Place[] {
  const facts = [...evidence.facts.values()].map(({ place }) => place);
  const wholes = (paths: readonly string[]) => paths.map((path): Place => ({ names: placeAt(path).names }));
  const pending = facts.filter(({ names }) => names[0] === 'pendingCharges' || names[0] === 'aggravating');
  const circumstances = CIRCUMSTANCES.filter((path) => path !== 'appellant' || standing.facts.stage === 'on-appeal');
  const rested = wholes(rules.flatMap(({ restsOn }) => restsOn.map(({ path }) => path)));
  const read = new Set(testsOf(instrument).flatMap(({ test, map }) => [map, ...pathsOf(test)]));
  const others = facts.filter((place) => read.has(place.names[0]) || read.has(pathOf(place)));
  const ordered = [...rested, ...wholes(circumstances), ...pending, ...others];
  const distinct = new Map(ordered.map((place) => [pathOf(place), place]));
  return [...distinct.values()].filter((place) => !before.needs.includes(pathOf(place)));
}

function pathsOf(test: object): string[] {
  return 'path' in test && typeof test.path === 'string' ? [test.path] : [];
}

function changeWords(place: Place, from: unknown, alternatives: readonly Alternative[]): string {
  const [first] = alternatives;
  if (first?.assertedAs === 'nothing') return 'not on record';
  if (first?.assertedAs === 'confirmed') return 'said by another source as well';
  const words = first?.choice?.of.say(alternatives.flatMap(({ choice }) => choice?.at ?? [])) ?? '';
  return from === undefined ? words : `${words}, instead of ${valueWords(place, from)}`;
}

interface Tried {
  lane: Lane;
  priority: string;
  asserts: NearestChange['asserts'][number];
  alternative: Alternative;
}

function changesAt(place: Place, asked: Explained): NearestChange[] {
  const rest = restOf(asked.standing, place);
  const from = valueAt(rest, place);
  const tried = alternativesAt(place, asked).map((alternative, at): { at: number[]; result: Tried } => {
    const { value, assertedAs } = alternative;
    const asserts = assertionOf(place, assertedAs === 'nothing' ? null : value, rest);
    const { lane, priority } = asked.suppose.classification([asserts]);
    return { at: [at], result: { lane, priority, asserts, alternative } };
  });
  const turning = tried.filter(({ result }) => result.lane !== asked.before.lane);
  const sameAs = ({ lane, priority, alternative }: Tried) => JSON.stringify([lane, priority, alternative.assertedAs]);
  return patternsOf(turning, 1, sameAs).flatMap(({ cells }): NearestChange[] => {
    const [first] = cells;
    if (first === undefined) return [];
    const alternatives = cells.map(({ result }) => result.alternative);
    return [
      {
        path: pathOf(place),
        name: nameOf(place),
        from: from ?? null,
        to: alternatives.map(({ value }) => value),
        change: changeWords(place, from, alternatives),
        asserts: cells.map(({ result }) => result.asserts),
        lane: first.result.lane,
        priority: first.result.priority,
      },
    ];
  });
}

/** In the order in which the facts bear on the answer: what the rules rest on, then circumstances, then the rest. */
export function nearestChanges(asked: Explained): { listed: NearestChange[]; omitted: number } {
  const places = placesToChange(asked).flatMap((place) => [...partsRead(place, asked), place]);
  const changes = places.flatMap((place) => changesAt(place, asked));
  return { listed: changes.slice(0, MAX_LISTED), omitted: Math.max(changes.length - MAX_LISTED, 0) };
}
