/** Priority: threat to national security. Beside terrorism and espionage OPLA names serious human-rights violators. */
import { all, any, fact, not, some, when } from '../../proposition.ts';
import type { Rule } from '../../rule.ts';

/** An allegation of persecution, genocide or torture proves nothing by itself; it asks a person for a finding. */
export const violationAlleged = any(
  some('ntaCharges', (charge) =>
    all(
      charge.is('status', ['alleged', 'sustained'], 'no'),
      charge.chargedUnder('code', '212(a)(3)(E)', '237(a)(4)(D)'),
    ),
  ),
  fact.is('aggravating.persecution', [true], 'no'),
);

const humanRightsViolator = when(
  all(violationAlleged, not(fact.recorded('nationalSecurity.humanRightsViolator'))),
  fact.ask('nationalSecurity.humanRightsViolator'),
  fact.is('nationalSecurity.humanRightsViolator', [true], 'background-check'),
);

export const nationalSecurity = (): Rule => ({
  id: 'national-security',
  kind: 'priority',
  title: 'Threat to national security',
  text:
    'The person has engaged in or is suspected of terrorism or espionage or activity related to either, or is otherwise ' +
    'a danger to national security; among those OPLA counts serious human-rights violators.',
  cite:
    'DHS guidelines (Sept. 30, 2021), threat to national security; OPLA guidance (Apr. 3, 2022), enforcement ' +
    'priorities, national security',
  confidence: 'two-sources',
  unverified: [
    'that a determination that custody is necessary to protect national security also finds a danger to it',
    'that persecution on record, or charged under INA 212(a)(3)(E) or 237(a)(4)(D), asks for a finding and is not one',
  ],
  holds: any(
    some('ntaCharges', (charge) =>
      all(
        charge.is('status', ['alleged', 'sustained'], 'no'),
        charge.chargedUnder('code', '212(a)(3)(A)', '212(a)(3)(B)', '212(a)(3)(F)', '237(a)(4)(A)', '237(a)(4)(B)'),
        not(charge.chargedUnder('code', '237(a)(4)(A)(ii)')),
      ),
    ),
    fact.is('nationalSecurity.terrorismOrEspionage', ['engaged', 'suspected'], 'background-check'),
    fact.is('nationalSecurity.otherwiseNecessary', [true], 'background-check'),
    humanRightsViolator,
  ),
});
