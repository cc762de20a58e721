/** Synthesizes the app in process, with the context that `npx cdk synth` reads from `cdk.json`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { addStacks } from '../../infra/stacks/stacks.ts';

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

export function synthesize(context: Record<string, unknown> = {}): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), 'own-motion-synth-'));
  folders.push(outdir);
  const file = new URL('../../cdk.json', import.meta.url);
  const app = new App({
    outdir,
    context: { ...cdkJson.parse(JSON.parse(readFileSync(file, 'utf8'))).context, ...context },
  });
  addStacks(app);
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
