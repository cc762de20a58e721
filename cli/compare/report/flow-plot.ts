/** The flow of lanes, drawn: what stays is faint, what moves is strong and has its number where there is room. */
import { area, curveBumpX } from 'd3-shape';
import type { Comparison } from '../../../shared/policy/compare/comparison.ts';
import { cellText } from '../words.ts';
import type { Drawing, Plot } from './figure.ts';
import { type Bar, flowLayout, type Ribbon } from './flow-layout.ts';
import { grouped, groupedCases, type Markup, markup, px } from './markup.ts';

const BAR_WIDTH = 10;
const HEADING = 26;
/** Least height of a band, so that one case among thousands is seen. */
const THIN = 1.5;
/** Height from which a band has an edge, which sets it off where bands cross. */
const EDGED = 5;
/** Least height of a band with a number in it. */
const NUMBER_HEIGHT = 13;

type Edge = readonly [x: number, top: number, height: number];

const ribbonShape = area<Edge>()
  .x(([x]) => px(x))
  .y0(([, top]) => px(top))
  .y1(([, top, height]) => px(top + height))
  .curve(curveBumpX);

function ribbon({ a, b, cases, left, right, height }: Ribbon, from: number, to: number): Markup {
  const thick = Math.max(height, THIN);
  const shape = ribbonShape([
    [from, left, thick],
    [to, right, thick],
  ]);
  const says = `${cellText({ a, b })}: ${groupedCases(cases)}`;
  return markup`<path class="${a === b ? 'same' : height > EDGED ? 'moved edged' : 'moved'}" d="${shape ?? ''}"><title>${says}</title></path>`;
}

function ribbonNumber({ a, b, cases, left, height }: Ribbon, from: number): Markup | undefined {
  if (a === b || height < NUMBER_HEIGHT) return undefined;
  return markup`<text class="on-moved" x="${px(from + 6)}" y="${px(left + height / 2)}" dy="0.35em">${grouped(cases)}</text>`;
}

/** How the plot is set on a page of some width. On a narrow one the number stands under the lane. */
interface Setting {
  margin: number;
  height: number;
  labelGap: number;
  isTwoLined: boolean;
}

function settingAt(width: number): Setting {
  if (width > 500) return { margin: 156, height: 390, labelGap: 17, isTwoLined: false };
  return { margin: 88, height: 400, labelGap: 32, isTwoLined: true };
}

function label({ lane, cases, labelAt }: Bar, x: number, anchor: 'start' | 'end', isTwoLined: boolean): Markup {
  const number = isTwoLined
    ? markup`<tspan class="number" x="${x}" dy="1.2em">${grouped(cases)}</tspan>`
    : markup` <tspan class="number">${grouped(cases)}</tspan>`;
  const lift = isTwoLined ? -7 : 0;
  return markup`<text x="${x}" y="${px(labelAt + lift)}" dy="0.35em" text-anchor="${anchor}">${lane}${number}</text>`;
}

function barAt({ top, height }: Bar, x: number): Markup {
  return markup`<rect class="bar" x="${x}" y="${px(top)}" width="${BAR_WIDTH}" height="${px(Math.max(height, 1))}"/>`;
}

function draw(comparison: Comparison, width: number): Drawing {
  const { margin, height, labelGap, isTwoLined } = settingAt(width);
  const { left, right, ribbons } = flowLayout(comparison, { top: HEADING, height, gap: 16, labelGap });
  const start = margin + BAR_WIDTH;
  const end = width - margin - BAR_WIDTH;
  // What stays lies under what moves, and wide bands under narrow ones.
  const ordered = ribbons.toSorted((x, y) => Number(x.a !== x.b) - Number(y.a !== y.b) || y.cases - x.cases);
  const lowest = [...left, ...right].map(({ top, height: tall, labelAt }) =>
    Math.max(top + tall, labelAt + labelGap / 2),
  );
  return {
    height: Math.max(...lowest, HEADING) + 4,
    content: markup`<text class="heading" x="${start}" y="14" text-anchor="end">under A</text>
<text class="heading" x="${end}" y="14">under B</text>
<g>${ordered.map((each) => ribbon(each, start, end))}</g>
<g>${ordered.map((each) => ribbonNumber(each, start))}</g>
${left.map((bar) => [barAt(bar, margin), label(bar, margin - 8, 'end', isTwoLined)])}
${right.map((bar) => [barAt(bar, end), label(bar, end + BAR_WIDTH + 8, 'start', isTwoLined)])}`,
  };
}

function saysOf({ cells, differing, cases }: Comparison): string {
  const [most] = cells.filter(({ a, b }) => a !== b).toSorted((x, y) => y.cases - x.cases);
  const rule = 'Each band is as wide as its cases; faint bands stay in their lane, strong ones move.';
  if (most === undefined) return `${rule} No case moves.`;
  const moved = `${grouped(differing)} of ${grouped(cases)} move`;
  return `${rule} ${moved}, most of them ${cellText(most)}: ${grouped(most.cases)}.`;
}

export function flowPlot(comparison: Comparison): Plot {
  return {
    id: 'flow',
    title: 'Cases from their lane under A to their lane under B',
    says: saysOf(comparison),
    draw: (width) => draw(comparison, width),
  };
}
