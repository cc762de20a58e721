import { describe, expect, test } from 'vitest';
import { type Findable, findingValue } from './finding-value.ts';

const threat: Findable = {
  path: 'threatFinding',
  name: 'finding on threat',
  isNeeded: true,
  input: 'choice',
  options: [
    { value: { poses: true, on: '2021-08-02' }, says: 'found to pose a threat' },
    { value: { poses: false, on: '2021-08-02' }, says: 'found to pose none' },
    { value: null, says: 'not known after all' },
  ],
};
const typed = (input: Findable['input']): Findable => ({ path: 'p', name: 'n', isNeeded: false, input, options: [] });

describe('what a person found, as the docket has it', () => {
  test.each([
    { findable: threat, text: '0', value: { poses: true, on: '2021-08-02' } },
    { findable: threat, text: '1', value: { poses: false, on: '2021-08-02' } },
    { findable: threat, text: '2', value: null },
    { findable: typed('date'), text: '2021-02-28', value: '2021-02-28' },
    { findable: typed('date'), text: ' 2024-02-29 ', value: '2024-02-29' },
    { findable: typed('partial-date'), text: '2019', value: '2019' },
    { findable: typed('partial-date'), text: '2019-12', value: '2019-12' },
    { findable: typed('partial-date'), text: '2019-12-31', value: '2019-12-31' },
    { findable: typed('number'), text: '0', value: 0 },
    { findable: typed('number'), text: '36', value: 36 },
    { findable: typed('text'), text: ' NYC ', value: 'NYC' },
  ])('$findable.input $text', ({ findable, text, value }) => {
    expect(findingValue(findable, text)).toEqual({ kind: 'value', value });
  });

  test.each([
    { findable: threat, text: '', says: 'Choose an answer.' },
    { findable: threat, text: '3', says: 'Choose an answer.' },
    { findable: typed('date'), text: '', says: 'Fill this in.' },
    { findable: typed('date'), text: '2021-02-30', says: 'Give a day that exists, as YYYY-MM-DD.' },
    { findable: typed('date'), text: '2021-02', says: 'Give a day that exists, as YYYY-MM-DD.' },
    { findable: typed('partial-date'), text: '2019-13', says: /^Give a year/ },
    { findable: typed('partial-date'), text: '2021-02-30', says: /^Give a year/ },
    { findable: typed('partial-date'), text: '19', says: /^Give a year/ },
    { findable: typed('number'), text: '3.5', says: /^Give a whole number/ },
    { findable: typed('number'), text: '1e3', says: /^Give a whole number/ },
    { findable: typed('number'), text: '-1', says: /^Give a whole number/ },
    { findable: typed('text'), text: '  ', says: 'Fill this in.' },
  ])('not $findable.input "$text"', ({ findable, text, says }) => {
    expect(findingValue(findable, text)).toEqual({ kind: 'fault', says: expect.stringMatching(says) });
  });
});
