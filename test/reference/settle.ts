/** Brute force over every way of settling the unknowns, and from it the decisive ones. */
import type { Lane } from '../../shared/policy/classification.ts';
import type { Interview, Met, Settled } from './interview.ts';
import { interview } from './interview.ts';

export interface Outcome {
  lane: Lane;
  joins: boolean;
}

export interface Completion extends Outcome {
  settled: Settled;
}

const COMPARISONS_MAX = 16;

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
export function completions(evaluate: (of: Interview) => Outcome, settled: Settled = new Map()): Completion[] {
  const now = interview(settled);
  const outcome = evaluate(now);
  if (now.met.length === 0) return [{ ...outcome, settled }];
  if (settled.size + now.met.length > COMPARISONS_MAX) throw new Error('too many unknowns for brute force');
  return combinations(now.met).flatMap((answers) => completions(evaluate, new Map([...settled, ...answers])));
}

function differ(one: Outcome, other: Outcome): boolean {
  return one.lane !== other.lane || one.joins !== other.joins;
}

/** Completions as bit sets: which comparisons were met, and which of them were answered yes. */
function asBits(all: Completion[], comparisons: string[]) {
  return all.map(({ settled, lane, joins }) => {
    let met = 0;
    let yes = 0;
    for (const [comparison, answer] of settled) {
      const bit = 1 << comparisons.indexOf(comparison);
      met |= bit;
      if (answer) yes |= bit;
    }
    return { met, yes, lane, joins };
  });
}

/**
 * Paths, among those met now, for which two completions exist that answer everything else alike and still come out
 * differently. `paths` names the path of every comparison that may be met.
 */
export function decisivePaths(now: Met[], all: Completion[], paths: ReadonlyMap<string, string>): string[] {
  const comparisons = [...new Set(all.flatMap(({ settled }) => [...settled.keys()]))];
  const ways = asBits(all, comparisons);
  const isDecisive = (path: string) => {
    const own = comparisons.reduce((bits, name, at) => (paths.get(name) === path ? bits | (1 << at) : bits), 0);
    return ways.some((one) =>
      ways.some((other) => differ(one, other) && ((one.yes ^ other.yes) & one.met & other.met & ~own) === 0),
    );
  };
  return [...new Set(now.map(({ path }) => path))].filter(isDecisive);
}
