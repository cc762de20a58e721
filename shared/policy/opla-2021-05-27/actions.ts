/**
 * Suggestions to a person, with the paragraph of 8 CFR they stand on, and notices to whoever reads them. Nothing here
 * is filed, sent or decided by the program.
 */
import type { ActionInputs, Suggestions } from '../instrument.ts';
import { CLOSURE_SUGGESTED_FROM, closureAuthority } from '../law/closure.ts';
import { areDatesInConflict, EXPEDITED_REMOVAL_EXPANDED, isRestricted } from '../law/notices.ts';
import { isCustodyToReview, isReliefUnderWay, listed, paragraphOf } from '../law/suggestions.ts';
import { NO, YES } from '../leaf.ts';

interface Options {
  canDismiss: boolean;
  canClose: boolean;
  /** Closure fails only for want of a fact, or because the day lies before the memo. */
  isClosureUnsettled: boolean;
  canJoin: boolean;
}

function optionsOf({ facts, circumstances, asOf, lane, insufficiency, priority, ground }: ActionInputs): Options {
  const { stage, isDismissible, opposes, detained, mayReopenJointly } = circumstances;
  const isFlagged = (lane === 'own-motion' || lane === 'supervisor') && isDismissible;
  const isInsufficient = insufficiency === YES;
  const authority = closureAuthority(facts, asOf);
  const isClosureThinkable =
    isFlagged && stage === 'pending' && !opposes && !isInsufficient && authority !== false && detained !== true;
  const canClose = isClosureThinkable && authority === true && detained === false && asOf >= CLOSURE_SUGGESTED_FROM;
  return {
    canDismiss: isFlagged && (stage === 'pending' || stage === 'on-appeal') && (!opposes || isInsufficient),
    canClose,
    isClosureUnsettled: isClosureThinkable && !canClose,
    canJoin: mayReopenJointly && ground === YES && priority !== YES,
  };
}

function isReasonToContinue({ facts, circumstances, ground }: ActionInputs): boolean {
  if (circumstances.stage !== 'pending') return false;
  return isReliefUnderWay(facts) || (circumstances.hasPendingCharges && ground !== NO);
}

export function suggest(inputs: ActionInputs): Suggestions {
  const { facts, circumstances, asOf, lane, interest, status } = inputs;
  const { stage, isDismissible, isAppealOfDhs, isPositionKnown, isDeceased, opposes } = circumstances;
  const { canDismiss, canClose, isClosureUnsettled, canJoin } = optionsOf(inputs);
  const isFlagged = lane === 'own-motion' || lane === 'supervisor';
  return {
    actions: listed({
      'cancel-nta': isFlagged && stage === 'nta-unfiled' && isDismissible,
      dismiss: canDismiss,
      'administratively-close': canClose,
      'withdraw-appeal': isFlagged && isAppealOfDhs,
      'join-motion-to-reopen': canJoin,
      continue: isReasonToContinue(inputs),
      'custody-review': isCustodyToReview(inputs),
      'ask-position': (canDismiss || canClose || canJoin) && !isPositionKnown && !isDeceased,
      'consult-agency': interest !== NO,
    }),
    ...(canDismiss && { dismissParagraph: paragraphOf(facts) }),
    notices: listed({
      'not-in-force': status !== 'in-force',
      'respondent-opposes': opposes,
      'closure-unsettled': isClosureUnsettled,
      'expedited-removal-exposure': asOf >= EXPEDITED_REMOVAL_EXPANDED && canDismiss,
      'dates-conflict': areDatesInConflict(facts),
      restricted: isRestricted(inputs),
    }),
  };
}
