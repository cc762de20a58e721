/** Puts together answers that lead to the same: "border or port of entry, on or after 2020-11-01" instead of one by one. */

/** One way of answering: for each choice, the place of the value taken; and what it leads to. */
export interface Cell<R> {
  at: readonly number[];
  result: R;
}

/** Every combination of the values taken: `chosen` has, for each choice, the places of values. */
export interface Pattern<R> {
  chosen: readonly (readonly number[])[];
  /** At least one; all lead to the same. */
  cells: readonly Cell<R>[];
}

function unite<R>(patterns: readonly Pattern<R>[], along: number, sameAs: (result: R) => string): Pattern<R>[] {
  const united = new Map<string, Pattern<R>>();
  for (const pattern of patterns) {
    const [cell] = pattern.cells;
    if (cell === undefined) continue;
    const others = pattern.chosen.filter((_, i) => i !== along);
    const key = JSON.stringify([others, sameAs(cell.result)]);
    const known = united.get(key);
    united.set(
      key,
      known === undefined
        ? pattern
        : {
            chosen: known.chosen.map((places, i) =>
              i === along ? [...places, ...(pattern.chosen[i] ?? [])].sort((a, b) => a - b) : places,
            ),
            cells: [...known.cells, ...pattern.cells],
          },
    );
  }
  return [...united.values()];
}

/**
 * @param sameAs results with the same text are the same
 * @returns patterns that cover every cell once, in the order of their first cells
 */
export function patternsOf<R>(cells: readonly Cell<R>[], choices: number, sameAs: (result: R) => string): Pattern<R>[] {
  let patterns: Pattern<R>[] = cells.map((cell) => ({ chosen: cell.at.map((place) => [place]), cells: [cell] }));
  for (let along = choices - 1; along >= 0; along--) patterns = unite(patterns, along, sameAs);
  return patterns;
}

/** Every way of taking one place of each length. */
export function combinations(lengths: readonly number[]): number[][] {
  return lengths.reduce<number[][]>(
    (ways, length) => ways.flatMap((way) => Array.from({ length }, (_, place) => [...way, place])),
    [[]],
  );
}
