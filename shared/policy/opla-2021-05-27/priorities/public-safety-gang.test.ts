/**
 * Public safety, element (iii): participation in a gang at 16 or older. A threat is found and a check is valid
 * throughout, so that the priority holds just when the element is met. Contract, section 2.
 */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../events/facts.ts';
import { type RuleRow, ruleNamed, said } from '../../../../test/rules/table.ts';

const answerTo = ruleNamed('public-safety');

const found: Facts = { backgroundCheckedOn: '2021-06-01', threatFinding: { poses: true, on: '2021-06-10' } };
type Gang = NonNullable<Facts['gang']>;

/** Took part intentionally and furthered what the gang does; born on the day named. */
const tookPart = (birthDate: string | undefined, dates: Gang): Facts => ({
  ...found,
  ...(birthDate !== undefined && { birthDate }),
  gang: { intentional: true, furtheredIllegalActivity: true, ...dates },
});
/** Sixteen on 1 March 2019, eighteen on the day of the answer. */
const BORN = '2003-03-01';

describe('gang participation, by its kind', () => {
  const since = { from: '2019-03-01' };
  const adult: Facts = { ...found, birthDate: BORN };
  it.each<RuleRow>([
    { given: 'intentional and furthering illegal activity', facts: tookPart(BORN, since), holds: true },
    { given: 'not intentional', facts: tookPart(BORN, { ...since, intentional: false }), holds: false },
    {
      given: 'not furthering illegal activity',
      facts: tookPart(BORN, { ...since, furtheredIllegalActivity: false }),
      holds: false,
    },
    {
      given: 'intent not recorded',
      facts: { ...adult, gang: { ...since, furtheredIllegalActivity: true } },
      holds: 'unknown',
      missing: ['gang.intentional'],
    },
    {
      given: 'furtherance not recorded',
      facts: { ...adult, gang: { ...since, intentional: true } },
      holds: 'unknown',
      missing: ['gang.furtheredIllegalActivity'],
    },
    {
      given: 'neither recorded',
      facts: { ...adult, gang: since },
      holds: 'unknown',
      missing: ['gang.intentional', 'gang.furtheredIllegalActivity'],
    },
    { given: 'only a database entry', facts: { ...adult, gang: { databaseOnly: true } }, holds: false },
    { given: 'nothing recorded', facts: adult, holds: false },
    {
      given: 'one word of it recorded, and nothing of age',
      facts: { ...found, gang: { intentional: true } },
      holds: 'unknown',
      missing: ['gang.furtheredIllegalActivity', 'birthDate'],
    },
    {
      given: 'not intentional, and all else missing',
      facts: { ...found, gang: { intentional: false } },
      holds: false,
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('gang participation, by age', () => {
  it.each<RuleRow>([
    { given: 'begun on the sixteenth birthday', facts: tookPart(BORN, { from: '2019-03-01' }), holds: true },
    {
      given: 'begun the day before, end not recorded',
      facts: tookPart(BORN, { from: '2019-02-28' }),
      holds: 'unknown',
      missing: ['gang.to'],
    },
    {
      given: 'begun before, ended on the sixteenth birthday',
      facts: tookPart(BORN, { from: '2018', to: '2019-03-01' }),
      holds: true,
    },
    {
      given: 'begun before, ended the day before the birthday',
      facts: tookPart(BORN, { from: '2018', to: '2019-02-28' }),
      holds: 'unknown',
      missing: ['readings.gang-age'],
    },
    {
      given: 'ended the day before the birthday, begin not recorded',
      facts: tookPart(BORN, { to: '2019-02-28' }),
      holds: 'unknown',
      missing: ['readings.gang-age'],
    },
    { given: 'ended after the birthday, begin not recorded', facts: tookPart(BORN, { to: '2020' }), holds: true },
    {
      given: 'ended before, read as the age at participation',
      facts: { ...tookPart(BORN, { to: '2018' }), readings: { 'gang-age': 'at-participation' } },
      holds: false,
    },
    {
      given: 'ended before, read as the present age',
      facts: { ...tookPart(BORN, { to: '2018' }), readings: { 'gang-age': 'present-age' } },
      holds: true,
    },
    {
      given: 'begun at sixteen, whatever the reading',
      facts: { ...tookPart(BORN, { from: '2019-03' }), readings: { 'gang-age': 'at-participation' } },
      holds: true,
    },
    { given: 'dates not recorded', facts: tookPart(BORN, {}), holds: 'unknown', missing: ['gang.from'] },
    {
      given: 'birth not recorded',
      facts: tookPart(undefined, { from: '2019', to: '2020' }),
      holds: 'unknown',
      missing: ['birthDate'],
    },
    {
      given: 'begun some day of the year of the birthday, end not recorded',
      facts: tookPart(BORN, { from: '2019' }),
      holds: 'unknown',
      missing: ['gang.to'],
    },
    {
      given: 'ended some day of the year of the birthday, begin not recorded',
      facts: tookPart(BORN, { to: '2019' }),
      holds: 'unknown',
      missing: ['gang.from'],
    },
    {
      given: 'begun before, ended some day of the year of the birthday',
      facts: tookPart(BORN, { from: '2018', to: '2019' }),
      holds: 'unknown',
      missing: ['gang.to'],
    },
    {
      given: 'begun before, ended some day of the month of the birthday, which is the first',
      facts: tookPart(BORN, { from: '2018', to: '2019-03' }),
      holds: true,
    },
    {
      given: 'birth known to the year only, begun the year after the birthday',
      facts: tookPart('2003', { from: '2020' }),
      holds: true,
    },
    {
      given: 'birth known to the year only, begun within the year of the birthday',
      facts: tookPart('2003', { from: '2019-06' }),
      holds: 'unknown',
      missing: ['gang.to'],
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});

describe('gang participation, by age on the day of the answer', () => {
  it.each<RuleRow>([
    {
      given: 'sixteen today, begun today',
      facts: tookPart('2005-06-15', { from: '2021-06-15' }),
      holds: true,
    },
    {
      given: 'sixteen today, ended yesterday',
      facts: tookPart('2005-06-15', { from: '2020', to: '2021-06-14' }),
      holds: 'unknown',
      missing: ['readings.gang-age'],
    },
    { given: 'sixteen tomorrow', facts: tookPart('2005-06-16', { from: '2020', to: '2021-06-14' }), holds: false },
    { given: 'sixteen tomorrow, dates not recorded', facts: tookPart('2005-06-16', {}), holds: false },
    {
      given: 'sixteen tomorrow, the question answered for the present age',
      facts: { ...tookPart('2005-06-16', { to: '2021' }), readings: { 'gang-age': 'present-age' } },
      holds: false,
    },
    {
      given: 'born some day of next month, sixteen years ago',
      facts: tookPart('2005-07', { from: '2020' }),
      holds: false,
    },
    {
      given: 'born some day of this month, sixteen years ago, so perhaps not sixteen yet',
      facts: tookPart('2005-06', { from: '2020' }),
      holds: 'unknown',
      missing: ['birthDate'],
    },
    {
      given: 'born on 29 February, sixteen on 29 February',
      facts: tookPart('2004-02-29', { from: '2020-02-29' }),
      holds: true,
    },
    {
      given: 'born on 29 February, begun the day before',
      facts: tookPart('2004-02-29', { from: '2019', to: '2020-02-28' }),
      holds: 'unknown',
      missing: ['readings.gang-age'],
    },
  ])('$given: $holds', (row) => {
    expect(answerTo(row)).toEqual(said(row));
  });
});
