/** Comma-separated values (RFC 4180) that a spreadsheet reads as text and never as a formula. */

/** What a spreadsheet may take for the beginning of a formula, in full width too; it passes over blanks before it. */
const FORMULA_LEADS = new Set('=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20');

function mayBeFormula(text: string): boolean {
  return FORMULA_LEADS.has(text.charAt(0)) || FORMULA_LEADS.has(text.trimStart().charAt(0));
}

/** A quote before a formula's lead keeps it text; every cell stands in quotes, so no sign in it ends it. */
function cell(text: string): string {
  const safe = mayBeFormula(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
