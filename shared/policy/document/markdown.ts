/** Markdown as text: tables, lists and the words that every section shares. */
import type { Parameter } from '../proposition.ts';
import { counted, dayInWords } from './english.ts';
import type { Line } from './outline.ts';
import type { Known } from './words.ts';

const KNOWN: Record<Known, string> = {
  'two-sources': 'two sources',
  'one-source': 'one source',
  unverified: 'unverified',
  product: '*product*',
};

/** How well a statement is known. */
export const knownInWords = (known: Known): string => KNOWN[known];

const BASES: Record<Parameter['basis'], string> = {
  memo: 'the memo',
  statute: 'statute',
  'ordinary-meaning': 'ordinary meaning',
  product: '*product*',
  'what-if': 'what-if',
};

export const basisInWords = (basis: Parameter['basis']): string => BASES[basis];

export function valueInWords({ value, unit }: Parameter): string {
  return typeof value === 'string' ? dayInWords(value) : counted(value, unit);
}

/** A cell is one line, and a bar would end it. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n');
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Lines under each other, each level set in. */
export function nested(lines: readonly Line[], depth = 0): string {
  return lines
    .map(
      ({ text, parts }) => `${'  '.repeat(depth)}- ${text}${parts.length > 0 ? `\n${nested(parts, depth + 1)}` : ''}`,
    )
    .join('\n');
}

/** Blocks with an empty line between them; what is empty is left out. */
export function blocks(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
