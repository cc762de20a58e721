/** Priority: recent entry. */
import { fact, no, question, when, yes } from '../../../../shared/policy/proposition.ts';
import type { Rule } from '../../../../shared/policy/rule.ts';
import type { Parameters } from '../parameters.ts';

export const recentEntry = ({ entryCutOff }: Parameters): Rule => ({
  id: 'recent-entry',
  kind: 'priority',
  title: 'Recent entry',
  text: 'The person entered the United States on or after March 1, 2020.',
  cite: 'Docket directive of an imaginary field office (Sept. 1, 2021), 1',
  confidence: 'unverified',
  holds: when(
    fact.recorded('lastEntry'),
    when(
      fact.before('lastEntry.on', entryCutOff, 'unknown'),
      no,
      when(
        fact.is('lastEntry.manner', ['paroled'], 'no'),
        question('entry-by-parole', { counts: true, 'does-not-count': false }),
        yes,
      ),
    ),
    // Presence before the day is proved and no later entry is on record: nothing says that the person left.
    when(fact.before('firstPresence', entryCutOff, 'no'), no, fact.ask('lastEntry')),
  ),
});
