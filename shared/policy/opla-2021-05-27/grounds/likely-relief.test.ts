/** Likely relief outside removal proceedings. Contract, section 2. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../events/facts.ts';
import { type RuleRow, ruleNamed, said } from '../../../../test/rules/table.ts';

const answerTo = ruleNamed('likely-relief');

type Request = NonNullable<NonNullable<Facts['relief']>[string]>;

const request = (kind: Request['kind'], status: Request['status'], more: Partial<Request> = {}): Facts => ({
  relief: { r1: { kind, status, ...more } },
});

describe('relief other than a family petition', () => {
  it.each<RuleRow>([
    { given: 'approved', facts: request('tps', 'approved'), holds: true },
    {
      given: 'approved, whatever was found before',
      facts: request('u', 'approved', { primaFacie: false }),
      holds: true,
    },
    { given: 'pending, prima facie', facts: request('tps', 'pending', { primaFacie: true }), holds: true },
    { given: 'pending, not prima facie', facts: request('tps', 'pending', { primaFacie: false }), holds: false },
    {
      given: 'pending, no finding',
      facts: request('sij', 'pending'),
      holds: 'unknown',
      missing: ['relief.r1.primaFacie'],
    },
    { given: 'announced', facts: request('t', 'announced'), holds: 'unknown', missing: ['relief.r1.status'] },
    {
      given: 'announced, prima facie',
      facts: request('t', 'announced', { primaFacie: true }),
      holds: 'unknown',
      missing: ['relief.r1.status'],
    },
    { given: 'announced, not prima facie', facts: request('t', 'announced', { primaFacie: false }), holds: false },
    { given: 'denied', facts: request('tps', 'denied', { primaFacie: true }), holds: false },
    { given: 'barred, approved', facts: request('tps', 'approved', { bars: true }), holds: false },
    { given: 'barred, pending', facts: request('tps', 'pending', { bars: true }), holds: false },
    { given: 'barred, announced', facts: request('tps', 'announced', { bars: true }), holds: false },
    { given: 'no bar recorded as such', facts: request('tps', 'approved', { bars: false }), holds: true },
    {
      given: 'a visa says nothing outside a family petition',
      facts: request('adjustment', 'pending', { visaAvailable: true }),
      holds: 'unknown',
      missing: ['relief.r1.primaFacie'],
    },
    { given: 'nothing requested', facts: {}, holds: false },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });

  it.each<Request['kind']>([
    'tps',
    'sij',
    'i-360-vawa',
    'u',
    't',
    'naturalization',
    'adjustment',
    'deferred-action',
    'other',
  ])('%s counts once approved', (kind) => {
    expect(answerTo({ given: kind, facts: request(kind, 'approved'), holds: true }).holds).toBe(true);
  });
});

describe('a family petition, I-130', () => {
  it.each<RuleRow>([
    { given: 'approved, a visa available', facts: request('i-130', 'approved', { visaAvailable: true }), holds: true },
    { given: 'approved, no visa', facts: request('i-130', 'approved', { visaAvailable: false }), holds: false },
    {
      given: 'approved, nothing known of a visa',
      facts: request('i-130', 'approved'),
      holds: 'unknown',
      missing: ['relief.r1.visaAvailable'],
    },
    {
      given: 'approved, nothing known of a visa, prima facie',
      facts: request('i-130', 'approved', { primaFacie: true }),
      holds: 'unknown',
      missing: ['relief.r1.visaAvailable'],
    },
    {
      given: 'pending, however likely',
      facts: request('i-130', 'pending', { visaAvailable: true, primaFacie: true }),
      holds: false,
    },
    { given: 'announced', facts: request('i-130', 'announced'), holds: false },
    { given: 'denied', facts: request('i-130', 'denied', { visaAvailable: true }), holds: false },
    { given: 'barred', facts: request('i-130', 'approved', { visaAvailable: true, bars: true }), holds: false },
    { given: 'barred, nothing known of a visa', facts: request('i-130', 'approved', { bars: true }), holds: false },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('relief within the proceedings is no reason to end them', () => {
  it.each<RuleRow>([
    { given: 'asylum approved', facts: request('asylum', 'approved'), holds: false },
    { given: 'asylum pending, prima facie', facts: request('asylum', 'pending', { primaFacie: true }), holds: false },
    { given: 'asylum pending, no finding', facts: request('asylum', 'pending'), holds: false },
    { given: 'cancellation announced', facts: request('cancellation', 'announced'), holds: false },
    { given: 'cancellation approved', facts: request('cancellation', 'approved'), holds: false },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('several requests', () => {
  it.each<RuleRow>([
    {
      given: 'one denied and one approved',
      facts: { relief: { a: { kind: 'tps', status: 'denied' }, b: { kind: 'sij', status: 'approved' } } },
      holds: true,
    },
    {
      given: 'each missing something of its own, by id in code-point order',
      facts: {
        relief: {
          '\u{1F4C4}': { kind: 'tps', status: 'pending' },
          '\uFF5E': { kind: 'i-130', status: 'approved' },
          é: { kind: 'u', status: 'announced' },
          '9': { kind: 't', status: 'pending' },
          '10': { kind: 'sij', status: 'pending' },
        },
      },
      holds: 'unknown',
      missing: [
        'relief.10.primaFacie',
        'relief.9.primaFacie',
        'relief.é.status',
        'relief.\uFF5E.visaAvailable',
        'relief.\u{1F4C4}.primaFacie',
      ],
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});
