import { join } from 'node:path';
import { build } from 'vite';

const root = import.meta.dirname;
export async function buildPage({ outdir }: { outdir: string }): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    envFile: false,
    logLevel: 'info',
    mode: 'production',
    css: {
      preprocessorOptions: {
        scss: { loadPaths: [join(root, '..', 'node_modules/@uswds/uswds/packages')], quietDeps: true },
      },
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: outdir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: 'es2022',
      reportCompressedSize: false,
    },
  });
}
