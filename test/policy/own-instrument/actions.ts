/** What the directive suggests to a person, and the notices that hold under every instrument. */
import type { ActionInputs, Suggestions } from '../../../shared/policy/instrument.ts';
import { areDatesInConflict, isRestricted } from '../../../shared/policy/law/notices.ts';
import { listed } from '../../../shared/policy/law/suggestions.ts';

export function suggest(inputs: ActionInputs): Suggestions {
  const { facts, circumstances, lane, status } = inputs;
  const canDismiss = lane === 'own-motion' && circumstances.isDismissible;
  return {
    actions: listed({ dismiss: canDismiss, 'ask-position': canDismiss && !circumstances.isPositionKnown }),
    ...(canDismiss && { dismissParagraph: '239.2(a)(7)' }),
    notices: listed({
      'not-in-force': status !== 'in-force',
      'dates-conflict': areDatesInConflict(facts),
      restricted: isRestricted(inputs),
    }),
  };
}
