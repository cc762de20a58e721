/** Priority: border security. */
import { all, any, askUnless, fact, no, not, question, when, yes } from '../../proposition.ts';
import type { Rule } from '../../rule.ts';
import type { Parameters } from '../parameters.ts';

/** What the two prongs turn on. */
export function borderElements({ borderCutOff }: Parameters) {
  const cameBefore = any(
    fact.before('firstPresence', borderCutOff, 'no'),
    fact.before('lastEntry.on', borderCutOff, 'no'),
  );
  const presentBefore = any(fact.before('apprehension.on', borderCutOff, 'no'), cameBefore);
  const enteredAgain = all(
    fact.recorded('lastEntry'),
    not(fact.is('lastEntry.manner', ['admitted'], 'no')),
    not(fact.before('lastEntry.on', borderCutOff, 'no')),
  );
  const arrestedAtBorder = when(
    fact.recorded('apprehension'),
    all(
      fact.is('apprehension.place', ['border', 'port-of-entry'], 'no'),
      not(fact.before('apprehension.on', borderCutOff, 'no')),
      fact.is('apprehension.attemptingUnlawfulEntry', [true], 'unknown'),
    ),
    askUnless('apprehension', all(cameBefore, not(enteredAgain))),
  );
  const firstCameSince = when(fact.recorded('firstPresence'), yes, fact.ask('firstPresence'));
  return { cameBefore, presentBefore, enteredAgain, arrestedAtBorder, firstCameSince };
}

export const borderSecurity = (parameters: Parameters): Rule => {
  const { presentBefore, enteredAgain, arrestedAtBorder, firstCameSince } = borderElements(parameters);
  const reEntered = when(
    enteredAgain,
    question('border-re-entry', { 'any-earlier-presence': false, 'present-stay': true }),
    no,
  );
  const reachesAdmitted = when(
    fact.is('lastEntry.manner', ['admitted'], 'no'),
    question('border-admitted', { literal: true, 'unlawful-entry-only': false }),
    yes,
  );
  return {
    id: 'border-security',
    kind: 'priority',
    title: 'Border security',
    text:
      'The person was apprehended at the border or a port of entry while attempting to enter unlawfully on or after ' +
      'November 1, 2020, or was not physically present in the United States before that day.',
    cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), border security',
    confidence: 'two-sources',
    holds: any(arrestedAtBorder, when(presentBefore, reEntered, when(firstCameSince, reachesAdmitted, no))),
  };
};
