/** The page on writing a policy quotes the example that the tests run: what it quotes must be there, word for word. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const docs = join(import.meta.dirname, '..', '..', 'docs');
const page = readFileSync(join(docs, 'writing-a-policy.md'), 'utf8');

describe('docs/writing-a-policy.md', () => {
  const quotes = [...page.matchAll(/^From `([^`]+)`:\n\n```ts\n([\s\S]*?)```$/gm)].map(([, file = '', code = '']) => ({
    file,
    code,
  }));

  test('quotes every kind of file', () => {
    expect(quotes.map(({ file }) => file)).toEqual([
      'worked-cases.ts',
      'parameters.ts',
      'priorities/recent-entry.ts',
      'lanes.ts',
      'actions.ts',
      'instrument.ts',
    ]);
    expect(page.match(/```ts/g)).toHaveLength(quotes.length);
  });

  test.each(quotes)('quotes $file as it is', ({ file, code }) => {
    expect(readFileSync(join(import.meta.dirname, 'own-instrument', file), 'utf8')).toContain(code);
  });

  test('links to what is there', () => {
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(docs, link)))).toEqual([]);
    expect(links.length).toBeGreaterThan(3);
  });
});
