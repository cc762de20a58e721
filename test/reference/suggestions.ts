/** Actions, dismissal paragraph and notices, row by row. */
import type { CalendarDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import type { Lane, PolicyStatus, Truth } from '../../shared/policy/classification.ts';
import { firstPossible, lastPossible } from './calendar.ts';
import { cooperationRecorded } from './grounds.ts';
import { isDismissible, isGovernmentAppeal, isOpen, isOpposed, stageOf, type Values } from './lane.ts';
import { byId } from './record.ts';

const ISSUED = '2021-05-27';
const ARCOS_SANCHEZ = '2021-05-05';
const GARCIA_DELEON = '2021-06-11';
const CRUZ_VALDEZ = '2021-07-15';
const EXPEDITED_REMOVAL = '2025-01-21';

interface Answer extends Values {
  facts: Facts;
  asOf: CalendarDate;
  lane: Lane;
}

export function statusOn(asOf: CalendarDate): PolicyStatus {
  if (asOf < ISSUED) return 'not-yet';
  if (asOf < '2021-08-20') return 'in-force';
  return asOf < '2022-04-25' ? 'suspended' : 'superseded';
}

function closureAuthority(facts: Facts, asOf: CalendarDate): Truth {
  const waiverSought = byId(facts.relief).some(([, entry]) => entry.waiver === 'i-601a' && entry.status !== 'denied');
  switch (facts.circuit) {
    case undefined:
      return 'unknown';
    case '3':
      return asOf >= ARCOS_SANCHEZ;
    case '4':
    case '7':
      return true;
    case '6':
      return asOf >= GARCIA_DELEON && waiverSought;
    default:
      return asOf >= CRUZ_VALDEZ;
  }
}

function isWorked(lane: Lane): boolean {
  return lane === 'own-motion' || lane === 'supervisor';
}

function anyGround({ grounds }: Values): Truth {
  const values = Object.values(grounds);
  if (values.includes(true)) return true;
  return values.includes('unknown') ? 'unknown' : false;
}

function noPriorityTrue({ priorities }: Values): boolean {
  return !Object.values(priorities).includes(true);
}

/** What closure asks for besides authority, custody and the date of the memo. */
function closureFits({ facts, lane, grounds }: Answer): boolean {
  return (
    isWorked(lane) &&
    stageOf(facts) === 'pending' &&
    isDismissible(facts) &&
    !isOpposed(facts) &&
    grounds['legal-insufficiency'] !== true
  );
}

function closes(answer: Answer): boolean {
  const { facts, asOf } = answer;
  return closureFits(answer) && closureAuthority(facts, asOf) === true && facts.detained === false && asOf >= ISSUED;
}

function closureUnsettled(answer: Answer): boolean {
  const { facts, asOf } = answer;
  if (closes(answer)) return false;
  return closureFits(answer) && closureAuthority(facts, asOf) !== false && facts.detained !== true;
}

function dismisses({ facts, lane, grounds }: Answer): boolean {
  return (
    isWorked(lane) &&
    ['pending', 'on-appeal'].includes(stageOf(facts)) &&
    isDismissible(facts) &&
    (!isOpposed(facts) || grounds['legal-insufficiency'] === true)
  );
}

export function joinsReopening(facts: Facts, values: Values): boolean {
  return (
    facts.stage === 'final-order' &&
    anyGround(values) === true &&
    noPriorityTrue(values) &&
    !isOpposed(facts) &&
    facts.deceased !== true
  );
}

function continues({ facts, ...values }: Answer): boolean {
  if (stageOf(facts) !== 'pending') return false;
  const underWay = byId(facts.relief).some(
    ([, { kind, status, bars, primaFacie }]) =>
      kind !== 'asylum' &&
      kind !== 'cancellation' &&
      (status === 'announced' || status === 'pending') &&
      bars !== true &&
      primaFacie !== false,
  );
  const charged = byId(facts.pendingCharges).length > 0;
  return underWay || (charged && anyGround(values) !== false);
}

function reviewsCustody({ facts, ...values }: Answer): boolean {
  if (facts.detained !== true) return false;
  return values.grounds['legal-insufficiency'] === true || (isOpen(facts) && noPriorityTrue(values));
}

export function actionsOf(answer: Answer): string[] {
  const { facts, lane, grounds } = answer;
  const dismiss = dismisses(answer);
  const close = closes(answer);
  const join = joinsReopening(facts, answer);
  const table: [string, boolean][] = [
    ['cancel-nta', isWorked(lane) && facts.stage === 'nta-unfiled' && isDismissible(facts)],
    ['dismiss', dismiss],
    ['administratively-close', close],
    ['withdraw-appeal', isWorked(lane) && isGovernmentAppeal(facts)],
    ['join-motion-to-reopen', join],
    ['continue', continues(answer)],
    ['custody-review', reviewsCustody(answer)],
    ['ask-position', (dismiss || close || join) && facts.respondentPosition === undefined && facts.deceased !== true],
    ['consult-agency', grounds['law-enforcement-interest'] !== false],
  ];
  return table.filter(([, when]) => when).map(([action]) => action);
}

export function dismissParagraphOf(facts: Facts): string {
  if (facts.citizenshipEvidence === true) return '239.2(a)(1)';
  if (facts.removable === false) return '239.2(a)(2)';
  return facts.deceased === true ? '239.2(a)(3)' : '239.2(a)(7)';
}

function datesConflict({ firstPresence, lastEntry, apprehension }: Facts): boolean {
  if (firstPresence === undefined) return false;
  const first = firstPossible(firstPresence);
  return [lastEntry, apprehension].some((event) => event !== undefined && lastPossible(event.on) < first);
}

function restricted(facts: Facts, prohibitedAsserted: boolean): boolean {
  return (
    facts.protected1367 === true ||
    byId(facts.relief).some(([, { kind }]) => ['u', 't', 'i-360-vawa'].includes(kind)) ||
    facts.lawfulStatus?.kind === 'u' ||
    facts.lawfulStatus?.kind === 't' ||
    facts.humanitarian?.victimOfSeriousCrime === true ||
    cooperationRecorded(facts) ||
    prohibitedAsserted
  );
}

export function noticesOf(answer: Answer, prohibitedAsserted: boolean): string[] {
  const { facts, asOf } = answer;
  const table: [string, boolean][] = [
    ['not-in-force', statusOn(asOf) !== 'in-force'],
    ['respondent-opposes', isOpposed(facts)],
    ['closure-unsettled', closureUnsettled(answer)],
    ['expedited-removal-exposure', asOf >= EXPEDITED_REMOVAL && dismisses(answer)],
    ['dates-conflict', datesConflict(facts)],
    ['restricted', restricted(facts, prohibitedAsserted)],
  ];
  return table.filter(([, when]) => when).map(([notice]) => notice);
}
