/** What the documents lead to is there: files, headings, and for every dependency the page that says why it is one. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const root = new URL('../../', import.meta.url);
const read = (url: URL) => readFileSync(url, 'utf8');
const names = globSync(['*.md', '{cli,events,functions,infra,shared,web}/**/*.md', 'docs/**/*.md'], {
  cwd: fileURLToPath(root),
}).sort();

/** What is quoted leads nowhere. */
const proseOf = (url: URL) => read(url).replaceAll(/```[\s\S]*?```/g, '');

/** As GitHub makes them of headings. */
function anchorsOf(url: URL): string[] {
  return [...proseOf(url).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );
}

/** Undefined for what is there. */
function faultOf(target: string, from: URL): string | undefined {
  const linked = new URL(target, from);
  const file = new URL(linked.pathname, linked);
  if (!existsSync(file)) return target;
  const anchor = decodeURIComponent(linked.hash.slice(1));
  return anchor === '' || anchorsOf(file).includes(anchor) ? undefined : target;
}

test('there are documents', () => {
  expect(names).toContain('README.md');
});

/** Links to what is here. */
function targetsOf(from: URL): string[] {
  const targets = [...proseOf(from).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

describe.each(names)('%s', (name) => {
  test('leads only to files and headings that are there', () => {
    const from = new URL(name, root);
    expect(targetsOf(from).filter((target) => faultOf(target, from) !== undefined)).toEqual([]);
  });
});

test('every document can be reached from the first', () => {
  const reached = new Set<string>();
  const reach = (page: URL) => {
    if (reached.has(page.pathname)) return;
    reached.add(page.pathname);
    for (const target of targetsOf(page)) {
      const next = new URL(new URL(target, page).pathname, page);
      if (next.pathname.endsWith('.md')) reach(next);
    }
  };
  reach(new URL('README.md', root));
  expect(names.filter((name) => !reached.has(new URL(name, root).pathname))).toEqual([]);
});

test('every dependency is named with its reason, and none that is gone', () => {
  const page = read(new URL('docs/decisions/runtime-and-dependencies.md', root));
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const installed = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(installed.filter((each) => !page.includes(`\`${each}\``))).toEqual([]);
  const firstCells = [...page.matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell = '']) => cell);
  const named = firstCells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, each = '']) => each));
  expect(named.filter((each) => !installed.includes(each))).toEqual([]);
});
