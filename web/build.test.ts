import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPage } from './build.ts';

/** Builds in a process of its own: `OUTDIR CACHE`. */
const BUILD = `
  import { buildPage } from ${JSON.stringify(new URL('./build.ts', import.meta.url).href)};
  const [outdir, cache] = process.argv.slice(1);
  await buildPage({ outdir, cache });
`;
const run = promisify(execFile);

/** A build without anything kept, on a machine that is busy with the other tests. */
const BUILD_MS = 180_000;

let folder: string;
let files: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-motion-page-'));
  await buildPage({ outdir: join(folder, 'page') });
  const entries = await readdir(join(folder, 'page'), { recursive: true, withFileTypes: true });
  files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}, BUILD_MS);
afterAll(() => rm(folder, { recursive: true, force: true }));

const text = (file: string) => readFile(file, 'utf8');
const ofKind = (ending: string) => files.filter((file) => file.endsWith(ending));

describe('the built page', () => {
  it('has nothing inline and nothing from elsewhere, as its content policy demands', async () => {
    const index = await text(join(folder, 'page', 'index.html'));
    expect(index).toMatch(/<script type="module"[^>]* src="\/assets\/[^"]+"><\/script>/);
    expect(index.match(/<script/g)).toHaveLength(1);
    expect(index).not.toMatch(/<style|style=|\son\w+=|https?:/);
    for (const file of ofKind('.css')) expect(await text(file), file).not.toMatch(/url\(['"]?(data:|https?:|\/\/)/);
  });

  it('names every asset by its content, so that it may be kept for ever', () => {
    const assets = files.filter((file) => file.includes('/assets/') && !file.endsWith('.br'));
    expect(assets.length).toBeGreaterThan(10);
    for (const asset of assets) expect(asset).toMatch(/-[\w-]{8}\.\w+$/);
  });

  it('lies compressed beside itself, the same to the byte', async () => {
    const compressed = ofKind('.br');
    expect(compressed.length).toBeGreaterThan(4);
    for (const file of compressed) {
      const plain = await readFile(file.slice(0, -'.br'.length));
      expect(brotliDecompressSync(await readFile(file)).equals(plain), file).toBe(true);
    }
    const big = await Promise.all(
      [...ofKind('.js'), ...ofKind('.css')].map(async (file) => ({ file, bytes: (await readFile(file)).length })),
    );
    for (const { file, bytes } of big) if (bytes >= 1024) expect(compressed).toContain(`${file}.br`);
  });

  it('writes no markup from text', async () => {
    for (const file of ofKind('.js').filter((name) => !name.includes('motion-document'))) {
      expect(await text(file), file).not.toMatch(/dangerouslySetInnerHTML:|\.insertAdjacentHTML|document\.write\b/);
    }
  });

  it('is built anew into a folder that had something else', async () => {
    const again = join(folder, 'again');
    await buildPage({ outdir: again });
    await buildPage({ outdir: again });
    const entries = await readdir(again, { recursive: true, withFileTypes: true });
    expect(entries.filter((entry) => entry.isFile())).toHaveLength(files.length);
    expect(await text(join(again, 'index.html'))).toBe(await text(join(folder, 'page', 'index.html')));
  });

  it(
    'is the same from builds that begin at once with nothing kept, as in the first tests of a fresh clone',
    async () => {
      const cache = join(folder, 'kept');
      const outdirs = ['one', 'two'].map((name) => join(folder, name));
      await Promise.all(
        outdirs.map((outdir) => run(process.execPath, ['--input-type=module', '--eval', BUILD, outdir, cache])),
      );
      const [one, two] = await Promise.all(outdirs.map((outdir) => text(join(outdir, 'index.html'))));
      expect(one).toContain('<script type="module"');
      expect(two).toBe(one);
      const kept = (await readdir(cache)).map((name) => name.replace(/[0-9a-f]{32}/, ''));
      expect(kept.sort()).toEqual(['', 'styles-.css']);
    },
    BUILD_MS,
  );
});
