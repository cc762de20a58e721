/** What the naive second reading of the guidance of April 3, 2022 suggests, stage by stage. */
import type { CalendarDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import type { Lane, Truth } from '../../shared/policy/classification.ts';
import { firstPossible, lastPossible } from '../reference/calendar.ts';
import { any } from '../reference/interview.ts';
import { byId } from '../reference/record.ts';

export interface Values {
  priorities: Record<string, Truth>;
  isInsufficient: boolean;
}

interface Reading {
  facts: Facts;
  values: Values;
  lane: Lane;
  asOf: CalendarDate;
  prohibitedAsserted: boolean;
}

export function joins(facts: Facts, { priorities }: Values): boolean {
  return (
    facts.stage === 'final-order' &&
    facts.respondentPosition !== 'opposes' &&
    facts.deceased !== true &&
    any(Object.values(priorities)) === false
  );
}

/** `known` to exist, `possible` while the circuit is not known, else `none`. */
function closure({ circuit, relief }: Facts, asOf: CalendarDate): 'known' | 'possible' | 'none' {
  if (circuit === undefined) return 'possible';
  if (circuit === '4' || circuit === '7') return 'known';
  if (circuit === '3') return asOf >= '2021-05-05' ? 'known' : 'none';
  if (circuit !== '6') return asOf >= '2021-07-15' ? 'known' : 'none';
  const seeksWaiver = byId(relief).some(([, entry]) => entry.waiver === 'i-601a' && entry.status !== 'denied');
  return seeksWaiver && asOf >= '2021-06-11' ? 'known' : 'none';
}

function waitsForSomething({ relief, pendingCharges }: Facts): boolean {
  const awaited = byId(relief).filter(
    ([, { kind, status, bars, primaFacie }]) =>
      !['asylum', 'cancellation'].includes(kind) &&
      ['announced', 'pending'].includes(status) &&
      bars !== true &&
      primaFacie !== false,
  );
  return awaited.length + byId(pendingCharges).length > 0;
}

function restricted(facts: Facts): boolean {
  return (
    facts.protected1367 === true ||
    byId(facts.relief).some(([, { kind }]) => ['u', 't', 'i-360-vawa'].includes(kind)) ||
    ['u', 't'].includes(facts.lawfulStatus?.kind ?? '') ||
    facts.humanitarian?.victimOfSeriousCrime === true ||
    Object.values(facts.cooperation ?? {}).length > 0 ||
    facts.publicSafetyFactors?.mitigating?.victimWitnessOrParty === true
  );
}

function datesConflict({ firstPresence, lastEntry, apprehension }: Facts): boolean {
  const later = [lastEntry?.on, apprehension?.on].filter((date) => date !== undefined);
  return firstPresence !== undefined && later.some((date) => lastPossible(date) < firstPossible(firstPresence));
}

export function suggestions({ facts, values, lane, asOf, prohibitedAsserted }: Reading) {
  const { stage = 'pending', detained, respondentPosition } = facts;
  const isPriority = any(Object.values(values.priorities));
  const actions: string[] = [];
  const notices: string[] = [];
  let isClosureUnsettled = false;
  if (lane === 'own-motion' && stage === 'nta-unfiled') {
    if (isPriority === false) actions.push('decline-to-file');
    if (values.isInsufficient) actions.push('cancel-nta');
  }
  const dismisses = lane === 'own-motion' && stage !== 'nta-unfiled';
  if (dismisses) actions.push('dismiss');
  if (dismisses && stage === 'pending' && !values.isInsufficient) {
    const authority = closure(facts, asOf);
    const closes = authority === 'known' && detained === false && asOf >= '2021-05-27';
    isClosureUnsettled = !closes && authority !== 'none' && detained !== true;
    if (closes) actions.push('administratively-close');
    actions.push('stipulate');
    if (waitsForSomething(facts)) actions.push('continue');
    actions.push('no-appeal');
  }
  if (dismisses && stage === 'on-appeal' && facts.appellant === 'dhs') actions.push('withdraw-appeal');
  const reopens = joins(facts, values);
  if (reopens) actions.push('join-motion-to-reopen');
  const isOpen = ['nta-unfiled', 'pending', 'on-appeal'].includes(stage);
  if (detained === true && (values.isInsufficient || (isOpen && isPriority !== true))) actions.push('custody-review');
  if ((dismisses || reopens) && respondentPosition === undefined && facts.deceased !== true) {
    actions.push('ask-position');
  }
  if (!isInForce(asOf)) notices.push('not-in-force');
  if (respondentPosition === 'opposes') notices.push('respondent-opposes');
  if (isClosureUnsettled) notices.push('closure-unsettled');
  if (dismisses && asOf >= '2025-01-21') notices.push('expedited-removal-exposure');
  if (datesConflict(facts)) notices.push('dates-conflict');
  if (prohibitedAsserted || restricted(facts)) notices.push('restricted');
  return { actions, notices, ...(dismisses && { dismissParagraph: paragraph(facts) }) };
}

function paragraph({ citizenshipEvidence, removable, deceased }: Facts): string {
  if (citizenshipEvidence === true) return '239.2(a)(1)';
  if (removable === false) return '239.2(a)(2)';
  return deceased === true ? '239.2(a)(3)' : '239.2(a)(7)';
}

function isInForce(asOf: CalendarDate): boolean {
  return (asOf >= '2022-04-25' && asOf <= '2022-06-23') || (asOf >= '2023-07-28' && asOf <= '2025-01-19');
}
