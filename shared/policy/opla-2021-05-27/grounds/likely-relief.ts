/** Ground: likely to be granted temporary or permanent relief outside removal proceedings. */
import { all, any, no, not, some, when } from '../../proposition.ts';
import type { Rule } from '../../rule.ts';

export const likelyRelief = (): Rule => ({
  id: 'likely-relief',
  kind: 'ground',
  title: 'Likely relief outside the proceedings',
  text:
    'The person is likely to be granted temporary or permanent relief outside removal proceedings: prima facie ' +
    'eligible, or the beneficiary of an approved I-130 with a visa now or in the near future. A pending petition alone supports a continuance.',
  cite: 'OPLA memo (May 27, 2021), Dismissal of Proceedings, category 2',
  confidence: 'two-sources',
  holds: some('relief', (request) => {
    const petition = all(request.is('status', ['approved'], 'no'), request.is('visaAvailable', [true], 'unknown'));
    const otherRelief = any(
      request.is('status', ['approved'], 'no'),
      all(request.is('status', ['pending'], 'no'), request.is('primaFacie', [true], 'unknown')),
      all(
        request.is('status', ['announced'], 'no'),
        not(request.is('primaFacie', [false], 'no')),
        request.ask('status'),
      ),
    );
    return when(
      any(
        // Relief within the proceedings is no reason to end them.
        request.is('kind', ['asylum', 'cancellation'], 'no'),
        request.is('status', ['denied'], 'no'),
        request.is('bars', [true], 'no'),
      ),
      no,
      when(request.is('kind', ['i-130'], 'no'), petition, otherRelief),
    );
  }),
});
