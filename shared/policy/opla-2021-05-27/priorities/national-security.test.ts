/** National security: suspicion is enough, and silence is no only under a valid check. Contract, section 2. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../events/facts.ts';
import { type RuleRow, ruleNamed, said } from '../../../../test/rules/table.ts';

const answerTo = ruleNamed('national-security');

type Charge = NonNullable<NonNullable<Facts['ntaCharges']>[string]>;

const checked: Facts = { backgroundCheckedOn: '2021-06-01' };
const charged = (code: string, status: Charge['status'] = 'alleged'): Facts => ({
  ...checked,
  ntaCharges: { n1: { code, status } },
});

describe('national security, by what is recorded of it', () => {
  it.each<RuleRow>([
    {
      given: 'engaged in terrorism or espionage',
      facts: { nationalSecurity: { terrorismOrEspionage: 'engaged' } },
      holds: true,
    },
    { given: 'suspected of it', facts: { nationalSecurity: { terrorismOrEspionage: 'suspected' } }, holds: true },
    {
      given: 'an agency finds custody otherwise necessary',
      facts: { nationalSecurity: { otherwiseNecessary: true } },
      holds: true,
    },
    {
      given: 'no terrorism, but otherwise necessary',
      facts: { nationalSecurity: { terrorismOrEspionage: 'none', otherwiseNecessary: true } },
      holds: true,
    },
    {
      given: 'both recorded as no, and no check',
      facts: { nationalSecurity: { terrorismOrEspionage: 'none', otherwiseNecessary: false } },
      holds: false,
    },
    {
      given: 'one recorded as no, the other not, and no check',
      facts: { nationalSecurity: { terrorismOrEspionage: 'none' } },
      holds: 'unknown',
      missing: ['backgroundCheckedOn'],
    },
    {
      given: 'the other recorded as no, and no check',
      facts: { nationalSecurity: { otherwiseNecessary: false } },
      holds: 'unknown',
      missing: ['backgroundCheckedOn'],
    },
    {
      given: 'one recorded as no under a valid check',
      facts: { ...checked, nationalSecurity: { terrorismOrEspionage: 'none' } },
      holds: false,
    },
    { given: 'nothing recorded at all', facts: {}, holds: 'unknown', missing: ['backgroundCheckedOn'] },
    { given: 'nothing recorded but a valid check', facts: checked, holds: false },
    {
      given: 'a serious conviction, which is general crime',
      facts: { ...checked, convictions: { c1: { offense: 'murder', aggravatedFelony: true, disposition: 'final' } } },
      holds: false,
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('national security, by the age of the background check', () => {
  const on = (backgroundCheckedOn: string): Facts => ({ backgroundCheckedOn });
  const stale: Pick<RuleRow, 'holds' | 'missing'> = { holds: 'unknown', missing: ['backgroundCheckedOn'] };
  it.each<RuleRow>([
    { given: 'checked on the day itself', facts: on('2021-06-15'), holds: false },
    { given: 'checked 365 days before', facts: on('2020-06-15'), holds: false },
    { given: 'checked 366 days before', facts: on('2020-06-14'), ...stale },
    { given: 'checked tomorrow', facts: on('2021-06-16'), ...stale },
    { given: 'checked some day last month', facts: on('2021-05'), holds: false },
    {
      given: 'checked some day this month, perhaps later',
      facts: on('2021-06'),
      ...stale,
    },
    {
      given: 'checked in a month that began 379 days before',
      facts: on('2020-06'),
      ...stale,
    },
    { given: 'checked in a month wholly within the 365 days', facts: on('2020-07'), holds: false },
    {
      given: 'checked in a month that began 365 days before',
      facts: on('2020-06'),
      asOf: '2021-06-01',
      holds: false,
    },
    {
      given: 'a leap day in between makes it 366',
      facts: on('2019-06-15'),
      asOf: '2020-06-15',
      ...stale,
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('national security, by the charges of the notice', () => {
  it.each<RuleRow>([
    { given: '212(a)(3)(A), espionage', facts: charged('212(a)(3)(A)'), holds: true },
    { given: '212(a)(3)(A)(i)(I), a sub-clause', facts: charged('212(a)(3)(A)(i)(I)'), holds: true },
    { given: '212(a)(3)(B), terrorist activity', facts: charged('212(a)(3)(B)'), holds: true },
    { given: '212(a)(3)(F), association', facts: charged('212(a)(3)(F)'), holds: true },
    { given: '237(a)(4)(A)', facts: charged('237(a)(4)(A)'), holds: true },
    { given: '237(a)(4)(A)(i)', facts: charged('237(a)(4)(A)(i)'), holds: true },
    { given: '237(a)(4)(A)(ii), the exception', facts: charged('237(a)(4)(A)(ii)'), holds: false },
    { given: '237(a)(4)(A)(iii), which only looks like it', facts: charged('237(a)(4)(A)(iii)'), holds: true },
    { given: '237(a)(4)(B)', facts: charged('237(a)(4)(B)'), holds: true },
    { given: '212(a)(3)(C), foreign policy', facts: charged('212(a)(3)(C)'), holds: false },
    { given: '237(a)(4)(C), foreign policy', facts: charged('237(a)(4)(C)'), holds: false },
    { given: '212(a)(3)(E), persecution', facts: charged('212(a)(3)(E)'), holds: false },
    { given: '237(a)(4)(D), persecution', facts: charged('237(a)(4)(D)'), holds: false },
    { given: '237(a)(2)(D), espionage conviction: for an attorney', facts: charged('237(a)(2)(D)'), holds: false },
    { given: '237(a)(2)(A)(iii), aggravated felony', facts: charged('237(a)(2)(A)(iii)'), holds: false },
    { given: 'a section above the named ones', facts: charged('212(a)(3)'), holds: false },
    { given: 'a section whose letters go on', facts: charged('237(a)(4)(AB)'), holds: false },
    { given: 'sustained', facts: charged('237(a)(4)(B)', 'sustained'), holds: true },
    { given: 'not sustained', facts: charged('237(a)(4)(B)', 'not-sustained'), holds: false },
    { given: 'withdrawn', facts: charged('237(a)(4)(B)', 'withdrawn'), holds: false },
    {
      given: 'withdrawn, without a check',
      facts: { ntaCharges: { n1: { code: '237(a)(4)(B)', status: 'withdrawn' } } },
      holds: 'unknown',
      missing: ['backgroundCheckedOn'],
    },
    {
      given: 'the exception beside a live charge',
      facts: {
        ...checked,
        ntaCharges: {
          n1: { code: '237(a)(4)(A)(ii)', status: 'sustained' },
          n2: { code: '212(a)(3)(F)', status: 'alleged' },
        },
      },
      holds: true,
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});
