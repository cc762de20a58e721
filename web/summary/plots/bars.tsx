/** Lying bars with their labels and numbers, in groups that share one scale. */
import { scaleLinear } from 'd3-scale';
import { type Drawing, grouped, px } from './figure.tsx';

interface BarRow {
  readonly label: string;
  readonly count: number;
}

export interface BarGroup {
  /** Stands over its bars; absent where there is only one group. */
  readonly heading?: string;
  readonly rows: readonly BarRow[];
}

const ROW = 22;
const BAR_HEIGHT = 13;
const HEADING = 20;
/** Between two groups. */
const GAP = 12;
/** Width of a character of a label, on the safe side. */
const CHARACTER = 6.9;

/** Cut at words, so that a heading keeps within the plot. */
export function linesOf(text: string, width: number): string[] {
  const room = Math.max(1, Math.floor(width / CHARACTER));
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function drawBars(groups: readonly BarGroup[], width: number): Drawing {
  const rows = groups.flatMap((group) => group.rows);
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const labelWidth = Math.max(...rows.map(({ label }) => label.length)) * CHARACTER + 8;
  const numberWidth = grouped(most).length * CHARACTER + 10;
  const scale = scaleLinear([0, most], [0, Math.max(20, width - labelWidth - numberWidth)]);
  let y = 0;
  const drawn = groups.map(({ heading, rows: own }, at) => {
    if (at > 0) y += GAP;
    const lines = heading === undefined ? [] : linesOf(heading, width);
    const headings = lines.map((line) => {
      y += HEADING;
      return (
        <text class="plot-heading" x="0" y={px(y - 6)}>
          {line}
        </text>
      );
    });
    const bars = own.map(({ label, count }) => {
      const top = y;
      const middle = px(top + ROW / 2);
      y += ROW;
      return (
        <g>
          <text x="0" y={middle} dy="0.35em">
            {label}
          </text>
          <rect
            class={count === 0 ? 'plot-none' : 'plot-bar'}
            x={px(labelWidth)}
            y={px(top + (ROW - BAR_HEIGHT) / 2)}
            width={px(Math.max(scale(count), 1))}
            height={BAR_HEIGHT}
          />
          <text class="plot-number" x={px(labelWidth + Math.max(scale(count), 1) + 6)} y={middle} dy="0.35em">
            {grouped(count)}
          </text>
        </g>
      );
    });
    return (
      <g>
        {headings}
        {bars}
      </g>
    );
  });
  return { height: Math.max(y, 1), content: drawn };
}
