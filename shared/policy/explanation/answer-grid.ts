/** The answers that can be tried to one missing fact, each as what an update would assert. */
import type { AssertedFacts, Facts } from '../../../events/facts.ts';
import { spanOf } from '../../docket/partial-date.ts';
import type { StandingFacts } from '../../docket/record.ts';
import { listOr } from '../document/english.ts';
import type { Instrument } from '../instrument.ts';
import { BACKGROUND_CHECK } from '../leaf.ts';
import { type Asked, checkStatements, convictionStatements, type Statements } from './answers-of-its-own.ts';
import { type Choice, type Choosing, choiceAt, choiceOfStatements, saidOf } from './choices.ts';
import type { FactValue } from './fact-values.ts';
import { assertionOf, type Place, pathOf, valueAt, valueKindAt } from './places.ts';
import { readsPlace, testsOf, turningDays } from './turning-days.ts';

/** Choices, one value of each of which makes an answer. */
export interface AnswerGrid {
  choices: readonly Choice[];
  /** The answer in words, from the places chosen of each choice. */
  say: (chosen: readonly (readonly number[])[]) => string;
  /** What an update asserts to give an answer, on what stands by then. */
  build: (at: readonly number[], standing: StandingFacts) => AssertedFacts;
}

/** What the rest of a fact is taken from: what stands or, where nothing does, what only a prohibited source says. */
export function restOf(standing: StandingFacts, place: Place): Facts {
  const isAsserted = valueAt(standing.facts, { names: place.names }) !== undefined;
  return isAsserted ? standing.facts : (standing.withProhibited ?? standing.facts);
}

/** More values than this are not listed when all of them lead to the same. */
const LISTED_MAX = 2;

/** One choice of what stands at a place. */
function singleAt(place: Place, choice: Choice): AnswerGrid {
  const { values } = choice;
  return {
    choices: [choice],
    say: ([chosen = []]) =>
      chosen.length === values.length && values.length > LISTED_MAX ? 'whatever it is' : choice.say(chosen),
    build: ([at], standing) => assertionOf(place, values[at ?? 0], restOf(standing, place)),
  };
}

/** One choice of whole assertions. */
function singleOf({ lead, of }: Statements): AnswerGrid {
  const choice = choiceOfStatements(of, lead);
  return {
    choices: [choice],
    say: ([chosen]) => choice.say(chosen ?? []),
    build: ([at]) => of[at ?? 0]?.value ?? {},
  };
}

export function choosingFor({ instrument, standing, asOf }: Asked, recorded: unknown): Choosing {
  return {
    turnsAt: (place) => turningDays(instrument, place, { facts: standing.facts, asOf }),
    limits: {
      asOf: spanOf(asOf).first,
      ...(typeof recorded === 'string' && recorded.length < 10 && { within: spanOf(recorded) }),
    },
  };
}

/** Parts of an object that say something: those it must have, and those that a rule reads. */
function partsOf({ members }: Extract<FactValue, { kind: 'whole' }>, place: Place, instrument: Instrument): Place[] {
  const tests = testsOf(instrument);
  const isRead = (part: Place) =>
    tests.some((placed) => 'path' in placed.test && readsPlace(placed, placed.test.path, part));
  return [...members]
    .map(([member, { isRequired }]) => ({ part: { names: place.names, member }, isRequired }))
    .filter(({ part, isRequired }) => isRequired || isRead(part))
    .map(({ part }) => part);
}

/** Every combination of what the parts of an object can say; undefined where one of them is free text. */
function wholeGrid(
  value: Extract<FactValue, { kind: 'whole' }>,
  place: Place,
  asked: Asked,
  choosing: Choosing,
): AnswerGrid | undefined {
  const parts = partsOf(value, place, asked.instrument).map((part) => {
    const kind = valueKindAt(part);
    return { part, choice: kind === undefined ? undefined : choiceAt(part, kind, choosing) };
  });
  const choices = parts.flatMap(({ choice }) => choice ?? []);
  if (choices.length < parts.length) return undefined;
  return {
    choices,
    say: (chosen) => {
      const told = parts.flatMap(({ part }, i) => {
        const choice = choices[i];
        const places = chosen[i] ?? [];
        const isTold = choice !== undefined && choice.values.length > 1 && places.length < choice.values.length;
        return isTold ? [saidOf(part, choice.say(places))] : [];
      });
      return told.length === 0 ? 'whatever it says' : told.join('; ');
    },
    build: (at) => {
      const entries = parts.map(({ part }, i) => [part.member ?? '', choices[i]?.values[at[i] ?? 0]]);
      return assertionOf(place, Object.fromEntries(entries), {});
    },
  };
}

/** The answers an instrument lists for an open question, one alone with what it does where its words say so. */
function readingGrid(question: string, place: Place, { instrument, words }: Asked): AnswerGrid | undefined {
  const listed = instrument.questions.find(({ id }) => id === question)?.answers ?? [];
  const means = words?.questions[question]?.answers ?? {};
  const meaning = (answer: string) => {
    const does = means[answer]?.replace(/\.$/, '');
    return does === undefined ? answer : `${answer} (${does})`;
  };
  const say = (chosen: readonly number[]) => {
    const answers = chosen.flatMap((at) => listed[at] ?? []);
    return answers.length === 1 ? answers.map(meaning).join('') : listOr(answers);
  };
  return listed.length === 0 ? undefined : singleAt(place, { values: listed, say });
}

function isFreshness(instrument: Instrument, place: Place): boolean {
  return testsOf(instrument).some(
    (placed) => placed.test.op === 'fresh' && readsPlace(placed, placed.test.path, place),
  );
}

/** For a record that has grown too old to say anything: one of the day, or none. */
function renewalGrid(place: Place, { asOf }: Asked): AnswerGrid {
  const statements = [
    { value: asOf, words: `recorded again on ${asOf}` },
    { value: null, words: 'taken off the record' },
  ];
  return singleAt(place, choiceOfStatements(statements));
}

/** What can be tried for a missing fact; undefined where the schema lists nothing that could be. */
export function answerGrid(place: Place, asked: Asked): AnswerGrid | undefined {
  const { instrument, standing } = asked;
  const path = pathOf(place);
  const isConvictions = path === 'convictions';
  const own =
    path === BACKGROUND_CHECK ? checkStatements(asked) : isConvictions ? convictionStatements(asked) : undefined;
  if (own !== undefined) return singleOf(own);
  const [map, question] = place.names;
  if (map === 'readings' && question !== undefined) return readingGrid(question, place, asked);
  if (isFreshness(instrument, place)) return renewalGrid(place, asked);
  const value = valueKindAt(place);
  const choosing = choosingFor(asked, valueAt(restOf(standing, place), place));
  if (value?.kind === 'whole') return wholeGrid(value, place, asked, choosing);
  const choice = value === undefined ? undefined : choiceAt(place, value, choosing);
  return choice === undefined ? undefined : singleAt(place, choice);
}
