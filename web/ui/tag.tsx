/** A short mark in words. Its frame tells marks from running text; what it means is always in the words. */
import type { ComponentChildren } from 'preact';

export interface TagProps {
  readonly children: ComponentChildren;
  /** `strong` is for what presses in time, `plain` for the rest. Neither says good or bad. */
  readonly look?: 'strong' | 'plain';
}

export function Tag({ children, look = 'plain' }: TagProps) {
  return <span class={`mark mark-${look}`}>{children}</span>;
}
