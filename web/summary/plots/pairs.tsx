/** Two standing bars side by side for each of a row of weeks, one hollow and one full. */
import { scaleBand, scaleLinear } from 'd3-scale';
import { type Drawing, grouped, px } from './figure.tsx';

export interface Pair {
  readonly label: string;
  readonly hollow: number;
  readonly full: number;
}

const PLOT = 190;
const KEY = 26;
const NUMBER = 16;
const FOOT = 24;

interface BarAt {
  readonly count: number;
  readonly x: number;
  readonly width: number;
  readonly foot: number;
  readonly height: number;
}

function Bar({ kind, count, x, width, foot, height }: BarAt & { kind: 'hollow' | 'full' }) {
  // A hollow bar is drawn by its outline, which lies half outside.
  const inset = kind === 'hollow' ? 0.75 : 0;
  return (
    <g>
      {count > 0 && (
        <rect
          class={kind === 'hollow' ? 'plot-hollow' : 'plot-bar'}
          x={px(x + inset)}
          y={px(foot - height + inset)}
          width={px(width - 2 * inset)}
          height={px(Math.max(height - inset, 1))}
        />
      )}
      {count > 0 && (
        <text class="plot-small plot-number" x={px(x + width / 2)} y={px(foot - height - 4)} text-anchor="middle">
          {grouped(count)}
        </text>
      )}
    </g>
  );
}

function Key({ names, width }: { names: readonly [hollow: string, full: string]; width: number }) {
  const [hollow, full] = names;
  const second = Math.min(width / 2, 180);
  return (
    <g>
      <rect class="plot-hollow" x="0.75" y="3.75" width="12" height="12" />
      <text x="20" y="14">
        {hollow}
      </text>
      <rect class="plot-bar" x={second} y="3" width="13" height="13" />
      <text x={second + 20} y="14">
        {full}
      </text>
    </g>
  );
}

export function drawPairs(
  pairs: readonly Pair[],
  names: readonly [hollow: string, full: string],
  width: number,
): Drawing {
  const most = Math.max(1, ...pairs.flatMap(({ hollow, full }) => [hollow, full]));
  const tall = scaleLinear([0, most], [0, PLOT - NUMBER]);
  const across = scaleBand(
    pairs.map(({ label }) => label),
    [0, width],
  ).paddingInner(0.2);
  const half = across.bandwidth() / 2;
  const foot = KEY + PLOT;
  // Labels are wider than the bars on a narrow screen: every third, so that they keep apart.
  const every = width > 400 ? 2 : 4;
  return {
    height: foot + FOOT,
    content: [
      <Key names={names} width={width} />,
      <line class="plot-rule" x1="0" x2={width} y1={foot} y2={foot} />,
      pairs.map(({ label, hollow, full }, at) => {
        const x = across(label) ?? 0;
        const bar = { foot, width: half - 1 };
        return (
          <g>
            <Bar kind="hollow" count={hollow} x={x} height={tall(hollow)} {...bar} />
            <Bar kind="full" count={full} x={x + half} height={tall(full)} {...bar} />
            {at % every === 0 && (
              <text class="plot-small" x={px(x)} y={foot + 16}>
                {label}
              </text>
            )}
          </g>
        );
      }),
    ],
  };
}
