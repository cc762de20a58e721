/**
 * Builds the page into a folder: `index.html`, assets whose names change with their content, and a `.br` beside each big
 * text. What was built before is kept by the content of everything it is made of, because a synthesis and every test of
 * the template asks for the page.
 */
import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { compileAsync } from 'sass';
import { build, type InlineConfig, type Plugin } from 'vite';

const web = import.meta.dirname;
const root = join(web, '..');
const keptBuilds = join(root, '.cache', 'web');
const styles = join(web, 'styles');

/** Smaller than that, compressing saves less than its header costs. */
const COMPRESSED_FROM_BYTES = 1024;
const COMPRESSED = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt']);
/** How many built pages are kept: enough for a few branches. */
const KEPT = 5;
/** What is not whole yet. Each has a name of its own: two builds at once, in tests that begin together, are no rare thing. */
const UNFINISHED = 'building-';

const compress = promisify(brotliCompress);

interface BuildPlaces {
  /** Made anew: whatever else is in it is gone afterwards. */
  readonly outdir: string;
  /** Where what was built before is kept. */
  readonly cache?: string;
}

export async function buildPage({ outdir, cache = keptBuilds }: BuildPlaces): Promise<void> {
  const kept = join(cache, await contentName());
  if (!(await isThere(kept))) await buildInto(kept, cache);
  await rm(outdir, { recursive: true, force: true });
  await cp(kept, outdir, { recursive: true });
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Built beside its place and moved there whole: two builds at once, or one cut short, leave no half a page. */
async function buildInto(kept: string, cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  await dropOld(cache);
  const work = await mkdtemp(join(cache, UNFINISHED));
  try {
    await build(config(work, await compiledStyles(cache)));
    await compressBigTexts(work);
    await rename(work, kept).catch(async (error: unknown) => {
      // Another process has built the same meanwhile.
      if (!(await isThere(kept))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The design system takes most of a build and changes least, so what comes of it is kept by itself. */
async function compiledStyles(cache: string): Promise<string> {
  const file = join(cache, `styles-${await hashOf(await filesUnder(styles))}.css`);
  if (await isThere(file)) return file;
  const { css } = await compileAsync(join(styles, 'page.scss'), {
    loadPaths: [join(root, 'node_modules', '@uswds', 'uswds', 'packages')],
    quietDeps: true,
  });
  const unfinished = join(cache, `${UNFINISHED}${randomUUID()}.css`);
  await writeFile(unfinished, css);
  await rename(unfinished, file);
  return file;
}

/** Puts the compiled style sheet where the page names its source. */
const stylesFrom = (file: string): Plugin => ({
  name: 'compiled-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/styles/page.scss') ? file : undefined),
});

function config(outDir: string, compiled: string): InlineConfig {
  return {
    root: web,
    configFile: false,
    publicDir: false,
    envDir: false,
    mode: 'production',
    logLevel: 'warn',
    plugins: [stylesFrom(compiled)],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      // The page's policy allows no `data:` addresses and no inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // The draft motion's library, in a chunk of its own, is larger than that; nobody waits for it.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  };
}

async function compressBigTexts(folder: string): Promise<void> {
  const files = (await filesUnder(folder)).filter((file) => COMPRESSED.has(extname(file)));
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      if (content.length < COMPRESSED_FROM_BYTES) return;
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
      await writeFile(`${file}.br`, await compress(content, { params }));
    }),
  );
}

/** Changes with everything a build is made of: sources, what they import of `events/`, and the locked versions. */
async function contentName(): Promise<string> {
  const sources = [...(await filesUnder(web)), ...(await filesUnder(join(root, 'events')))];
  return hashOf(sources.filter(isSource));
}

async function hashOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [...files, join(root, 'package-lock.json')].sort()) {
    hash.update(`${relative(root, file)}\n`).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 32);
}

const isSource = (file: string) => !/\.test\.tsx?$|\.md$/.test(file) && !file.includes('/rejected/');

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function dropOld(cache: string): Promise<void> {
  const names = (await readdir(cache)).filter((name) => !name.startsWith(UNFINISHED));
  const aged = (await Promise.all(names.map((name) => agedIn(cache, name)))).flat().sort((a, b) => b.at - a.at);
  const isStyles = ({ name }: { name: string }) => name.startsWith('styles-');
  const old = [aged.filter(isStyles), aged.filter((one) => !isStyles(one))].flatMap((kind) => kind.slice(KEPT - 1));
  await Promise.all(old.map(({ name }) => rm(join(cache, name), { recursive: true, force: true })));
}

/** Nothing where another build has dropped it meanwhile. */
async function agedIn(cache: string, name: string): Promise<{ name: string; at: number }[]> {
  return stat(join(cache, name)).then(
    ({ mtimeMs }) => [{ name, at: mtimeMs }],
    () => [],
  );
}
