/** What is missing and decisive, and where the case would go under each answer. */
import type { AssertedFacts } from '../../../events/facts.ts';
import type { StandingFacts } from '../../docket/record.ts';
import type { Classification } from '../classification.ts';
import { type AnswerGrid, answerGrid, restOf } from './answer-grid.ts';
import type { Asked } from './answers-of-its-own.ts';
import type { Answer, MissingFact, OpenQuestion } from './case-explanation.ts';
import { nameOf, valueWords } from './fact-words.ts';
import { combinations, patternsOf } from './patterns.ts';
import { type Place, placeAt, valueAt } from './places.ts';
import { destinationOf, isTurned, type Suppose } from './suppose.ts';
import { type Questioned, type Step, settledBy, stepsThatTurn, type Way } from './together.ts';

/** Most ways of answering that are tried for one fact, and that are tried of it beside another. */
const MAX_CELLS = 96;
const MAX_WAYS = 12;

const NOTHING_LISTED = 'What could be said there is free text or a whole list, so no answer is tried.';
const NONE_TURNS =
  'None of the answers tried turns the lane by itself, nor with those tried to the other missing facts. It is listed ' +
  'because settling takes yes or no for each comparison of a rule, and no single value need give both.';

const COUNTED =
  'While it is not known it counts as pending (the stage) or as removal (the proceeding), and it is asked for whatever ' +
  'the lane. None of the values tried would change the lane.';
const COUNTED_PATHS: readonly string[] = ['stage', 'proceeding'];

interface Question extends Questioned {
  place: Place;
  grid: AnswerGrid | undefined;
  answers: Answer[];
}

interface Asking {
  asked: Asked;
  before: Classification;
  suppose: Suppose;
}

function waysOf(grid: AnswerGrid): number[][] {
  return combinations(grid.choices.map(({ values }) => values.length)).slice(0, MAX_CELLS);
}

/** A need in words: a fact by its name, a reading by its question. */
function needName(path: string): string {
  const place = placeAt(path);
  const [map, question] = place.names;
  return map === 'readings' && question !== undefined ? `open question ${question}` : nameOf(place);
}

/** The answers to one question on what stands once what is settled is so. */
function answersTo(
  grid: AnswerGrid,
  { before, suppose }: Asking,
  standing: StandingFacts,
  settled: readonly AssertedFacts[],
): Answer[] {
  const known = new Set(before.needs);
  const cells = waysOf(grid).map((at) => {
    const asserts = grid.build(at, standing);
    const classification = suppose.classification([...settled, asserts]);
    const raises = classification.needs.filter((need) => !known.has(need));
    return { at, result: { asserts, leadsTo: destinationOf(classification), raises } };
  });
  const same = ({ leadsTo, raises }: { leadsTo: object; raises: string[] }) => JSON.stringify([leadsTo, raises]);
  return patternsOf(cells, grid.choices.length, same).flatMap(({ chosen, cells: alike }): Answer[] => {
    const [first] = alike;
    if (first === undefined) return [];
    const { leadsTo, raises } = first.result;
    const asserts = alike.map(({ result }) => result.asserts);
    return [{ answer: grid.say(chosen), asserts, leadsTo, raises, raisesNamed: raises.map(needName) }];
  });
}

function areTurning(answers: readonly Answer[]): boolean {
  const [first, ...others] = answers;
  return others.some((other) => first !== undefined && isTurned(first.leadsTo, other.leadsTo));
}

/** What the fact turns once the steps are taken; the values that can be tried may be others then. */
function answersAfter({ path, place }: Question, steps: readonly Step[], asking: Asking) {
  const { asked, suppose } = asking;
  const { given, standing } = settledBy(steps, asked.standing, suppose.standing);
  const settled = given.map(({ asserts }) => asserts);
  const isStillAsked = suppose.classification(settled).needs.includes(path);
  const grid = isStillAsked ? answerGrid(place, { ...asked, standing }) : undefined;
  return { given, answersThen: grid === undefined ? [] : answersTo(grid, asking, standing, settled) };
}

function openQuestionAt({ names }: Place, { words }: Asked): OpenQuestion | undefined {
  const [map, id] = names;
  if (map !== 'readings' || id === undefined) return undefined;
  const asks = words?.questions[id]?.asks;
  return { id, ...(asks !== undefined && { asks }) };
}

function questionAt(path: string, asking: Asking): Question {
  const place = placeAt(path);
  const { standing } = asking.asked;
  const grid = answerGrid(place, asking.asked);
  const ways = (grid === undefined ? [] : waysOf(grid).slice(0, MAX_WAYS)).map((at): Way => {
    const answer = grid?.say(at.map((value) => [value])) ?? '';
    return { answer, assertOn: (then) => grid?.build(at, then) ?? {} };
  });
  const answers = grid === undefined ? [] : answersTo(grid, asking, standing, []);
  return { path, name: nameOf(place), place, grid, ways, answers };
}

/** What answers would raise, where it can be settled before it is asked for. */
function raisedBy(questions: readonly Question[], asking: Asking): Question[] {
  const paths = new Set(questions.flatMap(({ answers }) => answers.flatMap(({ raises }) => raises)));
  return [...paths]
    .filter((path) => placeAt(path).member === undefined)
    .map((path) => questionAt(path, asking))
    .filter(({ ways }) => ways.length > 0);
}

/** Whether the fact turns the lane alone, with others that are missing or would then be, or was not found to. */
function turning(question: Question, others: readonly Question[], asking: Asking) {
  const { path, grid, answers } = question;
  if (grid === undefined) return { turnsLane: 'not-shown' as const, why: NOTHING_LISTED };
  if (areTurning(answers)) return { turnsLane: 'alone' as const };
  const steps = stepsThatTurn(others, (tried) => areTurning(answersAfter(question, tried, asking).answersThen));
  if (steps !== undefined) return { turnsLane: 'together' as const, ...answersAfter(question, steps, asking) };
  return { turnsLane: 'not-shown' as const, why: COUNTED_PATHS.includes(path) ? COUNTED : NONE_TURNS };
}

export function missingFacts(before: Classification, asked: Asked, suppose: Suppose): MissingFact[] {
  const asking: Asking = { asked, before, suppose };
  const questions = before.needs.map((path) => questionAt(path, asking));
  const raised = raisedBy(questions, asking);
  return questions.map((question): MissingFact => {
    const { path, name, place, answers } = question;
    const recorded = valueAt(restOf(asked.standing, place), place);
    const open = openQuestionAt(place, asked);
    const others = [...questions.filter((other) => other !== question), ...raised];
    return {
      path,
      name,
      ...(open !== undefined && { question: open }),
      ...(recorded !== undefined && { recorded, told: valueWords(place, recorded) }),
      answers,
      ...turning(question, others, asking),
    };
  });
}
