/** The table of lanes, row by row, on values that may be unknown. */
import type { Facts } from '../../events/facts.ts';
import type { Lane, Truth } from '../../shared/policy/classification.ts';
import type { Ground } from './grounds.ts';
import { byId } from './record.ts';

export interface Values {
  priorities: Record<string, Truth>;
  grounds: Record<Ground, Truth>;
}

export function stageOf(facts: Facts) {
  return facts.stage ?? 'pending';
}

export function isOpen(facts: Facts): boolean {
  return ['nta-unfiled', 'pending', 'on-appeal'].includes(stageOf(facts));
}

export function isDismissible(facts: Facts): boolean {
  return ['removal', 'deportation', 'exclusion'].includes(facts.proceeding ?? 'removal');
}

export function isGovernmentAppeal(facts: Facts): boolean {
  return facts.stage === 'on-appeal' && facts.appellant === 'dhs';
}

export function isOpposed(facts: Facts): boolean {
  return facts.respondentPosition === 'opposes';
}

function isAggravated(facts: Facts): boolean {
  return Object.values(facts.aggravating ?? {}).includes(true) || byId(facts.pendingCharges).length > 0;
}

/** `threatSettles`: either answer to `threatFinding` would leave no priority unknown. */
export function laneByTable(facts: Facts, values: Values, threatSettles: () => boolean): Lane {
  const priority = Object.values(values.priorities);
  const ground = Object.values(values.grounds);
  const mayProceed = isOpen(facts) && isDismissible(facts);
  if (values.grounds['legal-insufficiency'] === true) {
    if (mayProceed) return 'own-motion';
    if (!(stageOf(facts) === 'ended' && facts.detained !== true)) return 'supervisor';
  }
  if (!mayProceed) return 'none';
  if (isOpposed(facts) && stageOf(facts) !== 'nta-unfiled' && !isGovernmentAppeal(facts)) return 'none';
  if (priority.includes(true)) {
    if (ground.includes(true)) return 'supervisor';
    return ground.includes('unknown') ? 'needs-facts' : 'none';
  }
  if (priority.includes('unknown')) {
    if (ground.includes(true) && threatSettles()) return 'supervisor';
    return ground.includes(true) || ground.includes('unknown') ? 'needs-facts' : 'triage';
  }
  if (values.grounds['law-enforcement-interest'] === true) return 'supervisor';
  if (ground.includes(true)) return isAggravated(facts) ? 'supervisor' : 'own-motion';
  return ground.includes('unknown') ? 'needs-facts' : 'triage';
}
