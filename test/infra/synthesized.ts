/** Synthesizes the app in process, with the flags of `cdk.json`, for the environment of the local run or one like it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { addControls } from '../../infra/controls.ts';
import { type EnvironmentSettings, readEnvironment } from '../../infra/environment.ts';
import local from '../../infra/environments/local.ts';
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
      UpdatePolicy: z.unknown().optional(),
      DependsOn: z.array(z.string()).default([]),
    }),
  ),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() }))
    .default({}),
});

export interface SynthesizedResource {
  id: string;
  type: string;
  properties: Record<string, any>;
  deletionPolicy: string | undefined;
  updateReplacePolicy: string | undefined;
  updatePolicy: unknown;
  dependsOn: string[];
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

/** What differs from the environment of the local run. */
export type Changes = Partial<EnvironmentSettings>;

/** Reviewers in a user pool of the deployment, as little set as can be. */
export const COMMERCIAL: Changes = {
  region: 'us-east-1',
  asOf: undefined,
  signIn: { kind: 'user-pool', domainPrefix: 'own-motion-test' },
};

/** With everything set that may be left out, and an issuer of the agency's own. */
export const GOVERNMENT: Changes = {
  region: 'us-gov-west-1',
  shadowInstrument: 'ice-2021-02-18',
  asOf: '2021-06-15',
  handlingBanner: 'Handle with care',
  fipsEndpoints: true,
  permissionsBoundary: 'agency-boundary',
  signIn: {
    kind: 'issuer',
    issuer: 'https://sign-in.agency.example',
    clientId: 'own-motion',
    audience: 'own-motion-api',
    origins: ['https://tokens.agency.example'],
  },
  alarms: { ...local.alarms, addresses: ['operators@agency.example'] },
};

/** With the bundles that would be deployed. */
export async function synthesize(changes: Changes = {}): Promise<Synthesized> {
  return synthesizeWith(changes, flags(), await pageFolder());
}

/** The same templates without bundles, which take longer than all the rest. */
export function synthesizeTemplates(changes: Changes = {}): Synthesized {
  return synthesizeWith(changes, { ...flags(), 'aws:cdk:bundling-stacks': [] }, 'no page is packed');
}

/** As a person synthesizes it, controls included. @throws where a control finds what nobody has answered for */
export function synthesizeUnderControls(changes: Changes = {}): void {
  const app = new App({ outdir: newFolder(), context: { ...flags(), 'aws:cdk:bundling-stacks': [] } });
  addStacks(app, {
    environment: readEnvironment('of a test', { ...local, ...changes }),
    pageFolder: 'no page is packed',
  });
  addControls(app);
  app.synth();
}

export function flags(): Record<string, unknown> {
  return cdkJson.parse(JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'))).context;
}

function synthesizeWith(changes: Changes, context: Record<string, unknown>, packed: string): Synthesized {
  const outdir = newFolder();
  const app = new App({ outdir, context });
  addStacks(app, { environment: readEnvironment('of a test', { ...local, ...changes }), pageFolder: packed });
  const templates = app.synth().stacks.map(({ template: synthesized }) => synthesized);
  const parsed = templates.map((synthesized) => template.parse(synthesized));
  const resources = withoutImports(parsed).flatMap(({ Resources }) =>
    Object.entries(Resources).map(([id, resource]) => ({
      id,
      type: resource.Type,
      properties: resource.Properties,
      deletionPolicy: resource.DeletionPolicy,
      updateReplacePolicy: resource.UpdateReplacePolicy,
      updatePolicy: resource.UpdatePolicy,
      dependsOn: resource.DependsOn,
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

/** What a stack takes from another is the resource itself, wherever it stands. */
function withoutImports(templates: z.infer<typeof template>[]): z.infer<typeof template>[] {
  const outputs = templates.flatMap(({ Outputs }) => Object.values(Outputs));
  const exported = new Map(
    outputs.flatMap(({ Value, Export }) => (Export === undefined ? [] : [[Export.Name, Value]])),
  );
  const revive = (_: string, value: any) => {
    const name = value?.['Fn::ImportValue'];
    return name === undefined ? value : exported.get(name);
  };
  return templates.map((each) => template.parse(JSON.parse(JSON.stringify(each), revive)));
}

/** The function of a folder under `functions/`: its role says whose it is. */
export function functionOf(stack: Synthesized, folder: string): SynthesizedResource | undefined {
  const roles = stack.ofType('AWS::IAM::Role');
  const role = roles.find(
    ({ properties }) => properties.Description === `Role of the function ${folder} and of nothing else.`,
  );
  return stack
    .ofType('AWS::Lambda::Function')
    .find(({ properties }) => role !== undefined && properties.Role['Fn::GetAtt'][0] === role.id);
}

export const named = (resources: SynthesizedResource[]) =>
  resources.map((resource) => ({ name: resource.id, resource }));
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
export const idOfArn = (value: { 'Fn::GetAtt'?: [string, string] }) => value['Fn::GetAtt']?.[0];

/** The function behind an alias or its own name. */
export function functionBehind(stack: Synthesized, target: unknown): SynthesizedResource | undefined {
  const text = JSON.stringify(target);
  const aliases = stack.ofType('AWS::Lambda::Alias').filter(({ id }) => text.includes(`"${id}"`));
  return stack
    .ofType('AWS::Lambda::Function')
    .find(({ id }) => text.includes(`"${id}"`) || aliases.some(({ properties }) => properties.FunctionName.Ref === id));
}

/** Queues by what they are for, and mappings by what feeds them. */
export function queuesOf(stack: Synthesized) {
  const queues = stack.ofType('AWS::SQS::Queue');
  const mappings = stack.ofType('AWS::Lambda::EventSourceMapping');
  const ids = queues.map(({ id }) => id);
  const ofQueues = mappings.filter(({ properties }) => ids.includes(idOfArn(properties.EventSourceArn) ?? ''));
  const ofStreams = mappings.filter((mapping) => !ofQueues.includes(mapping));
  const targets = queues.flatMap(({ properties }) => properties.RedrivePolicy?.deadLetterTargetArn ?? []);
  /** The last place of a message: nobody but a person takes it from there. */
  const lastPlaces = new Set([
    ...targets.map(idOfArn),
    ...ofStreams.map(({ properties }) => idOfArn(properties.DestinationConfig.OnFailure.Destination)),
  ]);
  return { mappings, ofQueues, ofStreams, lastPlaces, sources: queues.filter(({ id }) => !lastPlaces.has(id)) };
}

export function removeSynthesized(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
