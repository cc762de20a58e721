import { expect, test } from 'vitest';
import { FACT_NAMES, listCase } from './fact-list.ts';

const DAY = { first: 0, last: 0 };

test.each(FACT_NAMES.map((name, at) => ({ name, at })))('$name stands in its own place of the list', ({ name, at }) => {
  const facts = { [name]: 'something' };
  const { onFile, withProhibited } = listCase({ facts, prohibitedAsserted: false }, '2021-06-15', DAY);
  expect(onFile.values.indexOf('something')).toBe(at);
  expect(onFile.values).toHaveLength(FACT_NAMES.length);
  expect(withProhibited).toBeUndefined();
});

test('what only prohibited sources say is listed beside what is on file', () => {
  const standing = { facts: {}, withProhibited: { removable: false }, prohibitedAsserted: true };
  const { onFile, withProhibited } = listCase(standing, '2021-06-15', DAY);
  expect(onFile.values.every((value) => value === undefined)).toBe(true);
  expect(withProhibited?.values[FACT_NAMES.indexOf('removable')]).toBe(false);
});
