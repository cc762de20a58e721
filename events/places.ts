/**
 * Names a place in a docket update without repeating what its sender wrote: only keys of the schema, and ids that are
 * plain and short, are ever written. The place of anything else is that of what holds it.
 */
import * as z from 'zod';
import { docketUpdate } from './docket-update.ts';

type Shape =
  | { kind: 'value' }
  | { kind: 'object'; members: ReadonlyMap<string, Shape> }
  | { kind: 'entries'; entry: Shape };

export interface Place {
  /** Such as `data.facts.convictions.c1.on`; `$` is the whole message. */
  path: string;
  shape: Shape;
}

const value: Shape = { kind: 'value' };

function shapeOf(schema: z.core.$ZodType): Shape {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return shapeOf(schema.unwrap());
  if (schema instanceof z.ZodObject) {
    const members = Object.entries<z.core.$ZodType>(schema.shape);
    return { kind: 'object', members: new Map(members.map(([name, member]) => [name, shapeOf(member)])) };
  }
  if (!(schema instanceof z.ZodRecord)) return value;
  const entry = shapeOf(schema.valueType);
  if (!(schema.keyType instanceof z.ZodEnum)) return { kind: 'entries', entry };
  return { kind: 'object', members: new Map(schema.keyType.options.map((name) => [String(name), entry])) };
}

export const wholeMessage: Place = { path: '$', shape: shapeOf(docketUpdate) };

/** Ids come from the sender: one with blanks may be a name, one with seven digits an A-number or a date of birth. */
function publicId(id: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/.test(id) && id.replace(/\D/g, '').length < 7 ? id : '*';
}

/** The place of a member or entry; for a key that the schema does not have, and beneath a value, the place itself. */
export function inside(place: Place, key: PropertyKey): Place {
  const { path, shape } = place;
  const prefix = path === '$' ? '' : `${path}.`;
  if (typeof key === 'string' && shape.kind === 'entries') {
    return { path: prefix + publicId(key), shape: shape.entry };
  }
  const member = typeof key === 'string' && shape.kind === 'object' ? shape.members.get(key) : undefined;
  return member === undefined ? { path, shape: value } : { path: prefix + String(key), shape: member };
}
