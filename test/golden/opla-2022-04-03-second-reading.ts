/**
 * A second, naive reading of the guidance of April 3, 2022, written for comparison only. It tries every way of settling
 * what is unknown and shares no code with the product.
 */
import type { CalendarDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import type { Lane, Truth } from '../../shared/policy/classification.ts';
import { before } from '../reference/calendar.ts';
import { all, any, ask, choose, type Interview, interview, known, not } from '../reference/interview.ts';
import { answer, byId, checkIsValid, liveCharges, under } from '../reference/record.ts';
import { completions, decisivePaths } from '../reference/settle.ts';
import { joins, suggestions, type Values } from './opla-2022-04-03-second-suggestions.ts';

const SECURITY = ['212(a)(3)(A)', '212(a)(3)(B)', '212(a)(3)(F)', '237(a)(4)(A)', '237(a)(4)(B)'];

function charged(facts: Facts, sections: string[], save: string[] = []): boolean {
  return liveCharges(facts).some(
    ([, code]) => sections.some((section) => under(code, section)) && !save.some((section) => under(code, section)),
  );
}

function nationalSecurity(of: Interview, facts: Facts, asOf: CalendarDate): Truth {
  const { terrorismOrEspionage, otherwiseNecessary, humanRightsViolator } = facts.nationalSecurity ?? {};
  if (terrorismOrEspionage === 'engaged' || terrorismOrEspionage === 'suspected') return true;
  if (otherwiseNecessary === true || humanRightsViolator === true) return true;
  if (charged(facts, SECURITY, ['237(a)(4)(A)(ii)'])) return true;
  const isAlleged = charged(facts, ['212(a)(3)(E)', '237(a)(4)(D)']) || facts.aggravating?.persecution === true;
  const awaitsFinding = isAlleged && humanRightsViolator === undefined;
  const isSilent =
    terrorismOrEspionage === undefined ||
    otherwiseNecessary === undefined ||
    (humanRightsViolator === undefined && !isAlleged);
  return any([
    isSilent && !checkIsValid(facts, asOf) ? ask(of, 'silence on security', 'backgroundCheckedOn') : false,
    awaitsFinding ? ask(of, 'human-rights violator', 'nationalSecurity.humanRightsViolator') : false,
  ]);
}

function hasConduct(facts: Facts): boolean {
  const { gang, aggravating, publicSafetyFactors } = facts;
  return (
    byId(facts.convictions).length > 0 ||
    byId(facts.pendingCharges).length > 0 ||
    charged(facts, ['212(a)(2)', '237(a)(2)']) ||
    gang?.from !== undefined ||
    gang?.to !== undefined ||
    gang?.intentional === true ||
    gang?.furtheredIllegalActivity === true ||
    aggravating?.seriousCriminalHistory === true ||
    Object.values(publicSafetyFactors?.aggravating ?? {}).includes(true)
  );
}

function publicSafety(of: Interview, facts: Facts, asOf: CalendarDate): Truth {
  if (facts.threatFinding !== undefined) return facts.threatFinding.poses;
  if (hasConduct(facts)) return ask(of, 'threat', 'threatFinding');
  return checkIsValid(facts, asOf) ? false : ask(of, 'silence on crime', 'backgroundCheckedOn');
}

/** Nothing says that an arrest led to the case. */
function isAtLargeOnReferral(facts: Facts): boolean {
  return facts.ntaSource === 'uscis-referral' && facts.detained !== true;
}

function arrestedEntering(of: Interview, facts: Facts): Truth {
  const arrest = facts.apprehension;
  if (arrest === undefined) {
    const isExcluded = facts.lastEntry?.manner === 'admitted' || isAtLargeOnReferral(facts);
    return isExcluded ? false : ask(of, 'arrested entering', 'apprehension');
  }
  if (arrest.place === 'interior') return false;
  return known(of, arrest.attemptingUnlawfulEntry, 'attempting', 'apprehension.attemptingUnlawfulEntry');
}

function arrestedSince(of: Interview, facts: Facts): Truth {
  const { apprehension } = facts;
  if (apprehension === undefined) {
    return isAtLargeOnReferral(facts) ? false : ask(of, 'arrested since', 'apprehension');
  }
  return not(known(of, before(apprehension.on, '2020-11-01'), 'arrest before the day', 'apprehension.on'));
}

function enteredSince(of: Interview, facts: Facts): Truth {
  const on = facts.lastEntry?.on ?? '';
  return choose(
    of,
    (now) => known(now, before(on, '2020-11-01'), 'entry before the day', 'lastEntry.on'),
    () => false,
    (then) =>
      choose(
        then,
        (now) => known(now, before(on, '2020-11-02'), 'entry by the day', 'lastEntry.on'),
        (now) => answer(now, facts, 'border-entry-on-cut-off', 'day-included', 'day-excluded'),
        () => true,
      ),
  );
}

function enteredUnlawfully(of: Interview, facts: Facts): Truth {
  const { lastEntry, firstPresence } = facts;
  if (lastEntry?.manner === 'admitted') return false;
  if (lastEntry !== undefined) {
    return all(of, [
      (now) => enteredSince(now, facts),
      (now) => {
        if (lastEntry.manner === 'paroled')
          return answer(now, facts, 'border-paroled', 'unlawful-entry', 'lawful-entry');
        return lastEntry.manner === undefined ? ask(now, 'entered unlawfully', 'lastEntry.manner') : true;
      },
    ]);
  }
  const wasHere = firstPresence !== undefined && before(firstPresence, '2020-11-01') === true;
  return wasHere ? false : ask(of, 'entered since', 'lastEntry');
}

function borderSecurity(of: Interview, facts: Facts): Truth {
  return any([
    arrestedEntering(of, facts),
    all(of, [(now) => arrestedSince(now, facts), (now) => enteredUnlawfully(now, facts)]),
  ]);
}

function valuesOf(of: Interview, versions: readonly Facts[], asOf: CalendarDate): Values {
  const [facts = {}] = versions;
  return {
    priorities: {
      'national-security': nationalSecurity(of, facts, asOf),
      'public-safety': publicSafety(of, facts, asOf),
      'border-security': borderSecurity(of, facts),
    },
    isInsufficient: versions.some(
      ({ deceased, citizenshipEvidence, removable }) =>
        deceased === true || citizenshipEvidence === true || removable === false,
    ),
  };
}

function laneBy(facts: Facts, { priorities, isInsufficient }: Values): Lane {
  const stage = facts.stage ?? 'pending';
  const isOnDocket =
    ['nta-unfiled', 'pending', 'on-appeal'].includes(stage) &&
    ['removal', 'deportation', 'exclusion'].includes(facts.proceeding ?? 'removal');
  if (isInsufficient && isOnDocket) return 'own-motion';
  if (isInsufficient && (stage !== 'ended' || facts.detained === true)) return 'supervisor';
  const isPriority = any(Object.values(priorities));
  if (!isOnDocket || isPriority === true) return 'none';
  return isPriority === false ? 'own-motion' : 'needs-facts';
}

export function secondReading(versions: readonly Facts[], asOf: CalendarDate, prohibitedAsserted: boolean) {
  const [facts = {}] = versions;
  const paths = new Map<string, string>();
  const evaluate = (of: Interview) => {
    const values = valuesOf(of, versions, asOf);
    for (const { comparison, path } of of.met) paths.set(comparison, path);
    return { lane: laneBy(facts, values), joins: joins(facts, values), values };
  };
  const now = interview();
  const first = evaluate(now);
  const everyWay = completions(evaluate, 12);
  const lanes = new Set(everyWay.map(({ lane }) => lane));
  const [only] = lanes;
  const lane = first.lane === 'needs-facts' && lanes.size === 1 && only !== undefined ? only : first.lane;
  const asked = lane === 'none' ? [] : (['stage', 'proceeding'] as const).filter((path) => facts[path] === undefined);
  return {
    priorities: first.values.priorities,
    grounds: { 'legal-insufficiency': first.values.isInsufficient },
    lane,
    needs: [...asked, ...decisivePaths(now.met, everyWay, paths)].sort((a, b) => a.localeCompare(b, 'en')),
    ...suggestions({ facts, values: first.values, lane, asOf, prohibitedAsserted }),
  };
}
