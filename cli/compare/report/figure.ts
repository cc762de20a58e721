/** A plot drawn twice, for a wide and for a narrow page, with its words for those who do not see it. */
import { type Markup, markup, px } from './markup.ts';

export interface Drawing {
  height: number;
  content: Markup;
}

export interface Plot {
  /** Names the plot within the page. */
  id: string;
  title: string;
  /** What the plot shows, in words; the numbers stand in the table beside it. */
  says: string;
  draw: (width: number) => Drawing;
}

/** Widths in CSS pixels at which a plot is drawn; it is scaled down from there, never up past its type size. */
const WIDE = 560;
const NARROW = 340;

function svg({ id, title, says, draw }: Plot, width: number, kind: 'wide' | 'narrow'): Markup {
  const { height, content } = draw(width);
  const name = `${id}-${kind}`;
  return markup`<svg class="${kind}" viewBox="0 0 ${width} ${px(height)}" width="${width}" height="${px(height)}" role="img"
 aria-labelledby="${name}-title" aria-describedby="${name}-says"><title id="${name}-title">${title}</title>
<desc id="${name}-says">${says}</desc>${content}</svg>`;
}

/** A browser shows one of the two; the other is not there for anyone. */
export function figure(plot: Plot): Markup {
  return markup`<figure>${svg(plot, WIDE, 'wide')}${svg(plot, NARROW, 'narrow')}
<figcaption>${plot.says}</figcaption></figure>`;
}
