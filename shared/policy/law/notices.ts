/** Notices that hold under every instrument: they tell of the law and of the record, not of the memo. */
import type { Facts } from '../../../events/facts.ts';
import { isBefore, spanOf } from '../../docket/partial-date.ts';
import type { ActionInputs } from '../instrument.ts';

/** From this day dismissal can expose a person with less than two years' presence to expedited removal. */
export const EXPEDITED_REMOVAL_EXPANDED = '2025-01-21';

const PROTECTED_RELIEF = ['u', 't', 'i-360-vawa'] as const;
const PROTECTED_STATUS = ['u', 't'] as const;

/** A recorded entry or arrest certainly before the earliest known presence: for a person to look at. */
export function areDatesInConflict({ firstPresence, lastEntry, apprehension }: Facts): boolean {
  if (firstPresence === undefined) return false;
  return [lastEntry, apprehension].some(
    (event) => event !== undefined && isBefore(spanOf(event.on), spanOf(firstPresence)) === true,
  );
}

/** 8 U.S.C. 1367 and law-enforcement cooperation: grounds and paths may be shown to few. */
export function isRestricted({ facts, prohibitedAsserted }: ActionInputs): boolean {
  const { protected1367, relief, lawfulStatus, humanitarian, cooperation, publicSafetyFactors } = facts;
  return (
    protected1367 === true ||
    prohibitedAsserted ||
    humanitarian?.victimOfSeriousCrime === true ||
    publicSafetyFactors?.mitigating?.victimWitnessOrParty === true ||
    Object.keys(cooperation ?? {}).length > 0 ||
    PROTECTED_STATUS.some((kind) => kind === lawfulStatus?.kind) ||
    Object.values(relief ?? {}).some((request) => PROTECTED_RELIEF.some((kind) => kind === request?.kind))
  );
}
