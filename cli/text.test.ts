import { describe, expect, it } from 'vitest';
import { cut, printable, tableOf, wrapped } from './text.ts';

describe('a value of the docket on a terminal', () => {
  it.each([
    ['an escape sequence', '\u001b[31mred\u001b[0m', '\\u{1b}[31mred\\u{1b}[0m'],
    ['a line break, forging a second line', 'one\r\ntwo', 'one\\u{d}\\u{a}two'],
    ['a one-character control sequence introducer', '\u009b31m', '\\u{9b}31m'],
    ['an override of the reading direction', 'A\u202eB\u2066C', 'A\\u{202e}B\\u{2066}C'],
    ['line and paragraph separators', '\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['invisible characters', 'a\u200bb\ufeffc\u{e0041}', 'a\\u{200b}b\\u{feff}c\\u{e0041}'],
    ['NUL, backspace and delete', '\0\b\x7f', '\\u{0}\\u{8}\\u{7f}'],
    ['letters of any script, accents and signs', 'Peña 中文 عربي №5 😀', 'Peña 中文 عربي №5 😀'],
  ])('%s', (_what, text, printed) => {
    expect(printable(text)).toBe(printed);
  });
});

describe('lines of text', () => {
  it('are wrapped at words and indented under their lead', () => {
    expect(wrapped('one two three four', 12, '- ')).toEqual(['- one two', '  three four']);
    expect(wrapped('', 12, '- ')).toEqual(['-']);
    expect(wrapped('a-word-longer-than-the-line x', 10, '- ')).toEqual(['- a-word-longer-than-the-line', '  x']);
  });

  it('are cut with an ellipsis', () => {
    expect(cut('abcdef', 6)).toBe('abcdef');
    expect(cut('abcdefg', 6)).toBe('abcde…');
    expect(cut('中文中文', 6)).toBe('中文…');
    expect(cut('中文中', 6)).toBe('中文中');
    expect(cut('e\u0301e\u0301e\u0301', 3)).toBe('e\u0301e\u0301e\u0301');
  });

  it('stand in columns', () => {
    expect(
      tableOf(
        [{ title: 'Office' }, { title: 'Cases', align: 'right' }],
        [
          ['MIA', '7'],
          ['NYC', '1,204'],
        ],
      ),
    ).toEqual(['Office  Cases', 'MIA         7', 'NYC     1,204']);
  });
});
