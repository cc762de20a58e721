/**
 * A button that can be busy. A busy button stays in the tab order and takes no second press. Nor does any button take the
 * second press of a double click: where the answer to the first comes in between, it would be another act, and maybe on
 * what has moved under the cursor.
 */
import type { ComponentChildren } from 'preact';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onPress?: (() => void) | undefined;
  /** Without it the button is a plain one; `submit` sends the form it stands in. */
  readonly type?: 'button' | 'submit';
  readonly look?: 'solid' | 'outline' | 'plain';
  readonly size?: 'small' | undefined;
  readonly isBusy?: boolean | undefined;
  /** Shown while busy, such as "Recording". */
  readonly busyText?: string | undefined;
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly expanded?: boolean | undefined;
  readonly controls?: string | undefined;
}

const LOOKS = { solid: '', outline: ' usa-button--outline', plain: ' usa-button--unstyled' } as const;

export function Button(props: ButtonProps) {
  const { children, onPress, type = 'button', look = 'outline', isBusy = false, busyText } = props;
  return (
    <button
      type={type}
      class={`usa-button${LOOKS[look]}${props.size === 'small' ? ' button-small' : ''}`}
      aria-disabled={isBusy ? 'true' : undefined}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      onClick={(event) => {
        if (isBusy || event.detail > 1) event.preventDefault();
        else onPress?.();
      }}
    >
      {isBusy && busyText !== undefined ? `${busyText} …` : children}
    </button>
  );
}
