/**
 * Which missing facts decide: those for which some way of settling the others exists in which the fact alone turns the
 * outcome. Contract, section 3.
 */
import type { Lane } from './classification.ts';
import { GROUPS, type Group } from './instrument.ts';
import {
  type Atom,
  behaviourOf,
  collectAtoms,
  holdsWhen,
  type Residual,
  reachableValues,
  responsesIn,
  sharesAtoms,
} from './residual.ts';

/** What settling can change: the lane and, after a final order, whether a joint motion to reopen is suggested. */
export interface Outcome {
  lane: Lane;
  joins: boolean;
}

/** A group of rules that holds, fails, or waits on what is left of it. */
export interface Question {
  group: Group;
  residual: Residual;
}

/** The outcome for every way in which the groups can be settled; bit i of the index is `GROUPS[i]`. */
export type OutcomeTable = readonly Outcome[];

export function tabulate(outcomeOf: (settled: Record<Group, boolean>) => Outcome): OutcomeTable {
  return Array.from({ length: 2 ** GROUPS.length }, (_, index) => {
    const holds = (group: Group) => ((index >> GROUPS.indexOf(group)) & 1) === 1;
    return outcomeOf({
      insufficiency: holds('insufficiency'),
      priority: holds('priority'),
      interest: holds('interest'),
      discretion: holds('discretion'),
    });
  });
}

/** The indexes met when each group takes any of its values (bit 0 no, bit 1 yes), independently. */
function indexesOf(values: readonly number[]): number[] {
  let indexes = [0];
  values.forEach((value, bit) => {
    const taken = [...((value & 1) !== 0 ? [0] : []), ...((value & 2) !== 0 ? [1 << bit] : [])];
    indexes = indexes.flatMap((index) => taken.map((added) => index | added));
  });
  return indexes;
}

function areSame(indexes: readonly number[], outcomes: OutcomeTable): boolean {
  const first = outcomes[indexes[0] ?? 0];
  return indexes.every((index) => {
    const outcome = outcomes[index];
    return outcome?.lane === first?.lane && outcome?.joins === first?.joins;
  });
}

/** The lanes that some way of settling all unknowns leads to. */
export function reachableLanes(questions: readonly Question[], outcomes: OutcomeTable): Set<Lane> {
  const indexes = sharesAtoms(questions.map(({ residual }) => residual))
    ? [...enumerated(questions, undefined)].flat()
    : indexesOf(questions.map(({ residual }) => reachableValues(residual)));
  return new Set(indexes.flatMap((index) => outcomes[index]?.lane ?? []));
}

/** The paths of the facts that decide, in the order in which the rules meet them, each once. */
export function decisivePaths(
  residuals: readonly Residual[],
  questions: readonly Question[],
  outcomes: OutcomeTable,
): string[] {
  const isEntangled = sharesAtoms(questions.map(({ residual }) => residual));
  if (!isEntangled && areSame(indexesOf(questions.map(({ residual }) => reachableValues(residual))), outcomes))
    return [];
  const standing = new Set(residuals.flatMap((residual) => standingAtoms(residual).map(({ path }) => path)));
  return [...standing].filter((path) =>
    isEntangled
      ? [...enumerated(questions, path)].some((indexes) => !areSame(indexes, outcomes))
      : canTurn(
          questions.map(({ residual }) => responsesIn(behaviourOf(residual, path))),
          outcomes,
        ),
  );
}

/** The comparisons that stand now, in the order in which the rule meets them. */
export function standingAtoms(residual: Residual): Atom[] {
  switch (residual.op) {
    case 'constant':
      return [];
    case 'atom':
      return residual.stands ? [residual] : [];
    case 'not':
      return standingAtoms(residual.of);
    case 'if':
      return [residual.given, residual.met, residual.unmet].flatMap(standingAtoms);
    default:
      return residual.of.flatMap(standingAtoms);
  }
}

/** Whether some combination of the groups' responses to one fact meets two outcomes. */
function canTurn(responses: readonly number[][], outcomes: OutcomeTable, chosen: readonly number[] = []): boolean {
  const options = responses[chosen.length];
  if (options === undefined) return !areSame(indexesOf(chosen), outcomes);
  return options.some((values) => canTurn(responses, outcomes, [...chosen, values]));
}

/** For groups that share comparisons: for each way of settling all but one fact, the indexes that fact can lead to. */
function* enumerated(questions: readonly Question[], path: string | undefined): Generator<number[]> {
  const atoms = new Map<string, Atom>();
  for (const { residual } of questions) collectAtoms(residual, atoms);
  const own = [...atoms.values()].filter((atom) => atom.path === path);
  const others = [...atoms.values()].filter((atom) => atom.path !== path);
  const subset = (of: readonly Atom[], bits: number) => of.filter((_, bit) => ((bits >> bit) & 1) === 1);
  for (let i = 0; i < 2 ** others.length; i++) {
    const indexes = Array.from({ length: 2 ** own.length }, (_, j) => {
      const settledYes = new Set([...subset(others, i), ...subset(own, j)].map(({ key }) => key));
      return questions.reduce(
        (index, { residual }, bit) => index | (holdsWhen(residual, settledYes) ? 1 << bit : 0),
        0,
      );
    });
    yield indexes;
  }
}
