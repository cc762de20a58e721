/** Writes what was measured: aligned tables, and each bar with what it came to. */
import type { Spread } from './spread.ts';

export interface Row {
  name: string;
  nanos: Spread;
  ratio: Spread;
  bytes: number | undefined;
}

type Column = [heading: string, cell: (row: Row) => string];

function number(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toFixed(digits);
}

function range({ lower, upper }: Spread): string {
  return `${number(lower)} to ${number(upper)}`;
}

function columns(against: string): Column[] {
  return [
    ['', ({ name }) => name],
    ['µs', ({ nanos }) => number(nanos.median / 1_000)],
    ['a second', ({ nanos }) => Math.round(1e9 / nanos.median).toLocaleString('en-US')],
    [against, ({ ratio }) => number(ratio.median)],
    ['middle half', ({ ratio }) => range(ratio)],
    ['bytes allocated', ({ bytes }) => (bytes === undefined ? '' : Math.round(bytes).toLocaleString('en-US'))],
  ];
}

/** @param against heading of the ratio */
export function tableOf(rows: readonly Row[], against: string): string {
  const shown = columns(against).map(([heading, cell]) => [heading, ...rows.map(cell)]);
  const widths = shown.map((cells) => Math.max(...cells.map((cell) => cell.length)));
  const lineAt = (row: number) =>
    shown
      .map((cells, column) => {
        const width = widths[column] ?? 0;
        const cell = cells[row] ?? '';
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('   ')
      .trimEnd();
  return [0, ...rows.map((_, i) => i + 1)].map(lineAt).join('\n');
}

export interface Bar {
  what: string;
  found: number;
  bar: number;
  /** Whether the bar is a ceiling or a floor. */
  is: 'at most' | 'at least';
  unit: string;
}

export function barLines(bars: readonly Bar[]): string {
  const widths = {
    what: Math.max(...bars.map(({ what }) => what.length)),
    found: Math.max(...bars.map(({ found }) => number(found).length)),
  };
  return bars
    .map(({ what, found, bar, is, unit }) => {
      const passes = is === 'at most' ? found <= bar : found >= bar;
      const measured = `${number(found).padStart(widths.found)} ${unit}`;
      return `${passes ? 'pass' : 'MISS'}   ${what.padEnd(widths.what)}   ${measured}   (${is} ${bar})`;
    })
    .join('\n');
}
