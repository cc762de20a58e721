/** The committed pages are what the rules say, and a page that is not is named in one line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, test } from 'vitest';
import { instruments } from '../../shared/policy/instruments.ts';
import { policyPages } from './policy-pages.ts';
import { stalePages } from './stale-pages.ts';

const pages = policyPages();

test('the committed pages are what `npm run docs` would write', () => {
  expect(stalePages(new URL('../../docs/policy/', import.meta.url), pages)).toEqual([]);
});

test('every instrument has a page, and every rule a section with worked cases', () => {
  expect(pages.map(({ name }) => name)).toEqual(['README.md', ...instruments.map(({ id }) => `${id}.md`)]);
  for (const { id, priorities, grounds } of instruments) {
    const text = pages.find(({ name }) => name === `${id}.md`)?.text ?? '';
    for (const { title, text: sentence } of [...priorities, ...grounds]) {
      expect(text).toContain(`### ${title}\n\n> ${sentence}`);
    }
    expect(text).not.toMatch(/undefined|\[object|NaN|part \d/);
    expect(text).not.toContain('**Worked cases**: none.');
  }
});

describe('a folder of pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-pages-'));
  const at = pathToFileURL(`${folder}/`);
  afterAll(() => rmSync(folder, { recursive: true }));
  const page = { name: 'a.md', text: 'current\n' };

  it('is told from what it should be, page by page', () => {
    expect(stalePages(at, [page])).toEqual(['docs/policy/a.md is missing']);
    writeFileSync(join(folder, 'a.md'), 'older\n');
    expect(stalePages(at, [page])).toEqual(['docs/policy/a.md is not what the rules say']);
    writeFileSync(join(folder, 'a.md'), page.text);
    expect(stalePages(at, [page])).toEqual([]);
    expect(stalePages(at, [])).toEqual(['docs/policy/a.md belongs to no instrument']);
    expect(stalePages(new URL('none/', at), [page])).toEqual(['docs/policy/a.md is missing']);
  });
});
