import { expect, test } from 'vitest';
import { valueText } from './words.ts';

test.each([
  ['2022-11-07', 'November 7, 2022'],
  [
    'day of the next hearing: 2022-11-07; kind: individual',
    'day of the next hearing: November 7, 2022; kind: individual',
  ],
  [
    'kind: individual; day of the next hearing: 2022-11-07',
    'kind: individual; day of the next hearing: November 7, 2022',
  ],
  ['2022-11', '2022-11'],
  ['2021-02-30', '2021-02-30'],
  ['2021-99-99', '2021-99-99'],
  ['docket 2022-11-07-3', 'docket 2022-11-07-3'],
  ['offense: theft, as of 2022-11-07', 'offense: theft, as of 2022-11-07'],
])('a whole day is written as people write it, and nothing else is touched: %s', (value, text) => {
  expect(valueText(value)).toBe(text);
});
