/** A modal dialog on the browser's own element, which keeps the focus inside and gives it back when closed. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

export interface DialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Escape and the close button; without it the dialog stays until its own buttons end it. */
  readonly onClose?: (() => void) | undefined;
}

export function Dialog({ title, children, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <h2 id={id} class="dialog-title" tabIndex={-1}>
        {title}
      </h2>
      {children}
      {onClose !== undefined && (
        <button type="button" class="usa-button usa-button--unstyled dialog-close" onClick={onClose}>
          Close
        </button>
      )}
    </dialog>
  );
}
