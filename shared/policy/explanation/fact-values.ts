/** What a fact can say, read off the event schema, so that a new fact or value is tried without a list of its own. */
import * as z from 'zod';
import { assertedFacts, factKinds } from '../../../events/facts.ts';

export type FactValue =
  | { kind: 'flag' }
  | { kind: 'choice'; values: readonly string[] }
  /** A calendar date, whole or partial. */
  | { kind: 'date' }
  /** An object that is one fact. */
  | { kind: 'whole'; members: ReadonlyMap<string, Member> }
  /** Free text, numbers and ids: nothing that could be tried. */
  | { kind: 'other' };

export interface Member {
  value: FactValue;
  isRequired: boolean;
}

/** A fact of its own, a group of facts, or a map whose entries are facts. */
export type SchemaNode =
  | { kind: 'fact'; value: FactValue }
  | { kind: 'group'; members: ReadonlyMap<string, SchemaNode> }
  | { kind: 'entries'; entry: FactValue };

function bare(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.unwrap()) : schema;
}

/** Told by what it takes: a description makes a schema another object, so that it cannot be told by identity. */
function isDate(schema: z.ZodString): boolean {
  return schema.safeParse('2021-02-28').success && !schema.safeParse('2021-02-30').success;
}

function valueSaid(schema: z.core.$ZodType): FactValue {
  const inner = bare(schema);
  if (inner instanceof z.ZodBoolean) return { kind: 'flag' };
  if (inner instanceof z.ZodEnum) return { kind: 'choice', values: inner.options.map(String) };
  if (inner instanceof z.ZodLiteral) return { kind: 'choice', values: [...inner.values].map(String) };
  if (inner instanceof z.ZodString && isDate(inner)) return { kind: 'date' };
  if (!(inner instanceof z.ZodObject)) return { kind: 'other' };
  const members = Object.entries<z.core.$ZodType>(inner.shape).map(([name, member]): [string, Member] => [
    name,
    { value: valueSaid(member), isRequired: !(member instanceof z.ZodOptional) },
  ]);
  return { kind: 'whole', members: new Map(members) };
}

function nodeOf(schema: z.core.$ZodType): SchemaNode {
  const kind = factKinds.get(schema);
  if (kind?.kind === 'group') return { kind: 'group', members: membersOf(kind.members) };
  const inner = bare(schema);
  if (kind?.kind === 'entries' && inner instanceof z.ZodRecord)
    return { kind: 'entries', entry: valueSaid(inner.valueType) };
  return { kind: 'fact', value: valueSaid(schema) };
}

function membersOf(shape: z.ZodRawShape): ReadonlyMap<string, SchemaNode> {
  return new Map(Object.entries(shape).map(([name, schema]) => [name, nodeOf(schema)]));
}

export const factSchema: ReadonlyMap<string, SchemaNode> = membersOf(assertedFacts.shape);
