/** Law-enforcement interest: never decided here alone, and ended by the agency's opposition. Contract, section 2. */
import { expect, it } from 'vitest';
import { type RuleRow, ruleNamed, said } from '../../../../test/rules/table.ts';

const answerTo = ruleNamed('law-enforcement-interest');
const asked = ['cooperation.assisting'];

it.each<RuleRow>([
  { given: 'assisting', facts: { cooperation: { assisting: true } }, holds: true },
  {
    given: 'assisting, the agency supports',
    facts: { cooperation: { assisting: true, agencyPosition: 'supports' } },
    holds: true,
  },
  {
    given: 'assisting, the agency opposes',
    facts: { cooperation: { assisting: true, agencyPosition: 'opposes' } },
    holds: false,
  },
  { given: 'not assisting', facts: { cooperation: { assisting: false } }, holds: false },
  {
    given: 'not assisting, the agency supports',
    facts: { cooperation: { assisting: false, agencyPosition: 'supports' } },
    holds: false,
  },
  {
    given: 'the agency supports, and nothing said of assistance',
    facts: { cooperation: { agencyPosition: 'supports' } },
    holds: 'unknown',
    missing: asked,
  },
  {
    given: 'the agency opposes, and nothing said of assistance',
    facts: { cooperation: { agencyPosition: 'opposes' } },
    holds: false,
  },
  { given: 'no cooperation recorded', facts: {}, holds: false },
  {
    given: 'victim of a serious crime, which is another ground',
    facts: { humanitarian: { victimOfSeriousCrime: true } },
    holds: false,
  },
])('law-enforcement interest, $given: $holds', (row) => {
  expect(answerTo(row)).toEqual(said(row));
});
