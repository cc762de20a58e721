/** One of the three values, as a word and a shape: never as a colour, and never two of them alike. */
import './truth-mark.css';
import type { Truth } from './words.ts';
import { truthText } from './words.ts';

function shapeOf(truth: Truth) {
  if (truth === 'unknown') {
    return (
      <path
        d="M8 1.5 14.5 8 8 14.5 1.5 8Z"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-dasharray="2.2 1.6"
      />
    );
  }
  return truth ? (
    <circle cx="8" cy="8" r="6" fill="currentColor" />
  ) : (
    <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" stroke-width="1.5" />
  );
}

export function TruthMark({ truth }: { readonly truth: Truth }) {
  return (
    <span class={`case-truth${truth === 'unknown' ? ' case-truth-unknown' : ''}`}>
      <svg class="case-truth-shape" viewBox="0 0 16 16" aria-hidden="true">
        {shapeOf(truth)}
      </svg>
      {truthText(truth)}
    </span>
  );
}
