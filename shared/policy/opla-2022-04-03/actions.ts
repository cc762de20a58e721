/**
 * Suggestions to a person under the guidance of April 3, 2022, in its order of preference for nonpriority cases: do not
 * file the notice to appear, else dismiss, else close, else stipulate, continue, not appeal, join in reopening (two
 * sources). Every rung that the stage leaves is listed, the most preferred first, since whether one can be had is for
 * the attorney to see. Nothing here is filed, sent or decided by the program.
 */
import type { ActionInputs, Suggestions } from '../instrument.ts';
import { CLOSURE_SUGGESTED_FROM, closureAuthority } from '../law/closure.ts';
import { areDatesInConflict, EXPEDITED_REMOVAL_EXPANDED, isRestricted } from '../law/notices.ts';
import { isCustodyToReview, isReliefUnderWay, listed, paragraphOf } from '../law/suggestions.ts';
import { NO, YES } from '../leaf.ts';
import { joinsReopening } from './lanes.ts';

/** The case is worked on: it is a nonpriority case, or the notice to appear cannot stand in law. */
interface Standing {
  isWorked: boolean;
  /** Worked on as a matter of discretion, and pending before the judge: the rungs below dismissal. */
  isDiscretionPending: boolean;
}

function standingOf({ lane, insufficiency, circumstances: { stage } }: ActionInputs): Standing {
  const isWorked = lane === 'own-motion';
  // Without insufficiency in law that lane is only given where no priority holds or may hold.
  return { isWorked, isDiscretionPending: isWorked && insufficiency !== YES && stage === 'pending' };
}

/** Listed where authority is known; a motion needs no consent, so opposition does not take it away. */
function closureOf({ facts, asOf, circumstances: { detained } }: ActionInputs, { isDiscretionPending }: Standing) {
  const authority = closureAuthority(facts, asOf);
  const isThinkable = isDiscretionPending && authority !== false && detained !== true;
  // What is known of authority to close begins with the interim memo.
  const isAvailable = isThinkable && authority === true && detained === false && asOf >= CLOSURE_SUGGESTED_FROM;
  return { isAvailable, isUnsettled: isThinkable && !isAvailable };
}

export function suggest(inputs: ActionInputs): Suggestions {
  const { facts, circumstances, asOf, insufficiency, priority, status } = inputs;
  const { stage, isAppealOfDhs, isPositionKnown, isDeceased, opposes, hasPendingCharges } = circumstances;
  const standing = standingOf(inputs);
  const { isWorked, isDiscretionPending } = standing;
  const isUnfiled = isWorked && stage === 'nta-unfiled';
  const canDismiss = isWorked && (stage === 'pending' || stage === 'on-appeal');
  const closure = closureOf(inputs, standing);
  const canJoin = joinsReopening(inputs);
  return {
    actions: listed({
      'decline-to-file': isUnfiled && priority === NO,
      // Before filing, a notice that cannot stand in law is cancelled, 8 CFR 239.2(a).
      'cancel-nta': isUnfiled && insufficiency === YES,
      dismiss: canDismiss,
      'administratively-close': closure.isAvailable,
      stipulate: isDiscretionPending,
      // For good cause, 8 CFR 1003.29.
      continue: isDiscretionPending && (isReliefUnderWay(facts) || hasPendingCharges),
      'no-appeal': isDiscretionPending,
      'withdraw-appeal': isWorked && isAppealOfDhs,
      'join-motion-to-reopen': canJoin,
      'custody-review': isCustodyToReview(inputs),
      // Where a case can be closed it can be dismissed.
      'ask-position': (canDismiss || canJoin) && !isPositionKnown && !isDeceased,
    }),
    ...(canDismiss && { dismissParagraph: paragraphOf(facts) }),
    notices: listed({
      'not-in-force': status !== 'in-force',
      'respondent-opposes': opposes,
      'closure-unsettled': closure.isUnsettled,
      'expedited-removal-exposure': asOf >= EXPEDITED_REMOVAL_EXPANDED && canDismiss,
      'dates-conflict': areDatesInConflict(facts),
      restricted: isRestricted(inputs),
    }),
  };
}
