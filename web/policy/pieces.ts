/** The little markup that words of an instrument carry: `fact` and *term*, told apart from the running text. */

export interface Piece {
  readonly kind: 'text' | 'code' | 'term';
  readonly text: string;
}

export function piecesOf(text: string): Piece[] {
  return text
    .split(/(`[^`]+`|\*[^*\s][^*]*\*)/)
    .filter((part) => part !== '')
    .map((part): Piece => {
      if (part.length > 2 && part.startsWith('`') && part.endsWith('`'))
        return { kind: 'code', text: part.slice(1, -1) };
      if (part.length > 2 && part.startsWith('*') && part.endsWith('*'))
        return { kind: 'term', text: part.slice(1, -1) };
      return { kind: 'text', text: part };
    });
}
