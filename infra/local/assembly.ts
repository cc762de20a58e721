/** Reads a synthesized CDK assembly from disk: every stack's template, and the folders of its assets. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface SynthesizedStack {
  readonly name: string;
  readonly region: string;
  readonly resources: ReadonlyMap<string, Resource>;
  readonly parameters: Readonly<Record<string, string>>;
  /** What other stacks may import, by export name. */
  readonly exports: Readonly<Record<string, unknown>>;
  /** Folder or file of an asset, by the S3 key under which it would be uploaded. */
  readonly assets: ReadonlyMap<string, string>;
}

const manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      properties: z.object({ templateFile: z.string().optional(), file: z.string().optional() }).optional(),
    }),
  ),
});

const template = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() }),
  ),
  Parameters: z.record(z.string(), z.object({ Default: z.union([z.string(), z.number()]).default('') })).default({}),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() }))
    .default({}),
});

const assetManifest = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

export async function readAssembly(outdir: string): Promise<SynthesizedStack[]> {
  const { artifacts } = await read(outdir, 'manifest.json', manifest);
  const assets = new Map<string, string>();
  for (const { type, properties } of Object.values(artifacts)) {
    if (type !== 'cdk:asset-manifest' || properties?.file === undefined) continue;
    const { files } = await read(outdir, properties.file, assetManifest);
    for (const { source, destinations } of Object.values(files)) {
      for (const { objectKey } of Object.values(destinations)) assets.set(objectKey, join(outdir, source.path));
    }
  }
  const stacks: SynthesizedStack[] = [];
  for (const [name, { type, environment, properties }] of Object.entries(artifacts)) {
    if (type !== 'aws:cloudformation:stack' || properties?.templateFile === undefined) continue;
    stacks.push(toStack(name, environment, await read(outdir, properties.templateFile, template), assets));
  }
  return stacks;
}

function toStack(
  name: string,
  environment: string | undefined,
  { Resources, Parameters, Outputs }: z.infer<typeof template>,
  assets: ReadonlyMap<string, string>,
): SynthesizedStack {
  const region = environment?.split('/').at(-1);
  if (region === undefined || region.startsWith('unknown')) throw new Error(`stack ${name} has no region`);
  const resources = Object.entries(Resources).map(([logicalId, { Type, Properties = {} }]): [string, Resource] => [
    logicalId,
    { logicalId, type: Type, properties: Properties },
  ]);
  const parameters = Object.entries(Parameters).map(([id, { Default }]) => [id, String(Default)]);
  const exported = Object.values(Outputs).flatMap(({ Value, Export }) =>
    Export === undefined ? [] : [[Export.Name, Value]],
  );
  return {
    name,
    region,
    resources: new Map(resources),
    parameters: Object.fromEntries(parameters),
    exports: Object.fromEntries(exported),
    assets,
  };
}

async function read<T>(outdir: string, file: string, schema: z.ZodType<T>): Promise<T> {
  const path = join(outdir, file);
  const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new Error(`${path} is not as CDK writes it: ${places}`);
}
