/** Updates made from the schema itself: one with everything in it, the string fields of that, and arbitrary ones. */
import * as fc from 'fast-check';
import * as z from 'zod';
import { docketUpdate } from '../../events/docket-update.ts';

type Json = string | number | boolean | null | { [key: string]: Json };

export type JsonObject = { [key: string]: Json };

/** For each pattern of the schema, texts that meet it; the first is the ordinary one. */
const TEXTS = [
  'theft, grand',
  '2021-06-15',
  '2020-02-29',
  '1979',
  '1998-06',
  '2021-06-15T14:03:00Z',
  '2021-06-15t14:03:60.25+14:00',
  'SFR',
  'MX',
  '237(a)(2)(A)(iii)',
  'Ñandú “α” 日本語 \u{1f600}',
  'line\nbreak \t tab "quotes" \\ \u0000 \u001b[31m \u202e',
];

function textsFor(schema: z.core.$ZodType): string[] {
  return TEXTS.filter((text) => z.safeParse(schema, text).success);
}

/** The schema filled in: every key of every object, one entry in every map, the first value of every list. */
function filled(schema: z.core.$ZodType): Json {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return filled(schema.unwrap());
  if (schema instanceof z.ZodObject) {
    const members = Object.entries<z.core.$ZodType>(schema.shape);
    return Object.fromEntries(members.map(([name, member]) => [name, filled(member)]));
  }
  if (schema instanceof z.ZodRecord) {
    const ids = schema.keyType instanceof z.ZodEnum ? schema.keyType.options.map(String) : ['e1'];
    return Object.fromEntries(ids.map((id) => [id, filled(schema.valueType)]));
  }
  if (schema instanceof z.ZodLiteral) return String(schema.value);
  if (schema instanceof z.ZodEnum) return String(schema.options[0]);
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodNumber) return 1;
  if (schema instanceof z.ZodString) return textsFor(schema)[0] ?? fail(schema);
  return fail(schema);
}

function fail(schema: z.core.$ZodType): never {
  throw new TypeError(`no value for a schema of kind ${schema._zod.def.type}`);
}

export function updateWithEverything(): JsonObject {
  return filled(docketUpdate) as JsonObject;
}

/** The keys that lead to each member that `wanted` picks. */
export function membersOf(object: JsonObject, wanted: (value: Json) => boolean, at: string[] = []): string[][] {
  return Object.entries(object).flatMap(([key, value]) => {
    const path = [...at, key];
    const beneath = typeof value === 'object' && value !== null ? membersOf(value, wanted, path) : [];
    return wanted(value) ? [path, ...beneath] : beneath;
  });
}

/** The object with one member set; everything else is shared. */
export function withMember(object: JsonObject, [key = '', ...rest]: string[], value: Json): JsonObject {
  const member = object[key];
  const changed = rest.length === 0 ? value : withMember((member ?? {}) as JsonObject, rest, value);
  return { ...object, [key]: changed };
}

const anyId = fc.oneof(
  fc.constantFrom('e1', 'e2', 'constructor', 'toJSON', '1', '10', 'a\u0301', '\u00e1', 'J. Doe'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((id) => id !== '__proto__'),
);

/** Any value that the schema allows. */
function arbitrary(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional) return arbitrary(schema.unwrap());
  if (schema instanceof z.ZodNullable) return fc.option(arbitrary(schema.unwrap()), { freq: 5 });
  if (schema instanceof z.ZodObject) {
    const members = Object.entries<z.core.$ZodType>(schema.shape);
    return fc.record(Object.fromEntries(members.map(([name, member]) => [name, arbitrary(member)])), {
      requiredKeys: members.filter(([, member]) => !(member instanceof z.ZodOptional)).map(([name]) => name),
      noNullPrototype: true,
    });
  }
  if (schema instanceof z.ZodRecord) {
    const id = schema.keyType instanceof z.ZodEnum ? fc.constantFrom(...schema.keyType.options.map(String)) : anyId;
    return fc.dictionary(id, arbitrary(schema.valueType), { maxKeys: 4, noNullPrototype: true });
  }
  if (schema instanceof z.ZodLiteral) return fc.constant(schema.value);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber)
    return fc.oneof(fc.nat(150), fc.maxSafeNat()).filter((n) => schema.safeParse(n).success);
  if (schema instanceof z.ZodString) return fc.constantFrom(...textsFor(schema));
  return fail(schema);
}

export const anyUpdate = arbitrary(docketUpdate) as fc.Arbitrary<JsonObject>;
