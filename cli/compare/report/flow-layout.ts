/** Where the bars and ribbons of the flow of lanes lie: lanes under A on the left, under B on the right, as high as their cases. */
import { scaleLinear } from 'd3-scale';
import type { Lane } from '../../../shared/policy/classification.ts';
import { type Comparison, LANES } from '../../../shared/policy/compare/comparison.ts';

export interface Bar {
  lane: Lane;
  cases: number;
  top: number;
  height: number;
  /** Middle of its label; labels keep apart where bars are too thin. */
  labelAt: number;
}

export interface Ribbon {
  a: Lane;
  b: Lane;
  cases: number;
  /** Where it leaves the bar on the left and meets the one on the right. */
  left: number;
  right: number;
  height: number;
}

export interface FlowLayout {
  left: Bar[];
  right: Bar[];
  ribbons: Ribbon[];
}

interface Sizes {
  top: number;
  height: number;
  /** Between two bars. */
  gap: number;
  /** Between the middles of two labels, at least. */
  labelGap: number;
}

type Cells = Comparison['cells'];

function sumOf(cells: Cells): number {
  return cells.reduce((total, { cases }) => total + cases, 0);
}

function stack(
  cells: Cells,
  end: 'a' | 'b',
  toPixels: (cases: number) => number,
  { top, gap, labelGap }: Sizes,
): Bar[] {
  const bars: Bar[] = [];
  let next = top;
  let labelFrom = Number.NEGATIVE_INFINITY;
  for (const lane of LANES) {
    const cases = sumOf(cells.filter((cell) => cell[end] === lane));
    if (cases === 0) continue;
    const height = toPixels(cases);
    const labelAt = Math.max(next + height / 2, labelFrom + labelGap);
    bars.push({ lane, cases, top: next, height, labelAt });
    labelFrom = labelAt;
    next += height + gap;
  }
  return bars;
}

export function flowLayout({ cells }: Comparison, sizes: Sizes): FlowLayout {
  const gaps = (LANES.length - 1) * sizes.gap;
  const scale = scaleLinear([0, Math.max(sumOf(cells), 1)], [0, sizes.height - gaps]);
  const left = stack(cells, 'a', scale, sizes);
  const right = stack(cells, 'b', scale, sizes);
  const leaveAt = new Map(left.map(({ lane, top }) => [lane, top]));
  const meetAt = new Map(right.map(({ lane, top }) => [lane, top]));
  const ribbons: Ribbon[] = [];
  // Cells come row by row, so ribbons leave and meet the bars in the order of the lanes and cross no more than they must.
  for (const { a, b, cases } of cells) {
    const height = scale(cases);
    const from = leaveAt.get(a) ?? 0;
    const to = meetAt.get(b) ?? 0;
    ribbons.push({ a, b, cases, left: from, right: to, height });
    leaveAt.set(a, from + height);
    meetAt.set(b, to + height);
  }
  return { left, right, ribbons };
}
