/** Answers for a whole run, laid beside what a case says itself. */
import { expect, it } from 'vitest';
import type { StandingFacts } from '../../docket/record.ts';
import { withReadings } from './with-readings.ts';

const answers = { 'border-re-entry': 'present-stay', 'gang-age': 'present-age' };

it('stand where the case has no reading of its own', () => {
  const standing: StandingFacts = {
    facts: { stage: 'pending', readings: { 'gang-age': 'at-participation' } },
    prohibitedAsserted: false,
  };
  expect(withReadings(standing, answers)).toEqual({
    facts: { stage: 'pending', readings: { 'border-re-entry': 'present-stay', 'gang-age': 'at-participation' } },
    prohibitedAsserted: false,
  });
});

it('stand before what only a prohibited source reads, as any other source does', () => {
  const standing: StandingFacts = {
    facts: { stage: 'pending' },
    withProhibited: { stage: 'pending', readings: { 'gang-age': 'at-participation', 'border-admitted': 'literal' } },
    prohibitedAsserted: true,
  };
  const { facts, withProhibited } = withReadings(standing, answers);
  expect(facts.readings).toEqual(answers);
  expect(withProhibited?.readings).toEqual({ ...answers, 'border-admitted': 'literal' });
});

it('leave a record as it is when there are none', () => {
  const standing: StandingFacts = { facts: { stage: 'pending' }, prohibitedAsserted: false };
  expect(withReadings(standing, {})).toBe(standing);
});
