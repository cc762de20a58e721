import { expect, it } from 'vitest';
import { grouped, markup, px } from './markup.ts';

it('escapes what is put into it, in text and in attributes', () => {
  const hostile = `<script>"&'</script>`;
  expect(markup`<p title="${hostile}">${hostile}</p>`.markup).toBe(
    '<p title="&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;">&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;</p>',
  );
});

it('makes characters harmless that turn the reading direction or cannot be seen', () => {
  expect(markup`${'A\u202eB\u0000'}`.markup).toBe('A\\u{202e}B\\u{0}');
});

it('takes markup as it is, lists one after another, and nothing for what is absent', () => {
  const items = ['a', 'b<'].map((item) => markup`<li>${item}</li>`);
  expect(markup`<ul>${items}</ul>${undefined}${[1, [2]]}`.markup).toBe('<ul><li>a</li><li>b&lt;</li></ul>12');
});

it('gives pixels to a tenth', () => {
  expect([px(1.24), px(0.05), px(-0.04)].map(String)).toEqual(['1.2', '0.1', '0']);
});

it('sets the thousands of a count apart', () => {
  expect([grouped(0), grouped(999), grouped(1_000_000)]).toEqual(['0', '999', '1,000,000']);
});
