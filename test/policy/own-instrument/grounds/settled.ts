/** Ground: settled here. */
import { all, any, fact, some } from '../../../../shared/policy/proposition.ts';
import type { Rule } from '../../../../shared/policy/rule.ts';
import type { Parameters } from '../parameters.ts';

export const settled = ({ settledYears }: Parameters): Rule => ({
  id: 'settled',
  kind: 'ground',
  title: 'Settled here',
  text: 'The person has been here a long time, or has an approved family petition with a visa available.',
  cite: 'Docket directive of an imaginary field office (Sept. 1, 2021), 2',
  confidence: 'unverified',
  holds: any(
    fact.yearsComplete('firstPresence', settledYears, 'no'),
    some('relief', (request) =>
      all(
        request.is('kind', ['i-130'], 'no'),
        request.is('status', ['approved'], 'no'),
        request.is('visaAvailable', [true], 'unknown'),
      ),
    ),
  ),
});
