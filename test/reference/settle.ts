/** Brute force over every way of settling the unknowns, and from it the decisive ones. */
import type { Lane } from '../../shared/policy/classification.ts';
import { type Interview, interview, type Met, type Settled } from './interview.ts';

interface Outcome {
  lane: Lane;
  joins: boolean;
}

interface Completion extends Outcome {
  settled: Settled;
}

const COMPARISONS_MAX = 16;

/** More unknowns than brute force can take on. */
export class TooManyUnknowns extends Error {}

/** All combinations of yes and no. */
function combinations(comparisons: Met[]): [string, boolean][][] {
  const [first, ...rest] = comparisons;
  if (first === undefined) return [[]];
  return combinations(rest).flatMap((others) => [
    [[first.comparison, true], ...others],
    [[first.comparison, false], ...others],
  ]);
}

/** What is met now is settled in every way; what that raises is settled in its turn. */
export function completions(
  evaluate: (of: Interview) => Outcome,
  most = COMPARISONS_MAX,
  settled: Settled = new Map(),
): Completion[] {
  const now = interview(settled);
  const outcome = evaluate(now);
  if (now.met.length === 0) return [{ ...outcome, settled }];
  if (settled.size + now.met.length > most) throw new TooManyUnknowns();
  return combinations(now.met).flatMap((answers) => completions(evaluate, most, new Map([...settled, ...answers])));
}

/** The outcome of every assignment of yes and no to all comparisons; an assignment is a number, a bit a comparison. */
function outcomes(all: Completion[], comparisons: string[]): string[] {
  const table = Array.from({ length: 1 << comparisons.length }, () => '');
  for (const { settled, lane, joins } of all) {
    const free = comparisons.filter((comparison) => !settled.has(comparison)).map((comparison) => bit(comparison));
    let assignments = [comparisons.reduce((bits, name) => (settled.get(name) === true ? bits | bit(name) : bits), 0)];
    for (const either of free) assignments = assignments.flatMap((bits) => [bits, bits | either]);
    for (const bits of assignments) table[bits] = `${lane}, joins: ${joins}`;
  }
  return table;

  function bit(comparison: string): number {
    return 1 << comparisons.indexOf(comparison);
  }
}

/**
 * Paths, among those met now, for which some way of settling all else exists in which their answers change the
 * outcome. `paths` names the path of every comparison that may be met.
 */
export function decisivePaths(now: Met[], all: Completion[], paths: ReadonlyMap<string, string>): string[] {
  const comparisons = [...new Set(all.flatMap(({ settled }) => [...settled.keys()]))];
  if (comparisons.length > COMPARISONS_MAX) throw new TooManyUnknowns();
  const table = outcomes(all, comparisons);
  const isDecisive = (path: string) => {
    const own = comparisons.reduce((bits, name, at) => (paths.get(name) === path ? bits | (1 << at) : bits), 0);
    return table.some((outcome, bits) => outcome !== table[bits & ~own]);
  };
  return [...new Set(now.map(({ path }) => path))].filter(isDecisive);
}
