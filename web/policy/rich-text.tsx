/** Words of an instrument with their little markup shown: facts in code font, terms of a rule in italics. */
import type { Line } from '../../shared/policy/document/outline.ts';
import { piecesOf } from './pieces.ts';

export function RichText({ text }: { readonly text: string }) {
  return (
    <>
      {piecesOf(text).map((piece, index) => {
        if (piece.kind === 'code') return <code key={index}>{piece.text}</code>;
        if (piece.kind === 'term') return <em key={index}>{piece.text}</em>;
        return piece.text;
      })}
    </>
  );
}

/** Lines under each other, each level set in. */
export function Outline({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <ul class="policy-outline">
      {lines.map(({ text, parts }, index) => (
        <li key={index}>
          <RichText text={text} />
          {parts.length > 0 && <Outline lines={parts} />}
        </li>
      ))}
    </ul>
  );
}
