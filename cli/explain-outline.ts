/** The outline of a rule as lines: what was asked, its answer and the facts read; what did not decide is left out. */
import type { OutlineNode, UpdateReference } from '../shared/policy/explanation/case-explanation.ts';
import { truthText } from './case-words.ts';
import { printable, wrapped } from './text.ts';

/** The mark of an update in the list of updates: "[2]". */
export type MarkOf = (update: UpdateReference) => string;

/** In the place of an update: no update says so, it was set for this run. */
const SET_MARK = '[set]';

interface OutlineLine {
  holds: OutlineNode['holds'];
  depth: number;
  text: string;
}

/** What joins several parts; its truth is told before it, and only the parts that account for it follow. */
const JOINS: Readonly<Partial<Record<OutlineNode['op'], string>>> = { any: 'one of these:', all: 'all of these:' };

/** What was found, and the marks of the updates that say so. */
function foundText({ found, reads }: OutlineNode, markOf: MarkOf): string {
  const marks = new Set(
    reads.flatMap(({ update, set }) => (update !== undefined ? [markOf(update)] : set === true ? [SET_MARK] : [])),
  );
  return `${found === undefined ? '' : ` (${found})`}${marks.size === 0 ? '' : ` ${[...marks].join('')}`}`;
}

function linesOf(node: OutlineNode, depth: number, markOf: MarkOf): OutlineLine[] {
  const { holds, op, asks } = node;
  // A denial says what it denies; below it stand the parts of that.
  const below = op === 'not' && asks !== undefined ? node.parts.flatMap(({ parts }) => parts) : node.parts;
  const parts = below.filter(({ decisive, op: kind }) => decisive && kind !== 'always');
  const inner = (at: number) => parts.flatMap((part) => linesOf(part, at, markOf));
  if (asks !== undefined) return [{ holds, depth, text: `${asks}${foundText(node, markOf)}` }, ...inner(depth + 1)];
  const join = JOINS[op];
  const isJoinTold = join !== undefined && parts.length > 1 && depth > 0;
  return isJoinTold ? [{ holds, depth, text: join }, ...inner(depth + 1)] : inner(depth);
}

/** A rule that asks the same twice in a row, as a condition and then as what must be so, is told once. */
function isNew({ holds, depth, text }: OutlineLine, i: number, lines: readonly OutlineLine[]): boolean {
  const before = lines[i - 1];
  return before?.holds !== holds || before.depth !== depth || before.text !== text;
}

/** Column in which the text of an outline begins: "not known  ". */
const TRUTH_WIDTH = 11;

export function outlineLines(outline: OutlineNode, columns: number, lead: string, markOf: MarkOf): string[] {
  const lines = linesOf(outline, 0, markOf);
  return lines
    .filter(isNew)
    .flatMap(({ holds, depth, text }) =>
      wrapped(printable(text), columns, `${lead}${truthText(holds).padEnd(TRUTH_WIDTH)}${'  '.repeat(depth)}`),
    );
}
