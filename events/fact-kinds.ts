/** What counts as one fact when updates are folded, and the ids that facts are kept by. Contract, section 1. */
import * as z from 'zod';

/** How a key of `facts` is folded: one value, a group of facts, or a map whose entries are facts. */
export type FactKind = { kind: 'fact' } | { kind: 'group'; members: z.ZodRawShape } | { kind: 'entries' };

/** Tells the fold, for every key of the schema, what counts as one fact. */
export const factKinds = new WeakMap<z.core.$ZodType, FactKind>();

/** One fact: replaced whole, retracted by `null`. */
export function fact<S extends z.ZodType>(schema: S, meaning: string) {
  const asserted = z.optional(z.nullable(schema)).describe(meaning);
  factKinds.set(asserted, { kind: 'fact' });
  return asserted;
}

/** An object each of whose members is a fact of its own; `null` retracts them all. */
export function group<S extends z.ZodRawShape>(members: S, meaning: string) {
  const asserted = z.optional(z.nullable(z.strictObject(members))).describe(meaning);
  factKinds.set(asserted, { kind: 'group', members });
  return asserted;
}

/** 1 to 128 characters: code points, as JSON Schema counts them. */
const opaqueId = z
  .string()
  .min(1)
  .refine((text) => text.length <= 128 || Array.from(text).length <= 128, { error: 'longer than 128 characters' });

/** The case id of the source of record: opaque, 1 to 128 characters. */
export const caseId = opaqueId.meta({
  id: 'CaseId',
  maxLength: 128,
  description: 'Case id of the source of record: opaque, 1 to 128 characters.',
});

export const entryId = opaqueId.meta({
  id: 'EntryId',
  maxLength: 128,
  description: 'Id of an entry, given by the source of record, 1 to 128 characters; the same id is the same entry.',
});

/** A map by id each of whose entries is one fact; `null` for an entry removes it, `null` for the map removes all. */
export function entries<S extends z.ZodType>(entry: S, meaning: string, key: z.ZodType<string, string> = entryId) {
  const asserted = z.optional(z.nullable(z.partialRecord(key, z.nullable(entry)))).describe(meaning);
  factKinds.set(asserted, { kind: 'entries' });
  return asserted;
}
