/** The priority border security, as the contract words it. */
import type { PartialDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import type { Truth } from '../../shared/policy/classification.ts';
import { before } from './calendar.ts';
import { all, any, ask, choose, type Interview, interview, known, not, type Question } from './interview.ts';
import { answer } from './record.ts';

const CUT_OFF = '2020-11-01';

/** A date that is not recorded proves nothing; one that straddles the cut-off is unknown. */
function liesBefore(of: Interview, date: PartialDate | undefined, path: string): Truth {
  return date === undefined ? false : known(of, before(date, CUT_OFF), `${path} before the cut-off`, path);
}

function presenceProved(of: Interview, facts: Facts): Truth {
  return any([
    liesBefore(of, facts.apprehension?.on, 'apprehension.on'),
    liesBefore(of, facts.firstPresence, 'firstPresence'),
    liesBefore(of, facts.lastEntry?.on, 'lastEntry.on'),
  ]);
}

/** An entry on or after the cut-off, other than by admission. */
function reEntered(of: Interview, facts: Facts): Truth {
  if (facts.lastEntry === undefined || facts.lastEntry.manner === 'admitted') return false;
  return not(liesBefore(of, facts.lastEntry.on, 'lastEntry.on'));
}

function apprehendedAtBorder(of: Interview, facts: Facts): Truth {
  const arrest = facts.apprehension;
  if (arrest === undefined) {
    const silenceIsNo =
      presenceProved(interview(of.settled), facts) === true && reEntered(interview(of.settled), facts) === false;
    return silenceIsNo ? false : ask(of, 'apprehended at the border', 'apprehension');
  }
  return all(of, [
    () => arrest.place !== 'interior',
    (now) => not(liesBefore(now, arrest.on, 'apprehension.on')),
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
    (now) => firstPresentAfter(now, facts),
  );
}

/** Nothing recorded lies before the cut-off. */
function firstPresentAfter(of: Interview, facts: Facts): Truth {
  const recorded = facts.firstPresence !== undefined;
  const after: Question = (now) => recorded || ask(now, 'not present before the cut-off', 'firstPresence');
  if (facts.lastEntry?.manner !== 'admitted') return after(of);
  const reached: Question = (now) => answer(now, facts, 'border-admitted', 'literal', 'unlawful-entry-only');
  return choose(of, after, reached, () => false);
}

export function borderSecurity(of: Interview, facts: Facts): Truth {
  return any([apprehendedAtBorder(of, facts), notPresentBefore(of, facts)]);
}
