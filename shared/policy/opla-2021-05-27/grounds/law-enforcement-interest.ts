/** Ground: significant law enforcement or other governmental interest. Restricted information, and never OPLA's decision alone. */
import { fact, no, when } from '../../proposition.ts';
import type { Rule } from '../../rule.ts';

export const lawEnforcementInterest = (): Rule => ({
  id: 'law-enforcement-interest',
  kind: 'ground',
  title: 'Law-enforcement or other governmental interest',
  text:
    'The respondent is a cooperating witness or confidential informant, or otherwise significantly assists law ' +
    'enforcement. The agency concerned is asked; its opposition ends the matter.',
  cite: 'OPLA memo (May 27, 2021), Dismissal of Proceedings, category 4',
  confidence: 'two-sources',
  holds: when(
    fact.is('cooperation.agencyPosition', ['opposes'], 'no'),
    no,
    when(
      fact.recorded('cooperation.assisting', 'cooperation.agencyPosition'),
      fact.is('cooperation.assisting', [true], 'unknown'),
      no,
    ),
  ),
});
