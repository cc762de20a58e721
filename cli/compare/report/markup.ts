/** HTML and SVG as tagged templates: whatever is put into one is escaped, unless it was made by one itself. */
import { printable } from '../../text.ts';

export interface Markup {
  readonly markup: string;
}

export type Piece = string | number | Markup | undefined | readonly Piece[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return printable(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function textOf(piece: Piece): string {
  if (piece === undefined) return '';
  if (typeof piece === 'number') return String(piece);
  if (typeof piece === 'string') return escaped(piece);
  return 'markup' in piece ? piece.markup : piece.map(textOf).join('');
}

export function markup(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { markup: texts.map((text, index) => text + textOf(pieces[index])).join('') };
}

/** A number of pixels as SVG takes it, to a tenth. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A count with its thousands set apart. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

export function groupedCases(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'case' : 'cases'}`;
}
