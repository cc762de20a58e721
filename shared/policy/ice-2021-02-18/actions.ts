/** No suggestions, since the memo of February 18, 2021 sets priorities only; notices to whoever reads the answer. */
import type { ActionInputs, Suggestions } from '../instrument.ts';
import { areDatesInConflict, isRestricted } from '../law/notices.ts';
import { listed } from '../law/suggestions.ts';

export function suggest(inputs: ActionInputs): Suggestions {
  const { facts, circumstances, status } = inputs;
  return {
    actions: [],
    notices: listed({
      'not-in-force': status !== 'in-force',
      'respondent-opposes': circumstances.opposes,
      'dates-conflict': areDatesInConflict(facts),
      restricted: isRestricted(inputs),
    }),
  };
}
