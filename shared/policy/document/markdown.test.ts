import { describe, expect, it } from 'vitest';
import { capitalized, counted, dayInWords, listOr, ordinal } from './english.ts';
import { blocks, list, nested, table, valueInWords } from './markdown.ts';

describe('Markdown', () => {
  it('keeps a cell on one line and its bars in it', () => {
    expect(table(['a', 'b'], [['1 | 2', 'x\ny']])).toBe('| a | b |\n|---|---|\n| 1 \\| 2 | x y |');
  });

  it('sets each level of an outline in', () => {
    const leaf = { text: 'c', parts: [] };
    expect(nested([{ text: 'a', parts: [{ text: 'b', parts: [leaf] }] }, leaf])).toBe('- a\n  - b\n    - c\n- c');
  });

  it('leaves out blocks that are empty', () => {
    expect(blocks('a', undefined, '', list(['b', 'c']))).toBe('a\n\n- b\n- c');
  });
});

describe('numbers and days in words', () => {
  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [16, '16th'],
    [21, '21st'],
    [22, '22nd'],
    [111, '111th'],
    [101, '101st'],
  ])('%i is %s', (number, said) => {
    expect(ordinal(number)).toBe(said);
  });

  it('names days, counts and choices as they are spoken', () => {
    expect([dayInWords('2020-11-01'), dayInWords('2021-01-31'), dayInWords('2021-12-09')]).toEqual([
      'November 1, 2020',
      'January 31, 2021',
      'December 9, 2021',
    ]);
    expect([counted(1, 'years'), counted(10, 'years'), counted(1, 'days')]).toEqual(['1 year', '10 years', '1 day']);
    expect([listOr(['a']), listOr(['a', 'b']), listOr(['a', 'b', 'c'])]).toEqual(['a', 'a or b', 'a, b or c']);
    expect(capitalized('any of:')).toBe('Any of:');
    const parameter = { name: 'n', basis: 'memo', source: 's', from: '2021-05-27' } as const;
    expect(valueInWords({ ...parameter, value: '2020-11-01', unit: 'date' })).toBe('November 1, 2020');
    expect(valueInWords({ ...parameter, value: 280, unit: 'days' })).toBe('280 days');
  });
});
