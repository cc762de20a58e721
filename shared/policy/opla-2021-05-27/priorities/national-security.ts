/** Priority: national security. */
import { all, any, fact, not, some } from '../../proposition.ts';
import type { Rule } from '../../rule.ts';

export const nationalSecurity = (): Rule => ({
  id: 'national-security',
  kind: 'priority',
  title: 'National security',
  text:
    'The person has engaged in or is suspected of terrorism or espionage, or related activity, or an agency has ' +
    'determined that custody is otherwise necessary to protect national security. Suspicion is enough; no conviction is needed.',
  cite: 'OPLA memo (May 27, 2021), Enforcement and Removal Priority Cases; Johnson memo (Feb. 18, 2021), national security',
  confidence: 'two-sources',
  unverified: ['that general crime is not national security'],
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
  ),
});
