/** Long-term lawful permanent residents: ten full years. Contract, section 2. */
import { expect, it } from 'vitest';
import type { Facts } from '../../../../events/facts.ts';
import { type RuleRow, ruleNamed, said } from '../../../../test/rules/table.ts';

const answerTo = ruleNamed('long-term-resident');

const resident = (since?: string): Facts => ({ lawfulStatus: { kind: 'lpr', ...(since !== undefined && { since }) } });

it.each<RuleRow>([
  { given: 'ten years today', facts: resident('2011-06-15'), holds: true },
  { given: 'ten years tomorrow', facts: resident('2011-06-16'), holds: false },
  { given: 'since 2005', facts: resident('2005'), holds: true },
  { given: 'since 2015', facts: resident('2015'), holds: false },
  { given: 'since 2011', facts: resident('2011'), holds: 'unknown', missing: ['lawfulStatus.since'] },
  { given: 'since June 2011', facts: resident('2011-06'), holds: 'unknown', missing: ['lawfulStatus.since'] },
  { given: 'since May 2011', facts: resident('2011-05'), holds: true },
  { given: 'since July 2011', facts: resident('2011-07'), holds: false },
  { given: 'since when not recorded', facts: resident(), holds: 'unknown', missing: ['lawfulStatus.since'] },
  { given: 'since 29 February 2012, on 28 February', facts: resident('2012-02-29'), asOf: '2022-02-28', holds: false },
  { given: 'since 29 February 2012, on 1 March', facts: resident('2012-02-29'), asOf: '2022-03-01', holds: true },
  {
    given: 'a conditional resident for thirty years',
    facts: { lawfulStatus: { kind: 'conditional-lpr', since: '1991' } },
    holds: false,
  },
  { given: 'an asylee for thirty years', facts: { lawfulStatus: { kind: 'asylee', since: '1991' } }, holds: false },
  { given: 'no status', facts: { lawfulStatus: { kind: 'none' } }, holds: false },
  { given: 'status not recorded', facts: { firstPresence: '1991' }, holds: false },
])('permanent resident, $given: $holds', (row) => {
  expect(answerTo(row)).toEqual(said(row));
});
