/** Finds its way in the event schema, which says what each fact means and which parts of a fact are always there. */
import * as z from 'zod';
import { assertedFacts } from '../../../events/facts.ts';

function bare(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.unwrap()) : schema;
}

/** The schema of a member of an object, as it is declared there. */
export function memberOf(schema: unknown, name: string): unknown {
  const object = bare(schema);
  return object instanceof z.ZodObject ? object.shape[name] : undefined;
}

/** The schema of an entry of a map by id. */
export function entrySchema(map: string): unknown {
  const entries = bare(memberOf(assertedFacts, map));
  return entries instanceof z.ZodRecord ? bare(entries.valueType) : undefined;
}

export function isRequired(schema: unknown): boolean {
  return schema !== undefined && !(schema instanceof z.ZodOptional);
}
