/** A comparison as a page of text: the two policies, the matrix of lanes, what accounts for the differences, the cases. */
import { type ComparedSide, type Comparison, LANES, type ShownCase } from '../../shared/policy/compare/comparison.ts';
import { type Column, printable, tableOf, wrapped } from '../text.ts';
import { accountText, cellText, counted, handlingLines, outcomeText, settingLines, statusText } from './words.ts';

function sideLines(name: string, side: ComparedSide, asOf: string, columns: number): string[] {
  return [
    ...wrapped(`${side.policy}, ${statusText(side, asOf)}`, columns, `${name}  `),
    ...wrapped(side.title, columns, '   '),
    ...settingLines(side).flatMap((line) => wrapped(`what-if: ${line}`, columns, '   ')),
  ];
}

/** Rows are lanes under A, columns lanes under B. */
function matrixLines({ cells }: Comparison): string[] {
  const countAt = (a: string, b: string) => cells.find((cell) => cell.a === a && cell.b === b)?.cases ?? 0;
  const shown = (count: number) => (count === 0 ? '.' : String(count));
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  const titles: Column[] = [...LANES, 'all'].map((title) => ({ title, align: 'right' }));
  const rows = LANES.map((a) => {
    const counts = LANES.map((b) => countAt(a, b));
    return [a, ...counts.map(shown), shown(sum(counts))];
  });
  const totals = LANES.map((b) => sum(LANES.map((a) => countAt(a, b))));
  return tableOf(
    [{ title: 'A down, B across' }, ...titles],
    [...rows, ['all', ...totals.map(shown), shown(sum(totals))]],
  );
}

function differenceLines({ cells }: Comparison, columns: number): string[] {
  const differing = cells.filter(({ a, b }) => a !== b).toSorted((x, y) => y.cases - x.cases);
  if (differing.length === 0) return [];
  return [
    ...wrapped('What accounts for the differences (a case may count under several)', columns),
    ...differing.flatMap((cell) => [
      '',
      `${cellText(cell)}, ${counted(cell.cases, 'case', 'cases')}`,
      ...cell.accounts.flatMap(({ account, cases }) =>
        wrapped(printable(accountText(account)), columns, `${String(cases).padStart(6)}  `),
      ),
    ]),
    '',
  ];
}

function caseLines(shown: ShownCase, columns: number): string[] {
  if (shown.restricted) return ['  restricted case'];
  const { caseId, office, accounts } = shown;
  const why = accounts.map(accountText).join('; ');
  return wrapped(printable(`${caseId}, ${office ?? 'no office'}: ${why}`), columns, '  ');
}

function changedLines({ changed }: Comparison, columns: number): string[] {
  if (changed === undefined || changed.length === 0) return [];
  const byCell = Map.groupBy(changed, cellText);
  return [
    'Cases in another lane',
    ...[...byCell].flatMap(([cell, cases]) => ['', cell, ...cases.flatMap((each) => caseLines(each, columns))]),
    '',
  ];
}

export function comparisonLines(comparison: Comparison, columns: number): string[] {
  const { a, b, asOf } = comparison;
  const lines = [
    ...handlingLines(comparison).flatMap((line) => wrapped(line, columns)),
    '',
    ...sideLines('A', a, asOf, columns),
    ...sideLines('B', b, asOf, columns),
    '',
    ...wrapped(outcomeText(comparison), columns),
    '',
    ...matrixLines(comparison),
    '',
    ...differenceLines(comparison, columns),
    ...changedLines(comparison, columns),
  ];
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
