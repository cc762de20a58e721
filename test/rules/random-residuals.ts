/** Random formulas over a few comparisons, and every way of settling them, for naive checks of what decides. */
import fc from 'fast-check';
import type { Atom, Residual } from '../../shared/policy/residual.ts';

/** Which fact each comparison waits on; several wait on one. `later` marks those that stand nowhere yet. */
export interface Comparison {
  key: string;
  path: string;
  later?: boolean;
}

function atomOf({ key, path, later = false }: Comparison, stands: boolean): Atom {
  return { op: 'atom', key, path, stands: stands && !later, order: { place: 0, entry: '', leaf: 0 } };
}

/** Formulas over the comparisons, in which one comparison may stand in several places. */
export function formulas(comparisons: readonly Comparison[], maxDepth = 4): fc.Arbitrary<Residual> {
  const atom = fc
    .tuple(fc.constantFrom(...comparisons), fc.boolean())
    .map(([comparison, stands]): Residual => atomOf(comparison, stands));
  const { formula } = fc.letrec<{ formula: Residual }>((tie) => {
    const parts = fc.array(tie('formula'), { maxLength: 4 });
    return {
      formula: fc.oneof(
        { maxDepth, depthIdentifier: 'formula' },
        { weight: 3, arbitrary: atom },
        { weight: 1, arbitrary: fc.boolean().map((holds): Residual => ({ op: 'constant', holds })) },
        { weight: 2, arbitrary: tie('formula').map((of): Residual => ({ op: 'not', of })) },
        { weight: 4, arbitrary: parts.map((of): Residual => ({ op: 'and', of })) },
        { weight: 4, arbitrary: parts.map((of): Residual => ({ op: 'or', of })) },
        {
          weight: 3,
          arbitrary: fc
            .tuple(tie('formula'), tie('formula'), tie('formula'))
            .map(([given, met, unmet]): Residual => ({ op: 'if', given, met, unmet })),
        },
      ),
    };
  });
  return formula;
}

export type Settled = ReadonlyMap<string, boolean>;

/** Every way of settling the comparisons. */
export function waysToSettle(comparisons: readonly Comparison[]): Settled[] {
  return comparisons.reduce<Map<string, boolean>[]>(
    (ways, { key }) => ways.flatMap((way) => [true, false].map((holds) => new Map([...way, [key, holds]]))),
    [new Map()],
  );
}

/** The formula's value, in two-valued logic. */
export function valueWhen(formula: Residual, settled: Settled): boolean {
  switch (formula.op) {
    case 'constant':
      return formula.holds;
    case 'atom':
      return settled.get(formula.key) === true;
    case 'not':
      return !valueWhen(formula.of, settled);
    case 'and':
      return !formula.of.some((part) => !valueWhen(part, settled));
    case 'or':
      return formula.of.some((part) => valueWhen(part, settled));
    case 'if':
      return valueWhen(formula.given, settled) ? valueWhen(formula.met, settled) : valueWhen(formula.unmet, settled);
  }
}

/** The ways of settling, put together that differ in nothing but the comparisons that wait on the path. */
export function waysApartFrom(path: string, comparisons: readonly Comparison[]): Settled[][] {
  const others = comparisons.filter((comparison) => comparison.path !== path);
  const groups = Map.groupBy(waysToSettle(comparisons), (settled) =>
    others.map(({ key }) => (settled.get(key) === true ? '1' : '0')).join(''),
  );
  return [...groups.values()];
}

/** The paths of the comparisons that stand, in the order written, each once. */
export function pathsStanding(formula: Residual): string[] {
  const paths: string[] = [];
  const visit = (part: Residual): void => {
    if (part.op === 'atom' && part.stands) paths.push(part.path);
    if (part.op === 'not') visit(part.of);
    if (part.op === 'and' || part.op === 'or') part.of.forEach(visit);
    if (part.op === 'if') [part.given, part.met, part.unmet].forEach(visit);
  };
  visit(formula);
  return [...new Set(paths)];
}
