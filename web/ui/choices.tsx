/** A question with answers of equal weight: radio buttons, all alike, and none chosen until a person chooses. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly says: string;
  /** What it means or leads to. */
  readonly hint?: ComponentChildren;
}

export interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  readonly choices: readonly Choice<Value>[];
  /** Undefined while nothing is chosen. */
  readonly value: Value | undefined;
  readonly onChoose: (value: Value) => void;
}

export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { legend, hint, error, isRequired = false, choices, value, onChoose } = props;
  const name = useId();
  const describedBy = [hint === undefined ? '' : `${name}-hint`, error === undefined ? '' : `${name}-error`];
  return (
    <fieldset
      class={`usa-fieldset usa-form-group${error === undefined ? '' : ' usa-form-group--error'}`}
      aria-describedby={describedBy.filter(Boolean).join(' ') || undefined}
    >
      <legend class="usa-legend">
        {legend}
        {isRequired && <span class="required"> (required)</span>}
      </legend>
      {hint !== undefined && (
        <div class="usa-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <span class="usa-error-message" id={`${name}-error`}>
          {error}
        </span>
      )}
      {choices.map((choice) => (
        <div class="usa-radio" key={choice.value}>
          <input
            class="usa-radio__input"
            type="radio"
            name={name}
            id={`${name}-${choice.value}`}
            checked={choice.value === value}
            aria-describedby={choice.hint === undefined ? undefined : `${name}-${choice.value}-hint`}
            onChange={() => onChoose(choice.value)}
          />
          <label class="usa-radio__label" for={`${name}-${choice.value}`}>
            {choice.says}
          </label>
          {choice.hint !== undefined && (
            <div class="usa-hint choice-hint" id={`${name}-${choice.value}-hint`}>
              {choice.hint}
            </div>
          )}
        </div>
      ))}
    </fieldset>
  );
}
