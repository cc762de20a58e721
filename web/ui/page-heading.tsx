/** The one `h1` of a page. It names the page in the title bar and takes the focus when a person comes from another. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PagePorts } from '../app/ports.ts';

export interface PageHeadingProps {
  readonly ports: Pick<PagePorts, 'arrive'>;
  /** For the title bar and history: it must not identify anyone. */
  readonly title: string;
  /** What the heading shows, where that is more than the title. */
  readonly children?: ComponentChildren;
}

export function PageHeading({ ports, title, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // With the heading itself and not a moment later: a key that is pressed in between would start from nowhere.
  useLayoutEffect(() => {
    if (heading.current !== null) ports.arrive(heading.current, title);
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}
