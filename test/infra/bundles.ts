/** Imports the bundles of an assembly as Lambda does: each as a module of its own, in a process without the project. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';

export interface ImportedBundle {
  folder: string;
  bytes: number;
  /** `typeof` the export `handler`. */
  exported: string;
}

const script = `
  const exported = [];
  for (const url of process.argv.slice(1)) exported.push(typeof (await import(url)).handler);
  process.stdout.write(JSON.stringify(exported));
`;

/** What a function must not need before its first event: no variable of the template is set here, only Lambda's own. */
const environment = { AWS_REGION: 'us-east-1', AWS_LAMBDA_FUNCTION_NAME: 'imported-by-a-test' };

export function importBundles(outdir: string): ImportedBundle[] {
  const folders = readdirSync(outdir).filter((name) => name.startsWith('asset.'));
  const files = folders.map((folder) => join(outdir, folder, 'index.mjs'));
  const urls = files.map((file) => pathToFileURL(file).href);
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script, ...urls], {
    cwd: outdir,
    env: environment,
    encoding: 'utf8',
  });
  const exported = z.array(z.string()).parse(JSON.parse(printed));
  return folders.map((folder, position) => ({
    folder,
    bytes: statSync(files[position] ?? '').size,
    exported: exported[position] ?? 'nothing',
  }));
}

/** The folders under `functions/` that are functions. */
export const functionFolders = readdirSync(new URL('../../functions', import.meta.url))
  .filter((folder) => existsSync(new URL(`../../functions/${folder}/handler.ts`, import.meta.url)))
  .sort();
