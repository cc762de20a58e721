/** Military service, of the respondent or an immediate relative. Contract, section 2; open questions, military-relative. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../events/facts.ts';
import { type RuleRow, ruleNamed, said } from '../../../../test/rules/table.ts';

const answerTo = ruleNamed('military');

type Member = NonNullable<NonNullable<Facts['militaryService']>[string]>;

const serving = (who: Member['who'], reading?: string): Facts => ({
  militaryService: { m1: { who, service: 'current' } },
  ...(reading !== undefined && { readings: { 'military-relative': reading } }),
});
const served = (who: Member['who'], discharge?: 'honorable' | 'other'): Facts => ({
  militaryService: { m1: { who, service: 'former', ...(discharge && { discharge }) } },
});

describe('service of the respondent and the nearest relatives', () => {
  it.each<RuleRow>([
    { given: 'the respondent serves now', facts: serving('self'), holds: true },
    { given: 'the spouse serves now', facts: serving('spouse'), holds: true },
    { given: 'a parent serves now', facts: serving('parent'), holds: true },
    { given: 'a child serves now', facts: serving('child'), holds: true },
    { given: 'formerly, honorably discharged', facts: served('self', 'honorable'), holds: true },
    { given: 'formerly, discharged otherwise', facts: served('self', 'other'), holds: false },
    {
      given: 'formerly, discharge not recorded',
      facts: served('parent'),
      holds: 'unknown',
      missing: ['militaryService.m1.discharge'],
    },
    {
      given: 'serves now, and an older discharge otherwise',
      facts: { militaryService: { m1: { who: 'self', service: 'current', discharge: 'other' } } },
      holds: true,
    },
    { given: 'no service recorded', facts: {}, holds: false },
    {
      given: 'the reading does not touch the nearest relatives',
      facts: serving('child', 'spouse-parent-child'),
      holds: true,
    },
    {
      given: 'two members, discharge of neither recorded',
      facts: {
        militaryService: { '9': { who: 'self', service: 'former' }, '10': { who: 'spouse', service: 'former' } },
      },
      holds: 'unknown',
      missing: ['militaryService.10.discharge', 'militaryService.9.discharge'],
    },
    {
      given: 'one discharged otherwise, another serving',
      facts: {
        militaryService: {
          m1: { who: 'self', service: 'former', discharge: 'other' },
          m2: { who: 'parent', service: 'current' },
        },
      },
      holds: true,
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('service of other relatives, which is an open question', () => {
  const asked = ['readings.military-relative'];
  it.each<RuleRow>([
    { given: 'a sibling serves now', facts: serving('sibling'), holds: 'unknown', missing: asked },
    { given: 'a cousin serves now', facts: serving('other-relative'), holds: 'unknown', missing: asked },
    { given: 'a sibling, spouse-parent-child', facts: serving('sibling', 'spouse-parent-child'), holds: false },
    { given: 'a cousin, spouse-parent-child', facts: serving('other-relative', 'spouse-parent-child'), holds: false },
    { given: 'a sibling, and-siblings', facts: serving('sibling', 'and-siblings'), holds: true },
    { given: 'a cousin, and-siblings', facts: serving('other-relative', 'and-siblings'), holds: false },
    { given: 'a sibling, any-family', facts: serving('sibling', 'any-family'), holds: true },
    { given: 'a cousin, any-family', facts: serving('other-relative', 'any-family'), holds: true },
    {
      given: 'a sibling, answered in words the question does not know',
      facts: serving('sibling', 'toString'),
      holds: 'unknown',
      missing: asked,
    },
    { given: 'a sibling, discharged otherwise', facts: served('sibling', 'other'), holds: false },
    {
      given: 'a sibling, discharge not recorded: both are missing, in this order',
      facts: served('sibling'),
      holds: 'unknown',
      missing: ['militaryService.m1.discharge', 'readings.military-relative'],
    },
    {
      given: 'a sibling beside the respondent: no question remains',
      facts: {
        militaryService: { a: { who: 'sibling', service: 'current' }, b: { who: 'self', service: 'current' } },
      },
      holds: true,
    },
    {
      given: 'a sibling and a cousin: the question is asked once',
      facts: {
        militaryService: {
          a: { who: 'sibling', service: 'current' },
          b: { who: 'other-relative', service: 'current' },
        },
      },
      holds: 'unknown',
      missing: asked,
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});
