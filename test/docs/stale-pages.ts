/** Compares the committed pages with what the rules say. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Page } from './policy-pages.ts';

/** What is wrong with the folder, a sentence a file; nothing when every page is current. */
export function stalePages(folder: URL, pages: readonly Page[]): string[] {
  const found = existsSync(folder) ? readdirSync(folder) : [];
  const names = new Set(pages.map(({ name }) => name));
  const wrong = pages.flatMap(({ name, text }) => {
    if (!found.includes(name)) return [`docs/policy/${name} is missing`];
    const isCurrent = readFileSync(new URL(name, folder), 'utf8') === text;
    return isCurrent ? [] : [`docs/policy/${name} is not what the rules say`];
  });
  const extra = found.filter((name) => !names.has(name)).map((name) => `docs/policy/${name} belongs to no instrument`);
  return [...wrong, ...extra];
}
