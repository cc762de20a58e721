/** The environment of classify-update, parsed once; what is missing or wrong is named, its value never. */
import * as z from 'zod';
import { calendarDate } from '../../events/dates.ts';
import { OperatorError } from '../fault.ts';

const environment = z.object({
  CASE_TABLE_NAME: z.string().min(1),
  QUARANTINE_TABLE_NAME: z.string().min(1),
  /** Secrets Manager name or ARN of the secret under which case ids are hashed. */
  CASE_KEY_SECRET_ID: z.string().min(1),
  INSTRUMENT_ID: z.string().min(1),
  QUEUE_SHARDS: z
    .string()
    .regex(/^([1-9]|[1-5]\d|6[0-4])$/)
    .transform(Number),
  /** Classify as of this day instead of today: for samples and what-ifs. */
  AS_OF: z.preprocess((text) => (text === '' ? undefined : text), calendarDate.optional()),
});

export type Env = z.infer<typeof environment>;

/** @throws {OperatorError} naming the variables at fault */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const parsed = environment.safeParse(variables);
  if (parsed.success) return parsed.data;
  const names = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  const missing = [...names].filter((name) => variables[name] === undefined);
  const wrong = [...names].filter((name) => variables[name] !== undefined);
  const faults = [
    missing.length > 0 ? `missing: ${missing.join(', ')}` : '',
    wrong.length > 0 ? `not usable: ${wrong.join(', ')}` : '',
  ];
  throw new OperatorError(`environment of classify-update: ${faults.filter(Boolean).join('; ')}`);
}
