/** Ground: long-term lawful permanent residents. */
import { all, fact } from '../../proposition.ts';
import type { Rule } from '../../rule.ts';
import type { Parameters } from '../parameters.ts';

export const longTermResident = ({ longTermResidence }: Parameters): Rule => ({
  id: 'long-term-resident',
  kind: 'ground',
  title: 'Long-term lawful permanent resident',
  text: 'The person has been a lawful permanent resident for many years, here read as ten full years.',
  cite: 'OPLA memo (May 27, 2021), Dismissal of Proceedings, category 5',
  confidence: 'two-sources',
  unverified: ['particular weight of a young age at admission and of close family and community ties'],
  holds: all(
    fact.is('lawfulStatus.kind', ['lpr'], 'no'),
    fact.yearsComplete('lawfulStatus.since', longTermResidence, 'unknown'),
  ),
});
