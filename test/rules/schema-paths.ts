/** Looks a rule's path up in the event schema, so that no rule can read a fact that no update could assert. */
import * as z from 'zod';
import { assertedFacts } from '../../events/facts.ts';

function bare(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.unwrap()) : schema;
}

function memberOf(schema: unknown, name: string): unknown {
  const object = bare(schema);
  return object instanceof z.ZodObject ? object.shape[name] : undefined;
}

/** The schema of what a dotted path names; `undefined` when no update can assert anything there. */
export function schemaAt(path: string, from: unknown = assertedFacts): z.ZodType | undefined {
  const found = bare(path.split('.').reduce(memberOf, from));
  return found instanceof z.ZodType ? found : undefined;
}

/** The schema of an entry of a map by id; `undefined` when the path names no map. */
export function entrySchemaOf(mapName: string): unknown {
  const map = schemaAt(mapName);
  return map instanceof z.ZodRecord ? bare(map.valueType) : undefined;
}
