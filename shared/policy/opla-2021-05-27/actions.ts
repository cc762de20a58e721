/**
 * Suggestions to a person, with the paragraph of 8 CFR they stand on, and notices to whoever reads them. Nothing here
 * is filed, sent or decided by the program.
 */
import type { Facts } from '../../../events/facts.ts';
import { isBefore, spanOf } from '../../docket/partial-date.ts';
import type { ActionInputs, Suggestions } from '../instrument.ts';
import { NO, YES } from '../leaf.ts';
import { closureAuthority } from './closure.ts';

/** Closure is not suggested for days before the memo, whatever the circuit allowed. */
export const MEMO_ISSUED = '2021-05-27';
/** From this day dismissal can expose a person with less than two years' presence to expedited removal. */
export const EXPEDITED_REMOVAL_EXPANDED = '2025-01-21';

const RELIEF_IN_PROCEEDINGS = ['asylum', 'cancellation'] as const;
const PROTECTED_RELIEF = ['u', 't', 'i-360-vawa'] as const;
const PROTECTED_STATUS = ['u', 't'] as const;

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
  const canClose = isClosureThinkable && authority === true && detained === false && asOf >= MEMO_ISSUED;
  return {
    canDismiss: isFlagged && (stage === 'pending' || stage === 'on-appeal') && (!opposes || isInsufficient),
    canClose,
    isClosureUnsettled: isClosureThinkable && !canClose,
    canJoin: mayReopenJointly && ground === YES && priority !== YES,
  };
}

/** Relief outside the proceedings that is still under way is a reason to wait for it. */
export function isReliefUnderWay({ relief }: Facts): boolean {
  return Object.values(relief ?? {}).some(
    (request) =>
      request != null &&
      !RELIEF_IN_PROCEEDINGS.some((kind) => kind === request.kind) &&
      (request.status === 'announced' || request.status === 'pending') &&
      request.bars !== true &&
      request.primaFacie !== false,
  );
}

function isReasonToContinue({ facts, circumstances, ground }: ActionInputs): boolean {
  if (circumstances.stage !== 'pending') return false;
  return isReliefUnderWay(facts) || (circumstances.hasPendingCharges && ground !== NO);
}

export function isCustodyToReview({ circumstances, insufficiency, priority }: ActionInputs): boolean {
  return circumstances.detained === true && (insufficiency === YES || (circumstances.isOpen && priority !== YES));
}

/** First ground of 8 CFR 239.2(a) that holds; discretion is pleaded under (7). */
export function paragraphOf({ citizenshipEvidence, removable, deceased }: Facts): string {
  if (citizenshipEvidence === true) return '239.2(a)(1)';
  if (removable === false) return '239.2(a)(2)';
  return deceased === true ? '239.2(a)(3)' : '239.2(a)(7)';
}

/** A recorded entry or arrest certainly before the earliest known presence: for a person to look at. */
export function areDatesInConflict({ firstPresence, lastEntry, apprehension }: Facts): boolean {
  if (firstPresence === undefined) return false;
  return [lastEntry, apprehension].some(
    (event) => event !== undefined && isBefore(spanOf(event.on), spanOf(firstPresence)) === true,
  );
}

/** 8 U.S.C. 1367 and law-enforcement cooperation: grounds and paths may be shown to few. */
export function isRestricted({ facts, prohibitedAsserted }: ActionInputs): boolean {
  const { protected1367, relief, lawfulStatus, humanitarian, cooperation } = facts;
  return (
    protected1367 === true ||
    prohibitedAsserted ||
    humanitarian?.victimOfSeriousCrime === true ||
    Object.keys(cooperation ?? {}).length > 0 ||
    PROTECTED_STATUS.some((kind) => kind === lawfulStatus?.kind) ||
    Object.values(relief ?? {}).some((request) => PROTECTED_RELIEF.some((kind) => kind === request?.kind))
  );
}

/** The names whose condition holds, in the order written. */
export function listed(conditions: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(conditions).filter((name) => conditions[name]);
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
