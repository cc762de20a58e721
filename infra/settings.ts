/** What may be set at synth, as CDK context (`-c name=value` or `cdk.json`), parsed once and refused by name. */
import * as z from 'zod';
import { type CalendarDate, calendarDate } from '../events/dates.ts';
import { findInstrument, instruments } from '../shared/policy/instruments.ts';

export interface Settings {
  /** Region of the stack; a table with its own key needs it at synth. */
  region: string;
  /** Id of the enforcement instrument that cases are classified against. */
  instrument: string;
  /** Classify as of this day instead of today: for samples and what-ifs, never for a live docket. */
  asOf?: CalendarDate | undefined;
  /** Partitions of each office's review queue. */
  queueShards: number;
}

/** The most partitions that a list of an office's queue would have to read side by side. */
const MAX_QUEUE_SHARDS = 64;

/** The command line hands every value over as text. */
const wholeNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
]);

const readers = {
  region: { schema: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/), expected: 'an AWS region such as us-gov-west-1' },
  instrument: {
    schema: z.string().refine((id) => findInstrument(id) !== undefined),
    expected: `an instrument the program knows: ${instruments.map(({ id }) => id).join(', ')}`,
  },
  asOf: { schema: calendarDate.optional(), expected: 'a day as YYYY-MM-DD' },
  queueShards: {
    schema: wholeNumber.pipe(z.int().min(1).max(MAX_QUEUE_SHARDS)),
    expected: `a whole number from 1 to ${MAX_QUEUE_SHARDS}`,
  },
} as const;

/** Thrown with every setting at fault in one line. */
export class SettingsError extends Error {}

export function readSettings(context: (name: string) => unknown): Settings {
  const faults: string[] = [];
  const read = <T>(name: keyof typeof readers, schema: z.ZodType<T>): T | undefined => {
    const parsed = schema.safeParse(context(name) ?? undefined);
    if (parsed.success) return parsed.data;
    faults.push(`context "${name}" must be ${readers[name].expected}`);
    return undefined;
  };
  const region = read('region', readers.region.schema);
  const instrument = read('instrument', readers.instrument.schema);
  const asOf = read('asOf', readers.asOf.schema);
  const queueShards = read('queueShards', readers.queueShards.schema);
  if (region === undefined || instrument === undefined || queueShards === undefined || faults.length > 0) {
    throw new SettingsError(faults.join('; '));
  }
  return { region, instrument, asOf, queueShards };
}
