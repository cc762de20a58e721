/**
 * Which missing facts decide: those for which some way of settling the others exists in which the fact alone turns the
 * outcome. Contract, section 3.
 */

import { behaviourOf, reachableValues, responsesIn } from './behaviour.ts';
import type { Lane } from './classification.ts';
import type { Group } from './instrument.ts';
import { type Atom, comparisonsIn, holdsWhen, type Residual, sharesAtoms, standingAtoms } from './residual.ts';

/** What settling can change: the lane and, after a final order, whether a joint motion to reopen is suggested. */
export interface Outcome {
  lane: Lane;
  joins: boolean;
}

/** The outcome once the groups are settled one way; bit i of the index is whether `GROUPS[i]` holds. */
export type OutcomeAt = (index: number) => Outcome;

/** Works an outcome out the first time it is asked for: most cases ask for a few of the sixteen. */
export function remember(outcomeOf: (settled: Record<Group, boolean>) => Outcome): OutcomeAt {
  const known: (Outcome | undefined)[] = [];
  return (index) => {
    const holds = (bit: number) => ((index >> bit) & 1) === 1;
    const outcome =
      known[index] ??
      outcomeOf({ insufficiency: holds(0), priority: holds(1), interest: holds(2), discretion: holds(3) });
    known[index] = outcome;
    return outcome;
  };
}

/** What is left of each group of rules, in the order of `GROUPS`; a constant where it is known. */
export type Questions = readonly Residual[];

/** Visits the index of every combination of the groups' values (bit 0 no, bit 1 yes), until the visitor says stop. */
function visitIndexes(values: readonly number[], visit: (index: number) => boolean, group = 0, index = 0): boolean {
  const value = values[group];
  if (value === undefined) return visit(index);
  if ((value & 1) !== 0 && visitIndexes(values, visit, group + 1, index)) return true;
  return (value & 2) !== 0 && visitIndexes(values, visit, group + 1, index | (1 << group));
}

/** Whether the combinations lead to more than one outcome. */
function differ(values: readonly number[], outcomeAt: OutcomeAt): boolean {
  let first: Outcome | undefined;
  return visitIndexes(values, (index) => {
    const outcome = outcomeAt(index);
    first ??= outcome;
    return outcome.lane !== first.lane || outcome.joins !== first.joins;
  });
}

/** The lanes that some way of settling all unknowns leads to. */
export function reachableLanes(questions: Questions, outcomeAt: OutcomeAt): Set<Lane> {
  const lanes = new Set<Lane>();
  if (sharesAtoms(questions)) {
    for (const indexes of enumerated(questions, undefined))
      for (const index of indexes) lanes.add(outcomeAt(index).lane);
    return lanes;
  }
  visitIndexes(questions.map(reachableValues), (index) => {
    lanes.add(outcomeAt(index).lane);
    return false;
  });
  return lanes;
}

/**
 * The paths of the facts that decide, in the order in which the rules meet them, each once.
 *
 * @param residuals what is left of each unknown rule, in the order of the instrument
 */
export function decisivePaths(residuals: readonly Residual[], questions: Questions, outcomeAt: OutcomeAt): string[] {
  const isEntangled = sharesAtoms(questions);
  if (!isEntangled && !differ(questions.map(reachableValues), outcomeAt)) return [];
  const standing = new Set<string>();
  for (const residual of residuals) for (const { path } of standingAtoms(residual)) standing.add(path);
  return [...standing].filter((path) =>
    isEntangled
      ? turnsEntangled(questions, path, outcomeAt)
      : canTurn(
          questions.map((residual) => responsesIn(behaviourOf(residual, path))),
          outcomeAt,
          [],
        ),
  );
}

/** Whether some combination of the groups' responses to one fact meets two outcomes. */
function canTurn(responses: readonly (readonly number[])[], outcomeAt: OutcomeAt, chosen: readonly number[]): boolean {
  const options = responses[chosen.length];
  if (options === undefined) return differ(chosen, outcomeAt);
  return options.some((values) => canTurn(responses, outcomeAt, [...chosen, values]));
}

function turnsEntangled(questions: Questions, path: string, outcomeAt: OutcomeAt): boolean {
  for (const indexes of enumerated(questions, path)) {
    const [first, ...others] = indexes.map(outcomeAt);
    if (others.some((outcome) => outcome.lane !== first?.lane || outcome.joins !== first.joins)) return true;
  }
  return false;
}

/** For groups that share comparisons: for each way of settling all but one fact, the indexes that fact can lead to. */
function* enumerated(questions: Questions, path: string | undefined): Generator<number[]> {
  const { atoms } = comparisonsIn({ op: 'and', of: questions });
  const own = atoms.filter((atom) => atom.path === path);
  const others = atoms.filter((atom) => atom.path !== path);
  const subset = (of: readonly Atom[], bits: number) => of.filter((_, bit) => ((bits >> bit) & 1) === 1);
  for (let i = 0; i < 2 ** others.length; i++) {
    yield Array.from({ length: 2 ** own.length }, (_, j) => {
      const settledYes = new Set([...subset(others, i), ...subset(own, j)].map(({ key }) => key));
      return questions.reduce((index, residual, bit) => index | (holdsWhen(residual, settledYes) ? 1 << bit : 0), 0);
    });
  }
}
