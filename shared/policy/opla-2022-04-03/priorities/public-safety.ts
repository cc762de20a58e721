/** Priority: current threat to public safety. One finding by a person, on everything; the program never computes it. */
import { all, any, fact, some, unseen, when } from '../../proposition.ts';
import type { Rule } from '../../rule.ts';

/**
 * Conduct on record that a person has to weigh. It raises the question and answers nothing: a conviction is not the
 * finding, whatever became of it, and none of its details is asked for. A hit in a database alone is no conduct and raises
 * nothing. Mitigating factors raise nothing either; they are shown to whoever makes the finding.
 */
export const conductRecorded = any(
  some('convictions', (conviction) => conviction.recorded('offense')),
  some('pendingCharges', (charge) => charge.recorded('offense')),
  some('ntaCharges', (charge) =>
    all(charge.is('status', ['alleged', 'sustained'], 'no'), charge.chargedUnder('code', '212(a)(2)', '237(a)(2)')),
  ),
  fact.recorded('gang.from', 'gang.to'),
  fact.is('gang.intentional', [true], 'no'),
  fact.is('gang.furtheredIllegalActivity', [true], 'no'),
  fact.is('aggravating.seriousCriminalHistory', [true], 'no'),
  fact.is('publicSafetyFactors.aggravating.gravityOrSentence', [true], 'no'),
  fact.is('publicSafetyFactors.aggravating.harm', [true], 'no'),
  fact.is('publicSafetyFactors.aggravating.sophistication', [true], 'no'),
  fact.is('publicSafetyFactors.aggravating.weapon', [true], 'no'),
  fact.is('publicSafetyFactors.aggravating.seriousPriorRecord', [true], 'no'),
);

export const publicSafety = (): Rule => ({
  id: 'public-safety',
  kind: 'priority',
  title: 'Current threat to public safety',
  text:
    'A person has found, on the totality of the facts and by no category, that the respondent is a current threat to ' +
    'public safety, typically because of serious criminal conduct. Neither a conviction nor a database search is relied on alone.',
  cite:
    'DHS guidelines (Sept. 30, 2021), threat to public safety; OPLA guidance (Apr. 3, 2022), enforcement priorities, ' +
    'public safety',
  confidence: 'two-sources',
  unverified: [
    'that neither the fact of a conviction nor the result of a database search is relied on alone (read in one source)',
    'that recorded criminal conduct asks for the finding, and that without any a valid background check means no threat',
  ],
  holds: when(
    fact.recorded('threatFinding'),
    fact.is('threatFinding.poses', [true], 'unknown'),
    when(conductRecorded, fact.ask('threatFinding'), unseen),
  ),
});
