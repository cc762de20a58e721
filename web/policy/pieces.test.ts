import { expect, test } from 'vitest';
import { wordsOf } from '../../shared/policy/document/instrument-words.ts';
import type { Line } from '../../shared/policy/document/outline.ts';
import { policyDocument } from '../../shared/policy/document/policy-document.ts';
import { instruments } from '../../shared/policy/instruments.ts';
import { piecesOf } from './pieces.ts';

const shown = (text: string) =>
  piecesOf(text).map(({ kind, text: said }) => (kind === 'text' ? said : `<${kind}:${said}>`));

const MARKS = { text: '', code: '`', term: '*' } as const;

test.each([
  { given: '', expected: [] },
  { given: 'any of:', expected: ['any of:'] },
  { given: '`stage` is `pending`', expected: ['<code:stage>', ' is ', '<code:pending>'] },
  { given: 'not *present before*', expected: ['not ', '<term:present before>'] },
  {
    given: 'a `convictions.*.charge` of *the gang element*',
    expected: ['a ', '<code:convictions.*.charge>', ' of ', '<term:the gang element>'],
  },
  { given: '3 * 4 * 5 and ` alone', expected: ['3 * 4 * 5 and ` alone'] },
])('$given', ({ given, expected }) => {
  expect(shown(given)).toEqual(expected);
});

test('nothing of any instrument is lost, and no mark is left over', () => {
  let lines = 0;
  const look = (line: Line): void => {
    lines += 1;
    const pieces = piecesOf(line.text);
    expect(pieces.map(({ kind, text }) => MARKS[kind] + text + MARKS[kind]).join('')).toBe(line.text);
    expect(pieces.filter(({ kind, text }) => kind === 'text' && text.includes('`'))).toEqual([]);
    line.parts.forEach(look);
  };
  for (const instrument of instruments) {
    const words = wordsOf(instrument.id);
    if (words === undefined) throw new Error(`no words for ${instrument.id}`);
    const { priorities, grounds } = policyDocument(instrument, words);
    for (const { outline, definitions } of [...priorities, ...grounds]) [outline, ...definitions].forEach(look);
  }
  expect(lines).toBeGreaterThan(100);
});
