/** Ground: the notice to appear cannot stand in law; the regulation's own grounds, not discretion. */
import { any, fact } from '../../proposition.ts';
import type { Rule } from '../../rule.ts';

export const legalInsufficiency = (): Rule => ({
  id: 'legal-insufficiency',
  kind: 'ground',
  title: 'Legal insufficiency',
  text:
    'The respondent has died, there is probative evidence that he or she is a national of the United States, or he or ' +
    'she is not deportable or inadmissible.',
  cite: '8 CFR 239.2(a)(1) to (3); 8 CFR 239.2(c), 1239.2(c)',
  confidence: 'one-source',
  holds: any(
    fact.is('deceased', [true], 'no'),
    fact.is('citizenshipEvidence', [true], 'no'),
    fact.is('removable', [false], 'no'),
  ),
});
