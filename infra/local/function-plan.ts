/** A function of the template as it is run here: its bundle, handler, limits and environment. */
import { join } from 'node:path';
import * as z from 'zod';
import type { Resource, SynthesizedStack } from './assembly.ts';
import { type Names, resolve } from './intrinsics.ts';
import type { LocalName, UrlOfQueue } from './resource-names.ts';
import { CannotRun, understood } from './understood.ts';

export interface FunctionPlan extends LocalName {
  readonly title: string;
  /** File of the handler without its extension, and the name it exports. */
  readonly handler: { readonly file: string; readonly exportName: string };
  readonly runtime: string;
  readonly timeoutS: number;
  readonly memoryMb: number;
  environment(urlOf: UrlOfQueue): Record<string, string>;
}

const functionProperties = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string().regex(/^[^.]+\.[^.]+$/),
  Runtime: z.string().regex(/^nodejs/),
  Timeout: z.int().default(3),
  MemorySize: z.int().default(128),
  Layers: z.undefined().optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).optional(),
});

export interface FunctionToPlan {
  readonly resource: Resource;
  readonly stack: SynthesizedStack;
  readonly name: LocalName;
  readonly namesWith: (urlOf: UrlOfQueue) => Names;
}

export function planFunction({ resource, stack, name, namesWith }: FunctionToPlan): FunctionPlan {
  const { Code, Handler, Runtime, Timeout, MemorySize, Environment } = understood(
    resource,
    functionProperties,
    resource.properties,
  );
  const folder = stack.assets.get(Code.S3Key);
  if (folder === undefined) throw new CannotRun(`${resource.type} ${resource.logicalId} has no bundle in the assembly`);
  const [file = '', exportName = ''] = Handler.split('.');
  return {
    ...name,
    title: titleOf(resource.logicalId),
    handler: { file: join(folder, file), exportName },
    runtime: Runtime,
    timeoutS: Timeout,
    memoryMb: MemorySize,
    environment: (urlOf) =>
      z.record(z.string(), z.string()).parse(resolve(Environment?.Variables ?? {}, namesWith(urlOf))),
  };
}

/** Name for a person, without the hash that CDK appends. */
export function titleOf(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}
