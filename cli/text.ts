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

function widthOf(text: string): number {
  return [...text].length;
}

/** The text cut to a width, with an ellipsis when something is left off. */
export function cut(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
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
