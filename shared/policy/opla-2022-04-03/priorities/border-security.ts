/** Priority: threat to border security. Unlike the interim priorities it asks for an arrest and for an unlawful entry. */
import { all, any, askUnless, fact, no, not, question, when, yes } from '../../proposition.ts';
import type { Rule } from '../../rule.ts';
import type { Parameters } from '../parameters.ts';

/** USCIS referred the case and nobody is known to be in custody: no arrest led to the proceeding. */
export const notArrested = all(fact.is('ntaSource', ['uscis-referral'], 'no'), not(fact.is('detained', [true], 'no')));

export const arrestedAtBorder = when(
  fact.recorded('apprehension'),
  all(
    fact.is('apprehension.place', ['border', 'port-of-entry'], 'no'),
    fact.is('apprehension.attemptingUnlawfulEntry', [true], 'unknown'),
  ),
  // A person who came by admission was not attempting to enter unlawfully.
  askUnless('apprehension', any(fact.is('lastEntry.manner', ['admitted'], 'no'), notArrested)),
);

/** The two halves of "unlawfully entering after November 1, 2020". */
export function entryElements({ borderCutOff, afterBorderCutOff }: Parameters) {
  const enteredAfter = when(
    fact.before('lastEntry.on', borderCutOff, 'no'),
    no,
    when(
      fact.before('lastEntry.on', afterBorderCutOff, 'no'),
      question('border-entry-on-cut-off', { 'day-included': true, 'day-excluded': false }),
      yes,
    ),
  );
  const enteredUnlawfully = when(
    fact.is('lastEntry.manner', ['paroled'], 'no'),
    question('border-paroled', { 'lawful-entry': false, 'unlawful-entry': true }),
    fact.is('lastEntry.manner', ['without-inspection'], 'unknown'),
  );
  return { enteredAfter, enteredUnlawfully };
}

function arrestedAfterUnlawfulEntry(parameters: Parameters) {
  const { borderCutOff } = parameters;
  const { enteredAfter, enteredUnlawfully } = entryElements(parameters);
  // Presence before the day is proved and no later entry is on record: nothing says that the person left.
  const presentBefore = fact.before('firstPresence', borderCutOff, 'no');
  const entry = when(
    fact.recorded('lastEntry'),
    when(fact.is('lastEntry.manner', ['admitted'], 'no'), no, all(enteredAfter, enteredUnlawfully)),
    askUnless('lastEntry', presentBefore),
  );
  // An arrest before the day was not made after an entry on or after it.
  const arrest = when(
    fact.recorded('apprehension'),
    not(fact.before('apprehension.on', borderCutOff, 'no')),
    askUnless('apprehension', notArrested),
  );
  return all(arrest, entry);
}

export const borderSecurity = (parameters: Parameters): Rule => ({
  id: 'border-security',
  kind: 'priority',
  title: 'Threat to border security',
  text:
    'The person was apprehended at the border or a port of entry while attempting to enter unlawfully, or was ' +
    'apprehended in the country after unlawfully entering after November 1, 2020.',
  cite:
    'DHS guidelines (Sept. 30, 2021), threat to border security; OPLA guidance (Apr. 3, 2022), enforcement priorities, ' +
    'border security',
  confidence: 'two-sources',
  unverified: [
    'that an arrest at the border counts whatever its day: the words as read name none',
    'that an entry on parole is neither surely lawful nor surely unlawful (an open question here)',
    'that a case which USCIS referred, of a person not known to be in custody, was not begun by an arrest',
    'other border cases with compelling facts: the text read here has no rule for them',
  ],
  holds: any(arrestedAtBorder, arrestedAfterUnlawfulEntry(parameters)),
});
