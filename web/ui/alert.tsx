/** A message in the flow of a page. Kinds differ by their heading's word and their icon, never by colour alone. */
import type { ComponentChildren } from 'preact';

export interface AlertProps {
  readonly kind: 'info' | 'warning' | 'error';
  readonly heading?: string | undefined;
  readonly children: ComponentChildren;
  /** Reads it aloud as it appears: for the answer to something a person has just done. */
  readonly isAnswer?: boolean;
  readonly isSlim?: boolean;
}

export function Alert({ kind, heading, children, isAnswer = false, isSlim = false }: AlertProps) {
  return (
    <div
      class={`usa-alert usa-alert--${kind}${isSlim ? ' usa-alert--slim' : ''}`}
      role={isAnswer ? (kind === 'error' ? 'alert' : 'status') : undefined}
    >
      <div class="usa-alert__body">
        {heading !== undefined && <p class="usa-alert__heading">{heading}</p>}
        <div class="usa-alert__text">{children}</div>
      </div>
    </div>
  );
}
