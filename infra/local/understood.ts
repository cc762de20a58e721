/** Reads the properties of a resource that is to be run, and refuses by name what is more than a local run can do. */
import type * as z from 'zod';
import type { Resource } from './assembly.ts';

/** Thrown when the template holds what a local run would have to run and cannot. */
export class CannotRun extends Error {}

export function understood<T>(resource: Resource, schema: z.ZodType<T>, properties: unknown): T {
  const parsed = schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new CannotRun(`${resource.type} ${resource.logicalId} is more than a local run can do: ${places}`);
}
