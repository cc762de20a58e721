/** A plot drawn twice, for a wide and for a narrow screen, with its words for those who do not see it. */
import type { ComponentChildren } from 'preact';

export interface Drawing {
  readonly height: number;
  readonly content: ComponentChildren;
}

export interface Plot {
  /** Names the plot within the page. */
  readonly id: string;
  readonly title: string;
  /** What the plot shows and how to read it; the numbers stand in the table beside it. */
  readonly says: string;
  readonly draw: (width: number) => Drawing;
}

/** Widths in CSS pixels at which a plot is drawn; it is scaled down from there, never up past its type size. */
const WIDTHS = { wide: 600, narrow: 288 } as const;

function Picture({ plot, size }: { plot: Plot; size: keyof typeof WIDTHS }) {
  const width = WIDTHS[size];
  const { height, content } = plot.draw(width);
  const name = `${plot.id}-${size}`;
  return (
    <svg
      class={`plot plot-${size}`}
      viewBox={`0 0 ${width} ${px(height)}`}
      width={width}
      height={px(height)}
      role="img"
      aria-labelledby={`${name}-title`}
      aria-describedby={`${name}-says`}
    >
      <title id={`${name}-title`}>{plot.title}</title>
      <desc id={`${name}-says`}>{plot.says}</desc>
      {content}
    </svg>
  );
}

/** A browser shows one of the two; the other is not there for anyone. */
export function Figure({ plot }: { plot: Plot }) {
  return (
    <figure class="plot-figure">
      <Picture plot={plot} size="wide" />
      <Picture plot={plot} size="narrow" />
      <figcaption>{plot.says}</figcaption>
    </figure>
  );
}

/** A number of pixels as SVG takes it, to a tenth. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A count with its thousands set apart. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
