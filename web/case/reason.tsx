/** The reason of an act: kept while it is written, so that neither a refusal nor a sign-in costs it. */
import { useState } from 'preact/hooks';
import type { PagePorts } from '../app/ports.ts';
import { TextArea } from '../ui/field.tsx';

/** The longest that the API takes, in characters. */
export const REASON_MAX = 4000;

export interface Reason {
  readonly text: string;
  readonly write: (text: string) => void;
  /** After it was sent. */
  readonly clear: () => void;
}

/** @param form names the form among those of the case */
export function useReason({ drafts }: Pick<PagePorts, 'drafts'>, caseKey: string, form: string): Reason {
  const [text, setText] = useState(() => drafts.read(caseKey, form));
  return {
    text,
    write(next) {
      setText(next);
      drafts.write(caseKey, form, next);
    },
    clear() {
      setText('');
      drafts.clear(caseKey, form);
    },
  };
}

/** @returns what is wrong with it, or undefined */
export function faultOfReason(text: string): string | undefined {
  if (text.trim() === '') return 'Write a reason.';
  return text.length > REASON_MAX ? `Shorten the reason to ${REASON_MAX} characters.` : undefined;
}

interface ReasonFieldProps {
  readonly reason: Reason;
  readonly label?: string;
  readonly hint?: string | undefined;
  readonly isRequired?: boolean;
  /** Whether to say what is wrong: once it was tried to send it. */
  readonly isChecked: boolean;
  readonly rows?: number;
}

export function ReasonField(props: ReasonFieldProps) {
  const { reason, label = 'Reason', hint, isRequired = true, isChecked, rows = 4 } = props;
  const left = REASON_MAX - reason.text.length;
  const limit = left < REASON_MAX / 10 ? ` ${left} characters are left.` : '';
  return (
    <TextArea
      label={label}
      hint={`${hint ?? 'It is kept with your name and the time, for those who may see this case.'}${limit}`}
      isRequired={isRequired}
      error={isChecked && isRequired ? faultOfReason(reason.text) : undefined}
      value={reason.text}
      onInput={reason.write}
      maxLength={REASON_MAX}
      rows={rows}
    />
  );
}
