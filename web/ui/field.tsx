/** A labelled control with its hint and its error, tied together for screen readers. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface FieldProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** What is wrong and how to mend it. */
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
}

interface Wiring {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
}

export function Field(props: FieldProps & { readonly control: (wiring: Wiring) => ComponentChildren }) {
  const { label, hint, error, isRequired = false, control } = props;
  const id = useId();
  const describedBy = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(
    Boolean,
  );
  return (
    <div class={`usa-form-group${error === undefined ? '' : ' usa-form-group--error'}`}>
      <label class={`usa-label${error === undefined ? '' : ' usa-label--error'}`} for={id}>
        {label}
        {isRequired && <span class="required"> (required)</span>}
      </label>
      {hint !== undefined && (
        <div class="usa-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <span class="usa-error-message" id={`${id}-error`}>
          {error}
        </span>
      )}
      {control({ id, describedBy: describedBy.join(' ') || undefined, isInvalid: error !== undefined })}
    </div>
  );
}

interface Typed extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
}

export interface TextFieldProps extends Typed {
  readonly maxLength?: number;
  /** The keyboard that a small screen offers. */
  readonly inputMode?: 'text' | 'numeric';
}

export function TextField({ value, onInput, maxLength, inputMode, ...field }: TextFieldProps) {
  return (
    <Field
      {...field}
      control={({ id, describedBy, isInvalid }) => (
        <input
          class={`usa-input${isInvalid ? ' usa-input--error' : ''}`}
          id={id}
          type="text"
          inputMode={inputMode}
          value={value}
          maxLength={maxLength}
          autocomplete="off"
          spellcheck={false}
          aria-required={field.isRequired}
          aria-invalid={isInvalid}
          aria-describedby={describedBy}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    />
  );
}

export interface DateFieldProps extends Typed {
  /** First and last day that may be chosen, YYYY-MM-DD. */
  readonly min?: string;
  readonly max?: string;
}

/** Its value is YYYY-MM-DD, or empty while what stands in it is no whole date. */
export function DateField({ value, onInput, min, max, ...field }: DateFieldProps) {
  return (
    <Field
      {...field}
      control={({ id, describedBy, isInvalid }) => (
        <input
          class={`usa-input date-input${isInvalid ? ' usa-input--error' : ''}`}
          id={id}
          type="date"
          value={value}
          min={min}
          max={max}
          required={field.isRequired ?? false}
          aria-invalid={isInvalid}
          aria-describedby={describedBy}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    />
  );
}

export interface TextAreaProps extends Typed {
  readonly maxLength: number;
  readonly rows?: number;
}

export function TextArea({ value, onInput, maxLength, rows = 5, ...field }: TextAreaProps) {
  return (
    <Field
      {...field}
      control={({ id, describedBy, isInvalid }) => (
        <textarea
          class={`usa-textarea${isInvalid ? ' usa-input--error' : ''}`}
          id={id}
          rows={rows}
          maxLength={maxLength}
          value={value}
          aria-required={field.isRequired}
          aria-invalid={isInvalid}
          aria-describedby={describedBy}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    />
  );
}

export interface Option<Value extends string> {
  readonly value: Value;
  readonly says: string;
}

export interface SelectProps<Value extends string> extends FieldProps {
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChoose: (value: Value) => void;
}

export function Select<Value extends string>({ value, options, onChoose, ...field }: SelectProps<Value>) {
  return (
    <Field
      {...field}
      control={({ id, describedBy, isInvalid }) => (
        <select
          class="usa-select"
          id={id}
          value={value}
          aria-required={field.isRequired}
          aria-invalid={isInvalid}
          aria-describedby={describedBy}
          onChange={(event) => {
            const chosen = options[event.currentTarget.selectedIndex];
            if (chosen !== undefined) onChoose(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.says}
            </option>
          ))}
        </select>
      )}
    />
  );
}
