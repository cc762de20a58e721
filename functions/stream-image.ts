/** An item as it stands in a record of a table's stream, in which Lambda writes binaries as base64 and numbers as text. */
import * as z from 'zod';

const base64 = z.base64().transform((text): Uint8Array => Buffer.from(text, 'base64'));
const decimal = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/)
  .transform(Number);

/** One of the kinds of value that a table knows; sets are none that this program writes. */
const attribute: z.ZodType = z.lazy(() =>
  z.union([
    z.strictObject({ S: z.string() }).transform(({ S }) => S),
    z.strictObject({ N: decimal }).transform(({ N }) => N),
    z.strictObject({ BOOL: z.boolean() }).transform(({ BOOL }) => BOOL),
    z.strictObject({ NULL: z.literal(true) }).transform(() => null),
    z.strictObject({ B: base64 }).transform(({ B }) => B),
    z.strictObject({ L: z.array(attribute) }).transform(({ L }) => L),
    z.strictObject({ M: z.record(z.string(), attribute) }).transform(({ M }) => M),
  ]),
);

export const streamImage = z.record(z.string(), attribute);
