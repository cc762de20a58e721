/** The priority public safety, as the contract words it. */
import type { CalendarDate, PartialDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import type { Truth } from '../../shared/policy/classification.ts';
import { anniversary, firstPossible, lastPossible, spanBefore, yearsFull } from './calendar.ts';
import { all, any, ask, choose, type Interview, known, not, type Question } from './interview.ts';
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
  const stands: Question = (now) => standsAsConviction(now, facts, path, entry);
  const felony: Question = (now) =>
    !juvenile && known(now, entry.aggravatedFelony, `${path} aggravated felony`, `${path}.aggravatedFelony`);
  const recentEnough: Question = (now) =>
    entry.foreign !== true || not(foreignTermTooOld(now, path, entry.termCompletedOn, asOf));
  const element: Question = (now) => gangElement(now, facts, path, entry);
  return any([all(of, [stands, felony, recentEnough]), all(of, [stands, element])]);
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
  if (born === undefined) return ask(of, 'took part at sixteen or older', 'birthDate');
  return choose(
    of,
    (now) => known(now, not(yearsFull(born, 16, asOf)), 'under sixteen', 'birthDate'),
    () => false,
    (now) => participatedAtSixteen(now, facts, born),
  );
}

/** The person is sixteen or older on the day of the answer. */
function participatedAtSixteen(of: Interview, facts: Facts, born: PartialDate): Truth {
  const { from, to } = facts.gang ?? {};
  const beforeSixteen = (date: PartialDate | undefined): Truth =>
    date === undefined
      ? 'unknown'
      : spanBefore({ from: firstPossible(date), to: lastPossible(date) }, anniversary(born, 16));
  if (beforeSixteen(from) === false || beforeSixteen(to) === false) return true;
  if (beforeSixteen(to) === true) return answer(of, facts, 'gang-age', 'present-age', 'at-participation');
  return ask(of, 'took part at sixteen or older', from === undefined ? 'gang.from' : 'gang.to');
}

function gangParticipation(of: Interview, facts: Facts, asOf: CalendarDate): Truth {
  if (!participationRecorded(facts)) return false;
  const gang = facts.gang ?? {};
  return all(of, [
    (now) => known(now, gang.intentional, 'took part intentionally', 'gang.intentional'),
    (now) => known(now, gang.furtheredIllegalActivity, 'furthered illegal activity', 'gang.furtheredIllegalActivity'),
    (now) => atSixteenOrOlder(now, facts, asOf),
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
  const finding = facts.threatFinding;
  const poses: Question = (now) => known(now, finding?.poses, 'poses a threat', 'threatFinding');
  const withElement = all(of, [(now) => elementOnRecord(now, facts, asOf), poses]);
  const noThreatOnRecord = finding?.poses === false;
  const unseen = noThreatOnRecord || checkIsValid(facts, asOf) ? false : ask(of, 'unseen', 'backgroundCheckedOn');
  return any([withElement, unseen]);
}
