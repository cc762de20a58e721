/** Other priority: only what a field office director or special agent in charge approved. Contract, section 2. */
import { expect, it } from 'vitest';
import { type RuleRow, ruleNamed, said } from '../../../../test/rules/table.ts';

const answerTo = ruleNamed('other');

it.each<RuleRow>([
  {
    given: 'approved by a field office director',
    facts: { otherPriorityApproval: { by: 'field-office-director', on: '2021-06-10' } },
    holds: true,
  },
  {
    given: 'approved by a special agent in charge',
    facts: { otherPriorityApproval: { by: 'special-agent-in-charge', on: '2021-06-10' } },
    holds: true,
  },
  { given: 'no approval on record', facts: {}, holds: false },
  {
    given: 'a grave record without approval, which infers nothing',
    facts: { aggravating: { seriousCriminalHistory: true }, pendingCharges: { p1: { offense: 'robbery' } } },
    holds: false,
  },
  {
    given: 'approved after the day of the answer, since the day does not filter updates',
    facts: { otherPriorityApproval: { by: 'field-office-director', on: '2021-06-16' } },
    holds: true,
  },
])('another priority, $given: $holds', (row) => {
  expect(answerTo(row)).toEqual(said(row));
});
