/** Which missing facts decide, against trying every way of settling every unknown. Contract, section 3, `needs`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../../test/mutation/random-runs.ts';
import {
  type Comparison,
  formulas,
  pathsStanding,
  type Settled,
  valueWhen,
  waysApartFrom,
  waysToSettle,
} from '../../test/rules/random-residuals.ts';
import { orOf } from './disjunction.ts';
import { GROUPS } from './instrument.ts';
import { decisivePaths, type Outcome, type OutcomeAt, reachableLanes, remember } from './needs.ts';
import type { Residual } from './residual.ts';

const PATHS = ['p', 'q', 'r'];

/** Two comparisons of a group; the facts they wait on are those of other groups too. */
function comparisonsOf(group: string, at: number): Comparison[] {
  return [0, 1].map((i) => ({ key: `${group}${i}`, path: PATHS[(at + i) % 3]!, later: at + i === 3 }));
}

/** The rules of each group, in the order of the groups. */
interface Case {
  comparisons: readonly Comparison[];
  rules: readonly Residual[][];
}

const apart: fc.Arbitrary<Case> = fc
  .tuple(...GROUPS.map((group, at) => fc.array(formulas(comparisonsOf(group, at), 3), { minLength: 1, maxLength: 2 })))
  .map((rules) => ({ comparisons: GROUPS.flatMap(comparisonsOf), rules }));

const SHARED: readonly Comparison[] = ['x', 'y', 'z'].flatMap(comparisonsOf);
const entangled: fc.Arbitrary<Case> = fc
  .tuple(...GROUPS.map(() => fc.array(formulas(SHARED, 3), { minLength: 1, maxLength: 2 })))
  .map((rules) => ({ comparisons: SHARED, rules }));

const outcome: fc.Arbitrary<Outcome> = fc.record({
  lane: fc.constantFrom('own-motion', 'supervisor', 'none'),
  joins: fc.boolean(),
});
/** Any table of outcomes, and often one with few different outcomes, so that little decides. */
const table: fc.Arbitrary<Outcome[]> = fc.oneof(
  fc.array(outcome, { minLength: 16, maxLength: 16 }),
  fc.tuple(outcome, outcome, fc.nat({ max: 15 })).map(([usual, rare, at]) => {
    return Array.from({ length: 16 }, (_, index) => (index === at ? rare : usual));
  }),
);

function outcomeWhen({ rules }: Case, outcomes: readonly Outcome[], settled: Settled): string {
  const index = rules.reduce(
    (bits, group, bit) => bits | (group.some((rule) => valueWhen(rule, settled)) ? 1 << bit : 0),
    0,
  );
  return JSON.stringify(outcomes[index]);
}

function lanesByTrying(one: Case, outcomes: readonly Outcome[]): Set<string> {
  const found = new Set(waysToSettle(one.comparisons).map((settled) => outcomeWhen(one, outcomes, settled)));
  return new Set([...found].map((text) => (JSON.parse(text) as Outcome).lane));
}

function decisiveByTrying(one: Case, outcomes: readonly Outcome[]): string[] {
  const standing = [...new Set(one.rules.flat().flatMap(pathsStanding))];
  return standing.filter((path) =>
    waysApartFrom(path, one.comparisons).some(
      (ways) => new Set(ways.map((settled) => outcomeWhen(one, outcomes, settled))).size > 1,
    ),
  );
}

const questionsOf = ({ rules }: Case): Residual[] => rules.map(orOf);
const at =
  (outcomes: readonly Outcome[]): OutcomeAt =>
  (index) =>
    outcomes[index]!;

describe.each([
  {
    groups: 'groups that share no comparison, though they wait on the same facts',
    cases: apart,
    numRuns: randomRuns(400),
  },
  { groups: 'groups that share comparisons', cases: entangled, numRuns: randomRuns(400) },
])('$groups', ({ cases, numRuns }) => {
  it('reach the lanes that trying every way of settling reaches', () => {
    fc.assert(
      fc.property(cases, table, (one, outcomes) => {
        expect(reachableLanes(questionsOf(one), at(outcomes))).toEqual(lanesByTrying(one, outcomes));
      }),
      { numRuns },
    );
  });

  it('need the facts that trying every way of settling shows to decide, in the order of the rules', () => {
    fc.assert(
      fc.property(cases, table, (one, outcomes) => {
        const needs = decisivePaths(one.rules.flat(), questionsOf(one), at(outcomes));
        expect(needs).toEqual(decisiveByTrying(one, outcomes));
      }),
      { numRuns },
    );
  });
});

describe('the outcomes', () => {
  it('are worked out for the groups that hold, and each once', () => {
    const asked: string[] = [];
    const outcomeAt = remember((settled) => {
      asked.push(GROUPS.filter((group) => settled[group]).join('+'));
      return { lane: settled.priority ? 'none' : 'own-motion', joins: settled.interest };
    });
    for (const index of [0b0010, 0b0101, 0b1000, 0b0010]) outcomeAt(index);
    expect(asked).toEqual(['priority', 'insufficiency+interest', 'discretion']);
    expect(outcomeAt(0b0010)).toEqual({ lane: 'none', joins: false });
    expect(outcomeAt(0b0101)).toEqual({ lane: 'own-motion', joins: true });
  });
});

describe('groups that wait on one comparison', () => {
  const atom = (key: string, path: string): Residual => ({
    op: 'atom',
    key,
    path,
    stands: true,
    order: { place: 0, entry: '', leaf: 0 },
  });
  const [x, y] = [atom('x', 'p'), atom('y', 'q')];
  const not = (of: Residual): Residual => ({ op: 'not', of });
  const fails: Residual = { op: 'constant', holds: false };
  /** Both hold or neither: `supervisor` and `none`; one of them alone: its own lane. */
  const lanes = ['none', 'own-motion', 'needs-facts', 'supervisor'] as const;
  const outcomeAt: OutcomeAt = (index) => ({ lane: lanes[index & 3]!, joins: (index & 4) !== 0 });

  it.each<[what: string, questions: Residual[], reached: string[], needs: string[]]>([
    ['the same one is never settled both ways', [x, x, fails, fails], ['none', 'supervisor'], ['p']],
    ['nor its opposite the same way', [x, not(x), fails, fails], ['needs-facts', 'own-motion'], ['p']],
    [
      'two facts, either of which turns the lane',
      [{ op: 'or', of: [x, y] }, x, fails, fails],
      ['none', 'own-motion', 'supervisor'],
      ['p', 'q'],
    ],
    [
      'a fact that turns no lane whatever the other is',
      [{ op: 'or', of: [x, not(x)] }, { op: 'or', of: [y, { op: 'and', of: [x, not(x)] }] }, fails, fails],
      ['own-motion', 'supervisor'],
      ['q'],
    ],
    [
      'a fact that turns the joint motion and not the lane',
      [fails, fails, { op: 'and', of: [x, not(y)] }, not(x)],
      ['none'],
      ['p', 'q'],
    ],
    ['nothing, where every way leads to one outcome', [fails, fails, fails, x], ['none'], []],
  ])('%s', (_what, questions, reached, needs) => {
    expect([...reachableLanes(questions, outcomeAt)].sort()).toEqual(reached);
    expect(decisivePaths(questions, questions, outcomeAt)).toEqual(needs);
  });
});
