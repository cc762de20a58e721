/** What instruments have in common in what they suggest: the regulation's grounds, custody, relief that is under way. */
import type { Facts } from '../../../events/facts.ts';
import type { ActionInputs } from '../instrument.ts';
import { YES } from '../leaf.ts';

const RELIEF_IN_PROCEEDINGS = ['asylum', 'cancellation'] as const;

/** The names whose condition holds, in the order written. */
export function listed(conditions: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(conditions).filter((name) => conditions[name]);
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

/** Custody is looked at when the notice cannot stand, or the case is open and no priority is known to hold. */
export function isCustodyToReview({ circumstances, insufficiency, priority }: ActionInputs): boolean {
  return circumstances.detained === true && (insufficiency === YES || (circumstances.isOpen && priority !== YES));
}

/** First ground of 8 CFR 239.2(a) that holds; discretion is pleaded under (7). */
export function paragraphOf({ citizenshipEvidence, removable, deceased }: Facts): string {
  if (citizenshipEvidence === true) return '239.2(a)(1)';
  if (removable === false) return '239.2(a)(2)';
  return deceased === true ? '239.2(a)(3)' : '239.2(a)(7)';
}
