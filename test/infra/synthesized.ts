/** Synthesizes the app in process, with the context that `npx cdk synth` reads from `cdk.json`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { readSettings } from '../../infra/settings.ts';
import { addStacks } from '../../infra/stacks/stacks.ts';
import { buildPage } from '../../web/build.ts';

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });
const template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.any()).default({}),
      DeletionPolicy: z.string().optional(),
      UpdateReplacePolicy: z.string().optional(),
    }),
  ),
});

export interface SynthesizedResource {
  id: string;
  type: string;
  properties: Record<string, any>;
  deletionPolicy: string | undefined;
  updateReplacePolicy: string | undefined;
}

export interface Synthesized {
  outdir: string;
  /** The templates as text. */
  text: string;
  resources: SynthesizedResource[];
  ofType(...types: string[]): SynthesizedResource[];
}

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'own-motion-synth-'));
  folders.push(folder);
  return folder;
}

let page: Promise<string> | undefined;

/** The page is the same under every setting: built once for a file of tests. */
function pageFolder(): Promise<string> {
  page ??= (async () => {
    const outdir = join(newFolder(), 'page');
    await buildPage({ outdir });
    return outdir;
  })();
  return page;
}

/** What `cdk.json` sets, and what a test sets beside it. */
function contextOf(settings: Record<string, unknown>): Record<string, unknown> {
  const file = new URL('../../cdk.json', import.meta.url);
  return { ...cdkJson.parse(JSON.parse(readFileSync(file, 'utf8'))).context, ...settings };
}

/** With the bundles that would be deployed. */
export async function synthesize(settings: Record<string, unknown> = {}): Promise<Synthesized> {
  return synthesizeWith(contextOf(settings), await pageFolder());
}

/** The same templates without bundles, which take longer than all the rest. */
export function synthesizeTemplates(settings: Record<string, unknown> = {}): Synthesized {
  return synthesizeWith({ ...contextOf(settings), 'aws:cdk:bundling-stacks': [] }, 'no page is packed');
}

function synthesizeWith(context: Record<string, unknown>, packed: string): Synthesized {
  const outdir = newFolder();
  const app = new App({ outdir, context });
  addStacks(app, { settings: readSettings((name) => context[name]), pageFolder: packed });
  const templates = app.synth().stacks.map(({ template: synthesized }) => synthesized);
  const resources = templates.flatMap((synthesized) =>
    Object.entries(template.parse(synthesized).Resources).map(([id, resource]) => ({
      id,
      type: resource.Type,
      properties: resource.Properties,
      deletionPolicy: resource.DeletionPolicy,
      updateReplacePolicy: resource.UpdateReplacePolicy,
    })),
  );
  // The tests look resources up by id, whichever stack they are in.
  if (new Set(resources.map(({ id }) => id)).size < resources.length) throw new Error('two stacks share an id');
  return {
    outdir,
    text: JSON.stringify(templates),
    resources,
    ofType: (...types) => resources.filter(({ type }) => types.includes(type)),
  };
}

export function removeSynthesized(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
