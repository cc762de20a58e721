/** What is said of the instrument beside its answers: its numbers with unit, basis and first day, and how well rules are known. */
import { expect, it } from 'vitest';
import { opla20220403 } from './instrument.ts';

it.each([
  ['borderCutOff', '2020-11-01', 'date', 'memo', undefined],
  ['afterBorderCutOff', '2020-11-02', 'date', 'memo', 'borderCutOff'],
  ['backgroundCheck', 365, 'days', 'product', undefined],
])('%s is %s, in %s, from the day it is in force', (name, value, unit, basis, dayAfter) => {
  const parameter = opla20220403.parameters[name];
  expect(parameter).toMatchObject({ name, value, unit, basis, from: '2022-04-25' });
  expect(parameter?.dayAfter).toBe(dayAfter);
});

it('names no other number', () => {
  expect(Object.keys(opla20220403.parameters)).toHaveLength(3);
});

it('says how well each rule is known', () => {
  const rules = [...opla20220403.priorities, ...opla20220403.grounds];
  expect(rules.map(({ id, confidence }) => [id, confidence])).toEqual([
    ['national-security', 'two-sources'],
    ['public-safety', 'two-sources'],
    ['border-security', 'two-sources'],
    ['legal-insufficiency', 'one-source'],
  ]);
});
