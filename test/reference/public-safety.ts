/** The priority public safety, as the contract words it. */
import type { CalendarDate, PartialDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import type { Truth } from '../../shared/policy/classification.ts';
import { anniversary, firstPossible, lastPossible, spanBefore, yearsFull } from './calendar.ts';
import { all, any, ask, choose, type Interview, interview, known, not } from './interview.ts';
import { answer, byId, checkIsValid, liveCharges, under } from './record.ts';

const AGGRAVATED_FELONY_CHARGE = '237(a)(2)(A)(iii)';

type Conviction = NonNullable<NonNullable<Facts['convictions']>[string]>;

/** `databaseOnly` alone records no participation. */
function participationRecorded(facts: Facts): boolean {
  return Object.entries(facts.gang ?? {}).some(([leaf, value]) => leaf !== 'databaseOnly' && value !== undefined);
}

function convictionCounts(of: Interview, facts: Facts, asOf: CalendarDate, id: string, entry: Conviction): Truth {
  const path = `convictions.${id}`;
  const juvenile = entry.disposition === 'juvenile-adjudication';
  const stands = standsAsConviction(of, facts, path, entry);
  const felony = juvenile
    ? false
    : known(of, entry.aggravatedFelony, `${path} aggravated felony`, `${path}.aggravatedFelony`);
  const tooOld = entry.foreign === true ? foreignTermTooOld(of, path, entry.termCompletedOn, asOf) : false;
  const element = gangElement(of, facts, path, entry);
  return any([all([stands, felony, not(tooOld)]), all([stands, element])]);
}

function standsAsConviction(of: Interview, facts: Facts, path: string, entry: Conviction): Truth {
  switch (entry.disposition) {
    case 'final':
    case 'expunged':
      return true;
    case 'vacated-for-legal-defect':
      return false;
    case 'juvenile-adjudication':
      return answer(of, facts, 'juvenile-finding', 'counts', 'does-not-count');
    default:
      return ask(of, `${path} stands`, `${path}.disposition`);
  }
}

function foreignTermTooOld(of: Interview, path: string, completed: PartialDate | undefined, asOf: CalendarDate): Truth {
  const older = completed === undefined ? 'unknown' : spanBefore(anniversary(completed, 15), { from: asOf, to: asOf });
  return known(of, older, `${path} term completed more than fifteen years ago`, `${path}.termCompletedOn`);
}

function gangElement(of: Interview, facts: Facts, path: string, entry: Conviction): Truth {
  if (entry.gangElement !== undefined) return entry.gangElement;
  if (entry.gangEnhancement === true) return answer(of, facts, 'gang-enhancement', 'element', 'not-element');
  return participationRecorded(facts) ? ask(of, `${path} gang element`, `${path}.gangElement`) : false;
}

function chargedWithoutRecord(of: Interview, facts: Facts): Truth {
  const named = byId(facts.convictions).map(([, conviction]) => conviction.charge);
  const unanswered = liveCharges(facts).filter(
    ([id, code]) => under(code, AGGRAVATED_FELONY_CHARGE) && !named.includes(id),
  );
  return any(unanswered.map(([id]) => ask(of, `conviction behind charge ${id}`, 'convictions')));
}

function atSixteenOrOlder(of: Interview, facts: Facts, asOf: CalendarDate): Truth {
  const born = facts.birthDate;
  return choose(
    of,
    (now) => known(now, born === undefined ? 'unknown' : not(yearsFull(born, 16, asOf)), 'under sixteen', 'birthDate'),
    () => false,
    (now) => participatedAtSixteen(now, facts),
  );
}

/** The person is sixteen or older on the day of the answer. */
function participatedAtSixteen(of: Interview, facts: Facts): Truth {
  const { from, to } = facts.gang ?? {};
  const born = facts.birthDate;
  const atSixteen = (date: PartialDate | undefined): Truth => {
    if (date === undefined || born === undefined) return 'unknown';
    return not(spanBefore({ from: firstPossible(date), to: lastPossible(date) }, anniversary(born, 16)));
  };
  const begun = atSixteen(from);
  const ended = atSixteen(to);
  const met = begun === true || ended === true ? true : ended;
  const missing = born === undefined ? 'birthDate' : from === undefined ? 'gang.from' : 'gang.to';
  return choose(
    of,
    (now) => known(now, met, 'took part at sixteen or older', missing),
    () => true,
    (now) => answer(now, facts, 'gang-age', 'present-age', 'at-participation'),
  );
}

function gangParticipation(of: Interview, facts: Facts, asOf: CalendarDate): Truth {
  if (!participationRecorded(facts)) return false;
  const gang = facts.gang ?? {};
  return all([
    known(of, gang.intentional, 'took part intentionally', 'gang.intentional'),
    known(of, gang.furtheredIllegalActivity, 'furthered illegal activity', 'gang.furtheredIllegalActivity'),
    atSixteenOrOlder(of, facts, asOf),
  ]);
}

function elementOnRecord(of: Interview, facts: Facts, asOf: CalendarDate): Truth {
  return any([
    ...byId(facts.convictions).map(([id, entry]) => convictionCounts(of, facts, asOf, id, entry)),
    chargedWithoutRecord(of, facts),
    gangParticipation(of, facts, asOf),
  ]);
}

export function publicSafety(of: Interview, facts: Facts, asOf: CalendarDate): Truth {
  const element = elementOnRecord(of, facts, asOf);
  const poses = threat(of, facts, asOf);
  const noThreatOnRecord = poses === 'not asked' ? false : not(poses);
  const unseen = checkIsValid(facts, asOf) ? false : ask(of, 'unseen', 'backgroundCheckedOn');
  return any([all([element, poses === 'not asked' ? false : poses]), all([unseen, not(noThreatOnRecord)])]);
}

/** A missing finding is unknown only while an element on record, as recorded, is true or unknown. */
function threat(of: Interview, facts: Facts, asOf: CalendarDate): Truth | 'not asked' {
  if (facts.threatFinding !== undefined) return facts.threatFinding.poses;
  if (elementOnRecord(interview(), facts, asOf) === false) return 'not asked';
  return ask(of, 'poses a threat', 'threatFinding');
}
