import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Comparison, LANES } from '../../../shared/policy/compare/comparison.ts';
import { flowLayout } from './flow-layout.ts';

const SIZES = { top: 26, height: 400, gap: 16, labelGap: 17 };

const pairs = LANES.flatMap((a) => LANES.map((b) => ({ a, b })));
const cells: fc.Arbitrary<Comparison['cells']> = fc
  .tuple(...pairs.map(() => fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1_000_000 }))))
  .map((counts) =>
    pairs.flatMap(({ a, b }, index) => {
      const cases = counts[index] ?? 0;
      return cases === 0 ? [] : [{ a, b, cases, accounts: [] }];
    }),
  );

const layoutOf = (given: Comparison['cells']) => flowLayout({ cells: given } as Comparison, SIZES);

it('fills both sides with the same cases, bars apart, and fits its height', () => {
  const check = fc.property(cells, (given) => {
    const { left, right } = layoutOf(given);
    for (const side of [left, right]) {
      expect(side.reduce((sum, { cases }) => sum + cases, 0)).toBe(given.reduce((sum, { cases }) => sum + cases, 0));
      for (const [index, { top, height }] of side.entries()) {
        expect(top + height).toBeLessThanOrEqual(SIZES.top + SIZES.height + 0.001);
        const next = side[index + 1];
        if (next !== undefined) expect(next.top - (top + height)).toBeCloseTo(SIZES.gap);
      }
    }
  });
  fc.assert(check, { numRuns: 300, seed: 7 });
});

it('has every band leave and meet its bars without a gap or an overlap', () => {
  const check = fc.property(cells, (given) => {
    const { left, right, ribbons } = layoutOf(given);
    for (const { lane, top, height } of left) {
      let at = top;
      for (const band of ribbons.filter(({ a }) => a === lane)) {
        expect(band.left).toBeCloseTo(at);
        at += band.height;
      }
      expect(at).toBeCloseTo(top + height);
    }
    for (const { lane, top, height } of right) {
      const bands = ribbons.filter(({ b }) => b === lane);
      expect(Math.min(...bands.map((band) => band.right))).toBeCloseTo(top);
      expect(bands.reduce((sum, band) => sum + band.height, 0)).toBeCloseTo(height);
    }
  });
  fc.assert(check, { numRuns: 300, seed: 7 });
});

it('keeps labels apart however thin the bars are', () => {
  const thin: Comparison['cells'] = LANES.map((lane) => ({
    a: lane,
    b: lane,
    cases: lane === 'none' ? 99_999 : 1,
    accounts: [],
  }));
  const { left } = layoutOf(thin);
  for (const [index, { labelAt }] of left.entries()) {
    if (index > 0) expect(labelAt - (left[index - 1]?.labelAt ?? 0)).toBeGreaterThanOrEqual(SIZES.labelGap - 0.001);
  }
});
