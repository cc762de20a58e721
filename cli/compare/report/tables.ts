/** The numbers of the report as tables, beside the plots and in place of them. */
import { type Comparison, LANES, type ShownCase } from '../../../shared/policy/compare/comparison.ts';
import { accountText, cellText } from '../words.ts';
import type { Total } from './accounts-plot.ts';
import { grouped, groupedCases, type Markup, markup } from './markup.ts';
import { officeName } from './offices-plot.ts';

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** A table that scrolls by itself on a narrow page, also by keyboard. */
function scrolling(caption: string, table: Markup): Markup {
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>${table}</table></div>`;
}

/** A count; the more cases, the darker its ground. */
function countCell(count: number, most: number, isSame: boolean): Markup {
  const heat = count === 0 || isSame ? 0 : 0.08 + 0.37 * Math.sqrt(count / most);
  const style = heat === 0 ? '' : `--heat: ${Math.round(heat * 100)}%`;
  return markup`<td class="${isSame ? 'count stays' : 'count'}" style="${style}">${count === 0 ? '·' : grouped(count)}</td>`;
}

export function matrixTable({ cells }: Comparison): Markup {
  const countAt = (a: string, b: string) => cells.find((cell) => cell.a === a && cell.b === b)?.cases ?? 0;
  const most = Math.max(...cells.filter(({ a, b }) => a !== b).map(({ cases }) => cases), 1);
  const rows = LANES.map(
    (a) => markup`<tr><th scope="row">${a}</th>${LANES.map((b) => countCell(countAt(a, b), most, a === b))}
<td class="count total">${grouped(sum(LANES.map((b) => countAt(a, b))))}</td></tr>`,
  );
  const totals = LANES.map(
    (b) => markup`<td class="count total">${grouped(sum(LANES.map((a) => countAt(a, b))))}</td>`,
  );
  return scrolling(
    'Cases by lane under A (down) and under B (across); framed: the same lane under both',
    markup`<thead><tr><th scope="col">A \\ B</th>${LANES.map((b) => markup`<th scope="col" class="count">${b}</th>`)}
<th scope="col" class="count">all</th></tr></thead>
<tbody>${rows}</tbody><tfoot><tr><th scope="row">all</th>${totals}<td class="count total">${grouped(sum(cells.map(({ cases }) => cases)))}</td></tr></tfoot>`,
  );
}

export function totalsTable(totals: readonly Total[]): Markup {
  const rows = totals.map(
    ({ label, cases }) => markup`<tr><td class="count">${grouped(cases)}</td><td>${label}</td></tr>`,
  );
  return scrolling(
    'Over all lanes: what accounts for the differences, and for how many cases',
    markup`<thead><tr><th scope="col" class="count">cases</th><th scope="col">what accounts for them</th></tr></thead><tbody>${rows}</tbody>`,
  );
}

/** One small table for each cell in which cases move. */
export function accountsTables({ cells }: Comparison): Markup {
  const differing = cells.filter(({ a, b }) => a !== b).toSorted((x, y) => y.cases - x.cases);
  const head = markup`<thead><tr><th scope="col" class="count">cases</th><th scope="col">what accounts for them</th></tr></thead>`;
  const tables = differing.map((cell) => {
    const rows = cell.accounts.map(
      ({ account, cases }) => markup`<tr><td class="count">${grouped(cases)}</td><td>${accountText(account)}</td></tr>`,
    );
    const caption = markup`<strong>${cellText(cell)}</strong>, ${groupedCases(cell.cases)}`;
    return markup`<table><caption>${caption}</caption>${head}<tbody>${rows}</tbody></table>`;
  });
  return markup`<div class="cards">${tables}</div>`;
}

export function officesTable({ offices }: Comparison): Markup {
  const rows = offices.map(({ office, a, b, differing }) => {
    const pairs = LANES.map(
      (lane) => markup`<td class="count">${grouped(a[lane])}</td><td class="count after">${grouped(b[lane])}</td>`,
    );
    return markup`<tr><th scope="row">${officeName(office)}</th>${pairs}<td class="count total">${grouped(differing)}</td></tr>`;
  });
  const lanes = LANES.map((lane) => markup`<th scope="colgroup" colspan="2" class="after">${lane}</th>`);
  const sides = LANES.map(() => markup`<th scope="col" class="count">A</th><th scope="col" class="count after">B</th>`);
  return scrolling(
    'Cases by office and lane, under A and under B, and how many move',
    markup`<thead><tr><th scope="col" rowspan="2">office</th>${lanes}<th scope="col" rowspan="2" class="count">move</th></tr>
<tr>${sides}</tr></thead><tbody>${rows}</tbody>`,
  );
}

function caseRow(shown: ShownCase): Markup {
  if (shown.restricted) return markup`<tr><td colspan="3">restricted case</td></tr>`;
  const { caseId, office, accounts } = shown;
  const why = accounts.map(accountText).join('; ');
  return markup`<tr><th scope="row">${caseId}</th><td>${officeName(office)}</td><td>${why}</td></tr>`;
}

export function casesTables(changed: readonly ShownCase[]): Markup[] {
  const head = markup`<thead><tr><th scope="col">case</th><th scope="col">office</th><th scope="col">what accounts for it</th></tr></thead>`;
  const byCell = [...Map.groupBy(changed, cellText)].sort(([, x], [, y]) => y.length - x.length);
  return byCell.map(
    ([cell, cases]) => markup`<details><summary>${cell}, ${groupedCases(cases.length)}</summary>
${scrolling(cell, markup`${head}<tbody>${cases.map(caseRow)}</tbody>`)}</details>`,
  );
}
