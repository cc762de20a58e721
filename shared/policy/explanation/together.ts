/**
 * Finds with which other missing facts one turns the lane. That some way of settling them exists is what makes a fact
 * decisive; which answers give it is looked for here, and what is found is decided for real.
 */
import type { AssertedFacts } from '../../../events/facts.ts';
import type { StandingFacts } from '../../docket/record.ts';
import type { SettledFact } from './case-explanation.ts';

/** One way of answering a question. */
export interface Way {
  answer: string;
  /** What an update would assert on what stands by then. */
  assertOn: (standing: StandingFacts) => AssertedFacts;
}

export interface Questioned {
  path: string;
  name: string;
  ways: readonly Way[];
}

export interface Step {
  question: Questioned;
  way: Way;
}

/** Most ways of settling that are tried for one fact, of few others and of all others. */
const MAX_FEW = 160;
const MAX_ALL = 160;
/** How many others are first settled at most. */
const FEW = 2;

/** Ways of settling so many of the questions. */
function* fewSettled(questions: readonly Questioned[], count: number): Generator<Step[]> {
  const [question, ...rest] = questions;
  if (count === 0) yield [];
  else if (question !== undefined) {
    for (const way of question.ways) for (const more of fewSettled(rest, count - 1)) yield [{ question, way }, ...more];
    yield* fewSettled(rest, count);
  }
}

/** Ways of settling all of them; the last answers first, since a no most often leaves the lane to the others. */
function* allSettled(questions: readonly Questioned[]): Generator<Step[]> {
  const [question, ...rest] = questions;
  if (question === undefined) yield [];
  else {
    const ways = question.ways.toReversed();
    if (ways.length === 0) yield* allSettled(rest);
    for (const more of allSettled(rest)) for (const way of ways) yield [{ question, way }, ...more];
  }
}

function firstOf(ways: Iterable<Step[]>, most: number, isTurning: (steps: Step[]) => boolean): Step[] | undefined {
  let tried = 0;
  for (const steps of ways) {
    if (isTurning(steps)) return steps;
    tried += 1;
    if (tried === most) return undefined;
  }
  return undefined;
}

/** Without the steps that are not needed. */
function shortened(steps: Step[], isTurning: (steps: Step[]) => boolean): Step[] {
  return steps.reduce((kept, step) => {
    const fewer = kept.filter((each) => each !== step);
    return isTurning(fewer) ? fewer : kept;
  }, steps);
}

/** The steps after which a fact turns the lane, as few as were found; undefined when none of those tried do. */
export function stepsThatTurn(
  others: readonly Questioned[],
  isTurning: (steps: Step[]) => boolean,
): Step[] | undefined {
  const counts = Array.from({ length: Math.min(FEW, others.length) }, (_, i) => i + 1);
  for (const count of counts) {
    const few = firstOf(fewSettled(others, count), MAX_FEW, isTurning);
    if (few !== undefined) return few;
  }
  const all = others.length > FEW ? firstOf(allSettled(others), MAX_ALL, isTurning) : undefined;
  return all === undefined ? undefined : shortened(all, isTurning);
}

/** What each step asserts on what stands after those before it: two may be parts of one fact. */
export function settledBy(
  steps: readonly Step[],
  begin: StandingFacts,
  standingAfter: (asserted: readonly AssertedFacts[]) => StandingFacts,
): { given: SettledFact[]; standing: StandingFacts } {
  let standing = begin;
  const given: SettledFact[] = [];
  for (const { question, way } of steps) {
    given.push({ path: question.path, name: question.name, answer: way.answer, asserts: way.assertOn(standing) });
    standing = standingAfter(given.map(({ asserts }) => asserts));
  }
  return { given, standing };
}
