/** What accounts for the differences, drawn: one bar for each rule and how it differs, and one for the lane tables. */
import { scaleLinear } from 'd3-scale';
import type { Account } from '../../../shared/policy/compare/account.ts';
import type { Comparison } from '../../../shared/policy/compare/comparison.ts';
import { wrapped } from '../../text.ts';
import { accountText } from '../words.ts';
import type { Drawing, Plot } from './figure.ts';
import { grouped, type Markup, markup, px } from './markup.ts';

const BARS_MAX = 12;
const LINE = 16;
const BAR_HEIGHT = 13;
/** Between two bars with their labels. */
const GAP = 12;
/** Room for the number after a bar. */
const NUMBER_WIDTH = 62;
/** Width of a character of a label, on the safe side. */
const CHARACTER = 6.7;

export interface Total {
  label: string;
  cases: number;
}

function labelOf(account: Account): string {
  if (account.kind === 'lanes') return 'the lane tables';
  return account.kind === 'restricted' ? 'restricted cases' : accountText(account);
}

/** Over all cells of the matrix, most cases first. */
export function accountTotals({ cells }: Comparison): Total[] {
  const totals = new Map<string, number>();
  for (const { account, cases } of cells.flatMap((cell) => cell.accounts)) {
    const label = labelOf(account);
    totals.set(label, (totals.get(label) ?? 0) + cases);
  }
  return [...totals].map(([label, cases]) => ({ label, cases })).sort((a, b) => b.cases - a.cases);
}

function draw(totals: readonly Total[], width: number): Drawing {
  const scale = scaleLinear([0, Math.max(...totals.map(({ cases }) => cases), 1)], [0, width - NUMBER_WIDTH]);
  const rows: Markup[] = [];
  let y = 0;
  for (const { label, cases } of totals) {
    const lines = wrapped(label, Math.floor(width / CHARACTER));
    for (const line of lines) {
      rows.push(markup`<text x="0" y="${px(y + 12)}">${line}</text>`);
      y += LINE;
    }
    const length = Math.max(scale(cases), 1);
    rows.push(markup`<rect class="bar" x="0" y="${px(y)}" width="${px(length)}" height="${BAR_HEIGHT}"/>
<text class="number" x="${px(length + 6)}" y="${px(y + BAR_HEIGHT / 2)}" dy="0.35em">${grouped(cases)}</text>`);
    y += BAR_HEIGHT + GAP;
  }
  return { height: Math.max(y - GAP + 2, 1), content: markup`${rows}` };
}

export function accountsPlot(comparison: Comparison): Plot {
  const totals = accountTotals(comparison);
  const more = totals.length - BARS_MAX;
  const rest = more > 0 ? ` The ${BARS_MAX} with most cases are drawn; the table has all.` : '';
  return {
    id: 'accounts',
    title: 'What accounts for the differences',
    says: `Cases in another lane, by what accounts for it; a case may count under several.${rest}`,
    draw: (width) => draw(totals.slice(0, BARS_MAX), width),
  };
}
