/** The priority border security, as the contract words it. */
import type { Facts } from '../../events/facts.ts';
import type { Truth } from '../../shared/policy/classification.ts';
import { before } from './calendar.ts';
import { all, any, ask, choose, type Interview, interview, known, not } from './interview.ts';
import { answer } from './record.ts';

const CUT_OFF = '2020-11-01';

function apprehendedBefore(of: Interview, facts: Facts): Truth {
  if (facts.apprehension === undefined) return false;
  return known(of, before(facts.apprehension.on, CUT_OFF), 'apprehended before the cut-off', 'apprehension.on');
}

function presentBefore(of: Interview, facts: Facts): Truth {
  const date = facts.firstPresence;
  const present = date === undefined ? 'unknown' : before(date, CUT_OFF);
  return known(of, present, 'first present before the cut-off', 'firstPresence');
}

function enteredBefore(of: Interview, facts: Facts): Truth {
  if (facts.lastEntry === undefined) return false;
  return known(of, before(facts.lastEntry.on, CUT_OFF), 'last entered before the cut-off', 'lastEntry.on');
}

function presenceProved(of: Interview, facts: Facts): Truth {
  return any([apprehendedBefore(of, facts), presentBefore(of, facts), enteredBefore(of, facts)]);
}

/** An entry on or after the cut-off, other than by admission. */
function reEntered(of: Interview, facts: Facts): Truth {
  if (facts.lastEntry === undefined || facts.lastEntry.manner === 'admitted') return false;
  return not(enteredBefore(of, facts));
}

function apprehendedAtBorder(of: Interview, facts: Facts): Truth {
  const arrest = facts.apprehension;
  if (arrest === undefined) {
    const silenceIsNo = presenceProved(interview(), facts) === true && reEntered(interview(), facts) === false;
    return silenceIsNo ? false : ask(of, 'apprehended at the border', 'apprehension');
  }
  return all(of, [
    () => arrest.place !== 'interior',
    (now) => not(apprehendedBefore(now, facts)),
    (now) =>
      known(now, arrest.attemptingUnlawfulEntry, 'attempting unlawful entry', 'apprehension.attemptingUnlawfulEntry'),
  ]);
}

function notPresentBefore(of: Interview, facts: Facts): Truth {
  return choose(
    of,
    (now) => presenceProved(now, facts),
    (now) =>
      choose(
        now,
        (then) => reEntered(then, facts),
        (then) => answer(then, facts, 'border-re-entry', 'present-stay', 'any-earlier-presence'),
        () => false,
      ),
    (now) =>
      facts.lastEntry?.manner === 'admitted'
        ? answer(now, facts, 'border-admitted', 'literal', 'unlawful-entry-only')
        : true,
  );
}

export function borderSecurity(of: Interview, facts: Facts): Truth {
  return any([apprehendedAtBorder(of, facts), notPresentBefore(of, facts)]);
}
