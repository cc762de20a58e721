/** Keeps a place for the keyboard and the screen reader when what had the focus is gone with a part of the page. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** @param shown names what is shown: when it changes and nothing has the focus, the heading takes it */
export function useKeptFocus(shown: string): RefObject<HTMLDivElement | null> {
  const area = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const heading = area.current?.querySelector('h1');
    const { activeElement, body } = area.current?.ownerDocument ?? {};
    if (activeElement === body) heading?.focus();
  }, [shown]);
  return area;
}
