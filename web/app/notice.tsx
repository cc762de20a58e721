/** A screen with one thing to say, before there is a frame. */
import type { ComponentChildren } from 'preact';

export interface NoticeProps {
  readonly title: string;
  readonly says: string;
  readonly children?: ComponentChildren;
}

export function Notice({ title, says, children }: NoticeProps) {
  return (
    <main class="notice">
      <p class="notice-name">Own Motion</p>
      <h1>{title}</h1>
      <p role="status">{says}</p>
      {children}
    </main>
  );
}
