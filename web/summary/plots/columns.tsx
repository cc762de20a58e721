/** Standing bars: one row of them for each kind of thing, all rows on one scale. */
import { scaleBand, scaleLinear } from 'd3-scale';
import { type Drawing, grouped, px } from './figure.tsx';

interface ColumnRow {
  readonly label: string;
  readonly counts: readonly number[];
}

const ROW = 78;
/** Room over a bar for its number. */
const NUMBER = 16;
const FOOT = 22;

/** @param columns labels under the last row, one for each count */
export function drawColumns(rows: readonly ColumnRow[], columns: readonly string[], width: number): Drawing {
  const isWide = width > 400;
  const labelWidth = isWide ? 104 : 0;
  const headingHeight = isWide ? 0 : 20;
  const rowHeight = ROW + headingHeight;
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const tall = scaleLinear([0, most], [0, ROW - NUMBER - 10]);
  const across = scaleBand([...columns], [labelWidth, width]).paddingInner(0.25);
  const drawn = rows.map(({ label, counts }, row) => {
    const foot = (row + 1) * rowHeight - 4;
    return (
      <g>
        <text class="plot-heading" x="0" y={isWide ? px(foot - 6) : px(row * rowHeight + 15)}>
          {label}
        </text>
        <line class="plot-rule" x1={labelWidth} x2={width} y1={foot} y2={foot} />
        {columns.map((column, at) => {
          const count = counts[at] ?? 0;
          const height = tall(count);
          const x = across(column) ?? 0;
          return (
            <g>
              <rect
                class="plot-bar"
                x={px(x)}
                y={px(foot - height)}
                width={px(across.bandwidth())}
                height={px(height)}
              />
              <text
                class={count === 0 ? 'plot-number plot-faint' : 'plot-number'}
                x={px(x + across.bandwidth() / 2)}
                y={px(foot - height - 5)}
                text-anchor="middle"
              >
                {grouped(count)}
              </text>
            </g>
          );
        })}
      </g>
    );
  });
  const foot = rows.length * rowHeight + FOOT - 8;
  const labels = columns.map((column) => (
    <text class="plot-small" x={px((across(column) ?? 0) + across.bandwidth() / 2)} y={foot} text-anchor="middle">
      {column}
    </text>
  ));
  return { height: rows.length * rowHeight + FOOT, content: [drawn, labels] };
}
