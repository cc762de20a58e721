/** What is left of a rule, against settling every comparison in every way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../../test/mutation/random-runs.ts';
import {
  type Comparison,
  formulas,
  pathsStanding,
  valueWhen,
  waysApartFrom,
  waysToSettle,
} from '../../test/rules/random-residuals.ts';
import { behaviourOf, reachableValues, responsesIn } from './behaviour.ts';
import { comparisonsIn, holdsWhen, type Residual, sharesAtoms, standingAtoms } from './residual.ts';

const COMPARISONS: readonly Comparison[] = [
  { key: 'a', path: 'p' },
  { key: 'b', path: 'p' },
  { key: 'c', path: 'q' },
  { key: 'd', path: 'q' },
  { key: 'e', path: 'r' },
  { key: 'f', path: 's', later: true },
];
const PATHS = ['p', 'q', 'r', 's', 'nothing waits on this'];
const formula = formulas(COMPARISONS);

const NO_MET = 1;
const YES_MET = 2;

/** The set of values met over some ways of settling. */
function valuesOver(of: Residual, ways: readonly ReadonlyMap<string, boolean>[]): number {
  return ways.reduce((met, settled) => met | (valueWhen(of, settled) ? YES_MET : NO_MET), 0);
}

const upwards = (a: number, b: number) => a - b;

/** Sets of values met while only the comparisons on the path are settled, for each way of settling the others. */
function responsesByTrying(of: Residual, path: string): number[] {
  return [...new Set(waysApartFrom(path, COMPARISONS).map((ways) => valuesOver(of, ways)))].sort(upwards);
}

describe('what is left of a rule', () => {
  it('responds to a fact as trying every way of settling shows', () => {
    fc.assert(
      fc.property(formula, fc.constantFrom(...PATHS), (of, path) => {
        expect([...responsesIn(behaviourOf(of, path))].sort(upwards)).toEqual(responsesByTrying(of, path));
      }),
      { numRuns: randomRuns(2_000) },
    );
  });

  it('reaches the values that trying every way of settling reaches', () => {
    fc.assert(
      fc.property(formula, (of) => {
        expect(reachableValues(of)).toBe(valuesOver(of, waysToSettle(COMPARISONS)));
      }),
      { numRuns: randomRuns(1_000) },
    );
  });

  it('has the value of two-valued logic once all is settled', () => {
    const settledYes = fc.uniqueArray(fc.constantFrom(...COMPARISONS.map(({ key }) => key)));
    fc.assert(
      fc.property(formula, settledYes, (of, keys) => {
        expect(holdsWhen(of, new Set(keys))).toBe(valueWhen(of, new Map(keys.map((key) => [key, true]))));
      }),
      { numRuns: randomRuns(1_000) },
    );
  });

  it('names the comparisons that stand in the order of the rule', () => {
    fc.assert(
      fc.property(formula, (of) => {
        expect([...new Set(standingAtoms(of).map(({ path }) => path))]).toEqual(pathsStanding(of));
      }),
      { numRuns: randomRuns(500) },
    );
  });

  it('collects each comparison once, as standing if it stands anywhere', () => {
    fc.assert(
      fc.property(formula, (of) => {
        const { atoms } = comparisonsIn(of);
        const standing = new Set(standingAtoms(of).map(({ key }) => key));
        expect(new Set(atoms.map(({ key }) => key)).size).toBe(atoms.length);
        for (const { key, stands } of atoms) expect(stands).toBe(standing.has(key));
      }),
      { numRuns: randomRuns(500) },
    );
  });

  it('shares comparisons when two parts meet one', () => {
    fc.assert(
      fc.property(fc.array(formula, { maxLength: 3 }), (parts) => {
        const keys = parts.flatMap((part) => comparisonsIn(part).atoms.map(({ key }) => key));
        expect(sharesAtoms(parts)).toBe(new Set(keys).size < keys.length);
      }),
      { numRuns: randomRuns(500) },
    );
  });
});

describe('many comparisons', () => {
  const atom = (key: string, path = key): Residual => ({
    op: 'atom',
    key,
    path,
    stands: true,
    order: { place: 0, entry: '', leaf: 0 },
  });
  const [no, yes, both] = [1, 2, 3];

  it('that share none are settled apart, however many: each alone can turn a disjunction', () => {
    const of = Array.from({ length: 200 }, (_, i) => atom(`k${i}`));
    expect(responsesIn(behaviourOf({ op: 'or', of }, 'k7'))).toEqual([yes, both]);
    expect(responsesIn(behaviourOf({ op: 'and', of }, 'k7'))).toEqual([no, both]);
  });

  it('that wait on one shared question are settled apart given its answer', () => {
    const of = Array.from(
      { length: 200 },
      (_, i): Residual => ({ op: 'and', of: [atom(`k${i}`), atom('question', 'readings.q')] }),
    );
    expect(responsesIn(behaviourOf({ op: 'or', of }, 'readings.q'))).toEqual([no, both]);
    expect(responsesIn(behaviourOf({ op: 'or', of }, 'k7'))).toEqual([no, yes, both]);
  });

  it('on one path turn what they can only turn together', () => {
    const [a, b] = [atom('a', 'p'), atom('b', 'p')];
    const together: Residual = { op: 'and', of: [a, b] };
    expect(responsesIn(behaviourOf(together, 'p'))).toEqual([both]);
    expect(responsesIn(behaviourOf({ op: 'or', of: [a, { op: 'not', of: a }] }, 'p'))).toEqual([yes]);
  });
});
