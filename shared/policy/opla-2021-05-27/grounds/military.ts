/** Ground: military service members and immediate relatives. */
import { all, any, no, question, some, when, yes } from '../../proposition.ts';
import type { Rule } from '../../rule.ts';

export const military = (): Rule => ({
  id: 'military',
  kind: 'ground',
  title: 'Military service members and immediate relatives',
  text:
    'The respondent or an immediate relative is a current member of the Armed Forces, or a former member who was ' +
    'honorably discharged.',
  cite: 'OPLA memo (May 27, 2021), Dismissal of Proceedings, category 1',
  confidence: 'two-sources',
  holds: some('militaryService', (member) =>
    all(
      any(
        member.is('service', ['current'], 'no'),
        all(member.is('service', ['former'], 'no'), member.is('discharge', ['honorable'], 'unknown')),
      ),
      when(
        member.is('who', ['self', 'spouse', 'parent', 'child'], 'no'),
        yes,
        when(
          member.is('who', ['sibling'], 'no'),
          question('military-relative', { 'spouse-parent-child': false, 'and-siblings': true, 'any-family': true }),
          when(
            member.is('who', ['other-relative'], 'no'),
            question('military-relative', { 'spouse-parent-child': false, 'and-siblings': false, 'any-family': true }),
            no,
          ),
        ),
      ),
    ),
  ),
});
