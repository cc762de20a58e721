/** Lanes by office, drawn: under each lane a hollow bar for A above a full one for B. */
import { scaleLinear } from 'd3-scale';
import { type Comparison, LANES } from '../../../shared/policy/compare/comparison.ts';
import type { Drawing, Plot } from './figure.ts';
import { grouped, type Markup, markup, px } from './markup.ts';

const OFFICES_MAX = 40;
const ROW = 30;
const BAR_HEIGHT = 9;
/** Width of a digit of a number after a bar, on the safe side. */
const DIGIT = 6.6;

type Office = Comparison['offices'][number];

export function officeName(office: string | null): string {
  return office ?? 'none';
}

/** Those in which most cases move first. */
function drawn({ offices }: Comparison): Office[] {
  return offices.toSorted((a, b) => b.differing - a.differing).slice(0, OFFICES_MAX);
}

function bar(cases: number, length: number, x: number, y: number, kind: 'hollow' | 'bar'): Markup {
  // A hollow bar is drawn by its outline, which lies half outside.
  const [inset, height] = kind === 'hollow' ? [0.5, BAR_HEIGHT - 1] : [0, BAR_HEIGHT];
  return markup`<rect class="${kind}" x="${px(x + inset)}" y="${px(y + inset)}" width="${px(Math.max(length - 2 * inset, 0.5))}" height="${height}"/>
<text class="small number" x="${px(x + length + 3)}" y="${px(y + BAR_HEIGHT / 2)}" dy="0.35em">${grouped(cases)}</text>`;
}

/** The name of a lane over its column; on a narrow page in two lines, `own-` over `motion`. */
function heading(lane: string, x: number, isWide: boolean): Markup {
  if (isWide) return markup`<text class="heading" x="${px(x)}" y="13">${lane}</text>`;
  const [first = '', second] = lane.split('-');
  if (second === undefined) return markup`<text class="small heading" x="${px(x)}" y="24">${lane}</text>`;
  return markup`<text class="small heading" x="${px(x)}" y="12">${first}-<tspan x="${px(x)}" y="24">${second}</tspan></text>`;
}

function draw(offices: readonly Office[], width: number): Drawing {
  const isWide = width > 500;
  const [nameWidth, top] = isWide ? [64, 24] : [40, 32];
  const column = (width - nameWidth) / LANES.length;
  const most = Math.max(...offices.flatMap(({ a, b }) => LANES.flatMap((lane) => [a[lane], b[lane]])), 1);
  const scale = scaleLinear([0, most], [0, column - 10 - grouped(most).length * DIGIT]);
  const xOf = (index: number) => nameWidth + index * column;
  const headings = LANES.map((lane, index) => heading(lane, xOf(index), isWide));
  const rows = offices.map(({ office, a, b }, row) => {
    const y = top + row * ROW;
    const cells = LANES.map((lane, index) => {
      if (a[lane] === 0 && b[lane] === 0) return undefined;
      return [
        bar(a[lane], scale(a[lane]), xOf(index), y + 4, 'hollow'),
        bar(b[lane], scale(b[lane]), xOf(index), y + 5 + BAR_HEIGHT, 'bar'),
      ];
    });
    return markup`<line class="rule" x1="0" x2="${width}" y1="${y}" y2="${y}"/>
<text x="0" y="${y + ROW / 2}" dy="0.35em">${officeName(office)}</text>${cells.flat()}`;
  });
  return { height: top + offices.length * ROW, content: markup`${headings}${rows}` };
}

export function officesPlot(comparison: Comparison): Plot {
  const offices = drawn(comparison);
  const rest =
    comparison.offices.length > offices.length ? ` The first ${OFFICES_MAX} are drawn; the table has all.` : '';
  return {
    id: 'offices',
    title: 'Lanes by office',
    says: `Hollow bars are cases under A, full bars under B. Offices in which most cases move come first.${rest}`,
    draw: (width) => draw(offices, width),
  };
}
