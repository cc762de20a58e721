/** Plain text for a terminal or a page: values made harmless, lines wrapped, tables set in columns. */

/**
 * What would move the cursor, start an escape sequence, break the line or turn the reading direction: control
 * characters, line and paragraph separators, marks and overrides of direction, and invisible characters.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** A value of the docket as it may be printed: each unprintable character as its code point. */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Characters that take two columns on a terminal: East Asian wide and full-width ones, and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** Marks that stand on the character before them. */
const MARK = /^\p{M}$/u;

function columnsOf(character: string): number {
  if (MARK.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + columnsOf(character), 0);
}

/** The text cut to a width, with an ellipsis when something is left off. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let left = width - 1;
  for (const character of text) {
    left -= columnsOf(character);
    if (left < 0) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Words set in lines of at most `width` columns; the first line starts with `lead`, the others are indented as far. */
export function wrapped(text: string, width: number, lead = ''): string[] {
  const indent = ' '.repeat(widthOf(lead));
  const lines: string[] = [];
  let line = lead;
  let isEmpty = true;
  for (const word of text.split(' ').filter((part) => part !== '')) {
    if (!isEmpty && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  lines.push(line);
  return lines.map((each) => each.trimEnd());
}

export interface Column {
  title: string;
  align?: 'left' | 'right';
}

/** Rows under their titles, each column as wide as its widest cell, two spaces between them. */
export function tableOf(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map((column, index) =>
    rows.reduce((width, row) => Math.max(width, widthOf(row[index] ?? '')), widthOf(column.title)),
  );
  const setRow = (cells: readonly string[]) =>
    columns
      .map((column, index) => {
        const cell = cells[index] ?? '';
        const space = ' '.repeat((widths[index] ?? 0) - widthOf(cell));
        return column.align === 'right' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [setRow(columns.map((column) => column.title)), ...rows.map(setRow)];
}
