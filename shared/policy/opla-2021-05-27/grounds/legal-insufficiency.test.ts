/** Legal insufficiency: what 8 CFR 239.2(a)(1) to (3) name; silence is no. Contract, section 2. */
import { expect, it } from 'vitest';
import { type RuleRow, ruleNamed, said } from '../../../../test/rules/table.ts';

const answerTo = ruleNamed('legal-insufficiency');

it.each<RuleRow>([
  { given: 'the respondent has died', facts: { deceased: true }, holds: true },
  { given: 'the respondent lives', facts: { deceased: false }, holds: false },
  { given: 'probative evidence of nationality', facts: { citizenshipEvidence: true }, holds: true },
  { given: 'no such evidence', facts: { citizenshipEvidence: false }, holds: false },
  { given: 'found not removable', facts: { removable: false }, holds: true },
  { given: 'found removable', facts: { removable: true }, holds: false },
  { given: 'nothing recorded, which is never unknown', facts: {}, holds: false },
  {
    given: 'removable and living, but with evidence of nationality',
    facts: { deceased: false, removable: true, citizenshipEvidence: true },
    holds: true,
  },
  {
    given: 'every charge withdrawn, which is a matter of the notice and not of the person',
    facts: { ntaCharges: { n1: { code: '237(a)(1)(B)', status: 'withdrawn' } } },
    holds: false,
  },
])('legal insufficiency, $given: $holds', (row) => {
  expect(answerTo(row)).toEqual(said(row));
});
