import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('cells stand in quotes, a quote twice, lines end as RFC 4180 has it', () => {
  expect(csvOf([['a', 'b "c"', 'd,e\nf'], ['']])).toBe('"a","b ""c""","d,e\nf"\r\n""\r\n');
  expect(csvOf([])).toBe('');
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u00A0=1',
  '\uFEFF=1',
  '\uFF1D1',
  '\uFF0B1',
  '\uFF0D1',
  '\uFF201',
  '=cmd|"/c calc"!A1',
])('%j stays text', (text) => {
  expect(csvOf([[text]])).toBe(`"'${text.replaceAll('"', '""')}"\r\n`);
});

test.each(['2021-06-15', 'own-motion', 'a=b', "it's", '', '  '])('%j is left as it is', (text) => {
  expect(csvOf([[text]])).toBe(`"${text}"\r\n`);
});
