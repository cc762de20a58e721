/** A form that sends one act: what is amiss is said beside its field and takes the focus; nothing is sent twice. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import './act-form.css';

/** What a form says of an act; `useAct` adds the key. */
export type Content<Request> = Omit<Request, 'idempotencyKey'>;

interface ActFormProps {
  readonly label: string;
  readonly submit: string;
  readonly busyText: string;
  readonly isBusy: boolean;
  /** Nothing is sent while it is false; each field says by itself what is amiss. */
  readonly isComplete: boolean;
  readonly onSend: () => void;
  readonly children: (isChecked: boolean) => ComponentChildren;
  /** The answer, where it was refused. */
  readonly answer?: ComponentChildren;
}

const AT_FAULT = '.usa-form-group--error :is(input, textarea, select)';

export function ActForm(props: ActFormProps) {
  const { label, submit, busyText, isBusy, isComplete, onSend, children, answer } = props;
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    const fault = attempts > 0 ? form.current?.querySelector(AT_FAULT) : undefined;
    if (fault instanceof HTMLElement) fault.focus();
  }, [attempts]);
  return (
    <form
      ref={form}
      class="case-form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isBusy) return;
        if (isComplete) {
          setAttempts(0);
          onSend();
        } else setAttempts(attempts + 1);
      }}
    >
      {children(attempts > 0)}
      {answer}
      <Button type="submit" isBusy={isBusy} busyText={busyText}>
        {submit}
      </Button>
    </form>
  );
}
