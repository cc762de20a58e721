/** Answers that lead to the same are told together, and each is told once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combinations, patternsOf } from './patterns.ts';

const whole = (lengths: readonly number[], result: (at: number[]) => string) =>
  patternsOf(
    combinations(lengths).map((at) => ({ at, result: result(at) })),
    lengths.length,
    (each) => each,
  ).map(({ chosen, cells }) => [chosen, cells[0]?.result]);

describe('patterns', () => {
  it('join values of one choice that lead to the same', () => {
    expect(whole([4], ([at = 0]) => (at === 1 ? 'other' : 'same'))).toEqual([
      [[[0, 2, 3]], 'same'],
      [[[1]], 'other'],
    ]);
  });

  it('join along each choice: only border, since the cut-off and while attempting', () => {
    const arrest = ([place = 0, day = 0, attempting = 0]: number[]) =>
      place < 2 && day === 1 && attempting === 0 ? 'priority' : 'none';
    const patterns = whole([3, 2, 2], arrest);
    expect(patterns).toContainEqual([[[0, 1], [1], [0]], 'priority']);
    expect(patterns.filter(([, result]) => result === 'priority')).toHaveLength(1);
  });

  it('cover every way of answering once, with its own result', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 });
    const cases = lengths.chain((of) => fc.tuple(fc.constant(of), fc.func(fc.constantFrom('a', 'b', 'c'))));
    const covers = fc.property(cases, ([of, result]) => {
      const cells = combinations(of).map((at) => ({ at, result: result(at) }));
      const patterns = patternsOf(cells, of.length, (each) => each);
      expect(patterns.flatMap((pattern) => pattern.cells).length).toBe(cells.length);
      for (const { at, result: own } of cells) {
        const holding = patterns.filter(({ chosen }) => at.every((place, i) => chosen[i]?.includes(place)));
        expect(holding).toHaveLength(1);
        expect(holding[0]?.cells.every((cell) => cell.result === own)).toBe(true);
      }
    });
    fc.assert(covers);
  });
});
