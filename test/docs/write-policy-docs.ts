/** Writes the pages of docs/policy/; with `--check`, fails if the committed ones are not what would be written. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { policyPages } from './policy-pages.ts';
import { stalePages } from './stale-pages.ts';

const folder = new URL('../../docs/policy/', import.meta.url);
const pages = policyPages();

if (process.argv.includes('--check')) {
  const stale = stalePages(folder, pages);
  if (stale.length > 0) {
    process.stderr.write(`${stale.join('; ')}: run \`npm run docs\`\n`);
    process.exitCode = 1;
  }
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of pages) writeFileSync(new URL(name, folder), text);
  process.stdout.write(`wrote ${pages.length} pages to docs/policy\n`);
}
