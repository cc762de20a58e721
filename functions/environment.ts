/** Reads a function's environment once: what is missing or wrong is named, its value never. */
import * as z from 'zod';
import { calendarDate } from '../events/dates.ts';
import { OperatorError } from './fault.ts';
import { officeName } from './office-name.ts';

/** Partitions that each queue is spread over, 1 to 64. */
export const queueShards = z
  .string()
  .regex(/^([1-9]|[1-5]\d|6[0-4])$/)
  .transform(Number);

/** Offices of the deployment, with commas. */
export const officeNames = z
  .string()
  .transform((text) => text.split(',').map((office) => office.trim()))
  .pipe(z.array(officeName).min(1));

/** A variable that is set to nothing is as if it were not set. */
export function orUnset<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((text) => (text === '' ? undefined : text), schema);
}

/** Work as of this day instead of today: for samples and what-ifs. */
export const asOfDay = orUnset(calendarDate.optional());

/**
 * @param functionName as an operator knows it
 * @throws {OperatorError} naming the variables at fault
 */
export function parseEnvironment<T>(
  functionName: string,
  environment: z.ZodType<T>,
  variables: Record<string, string | undefined>,
): T {
  const parsed = environment.safeParse(variables);
  if (parsed.success) return parsed.data;
  const names = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  const missing = [...names].filter((name) => variables[name] === undefined);
  const wrong = [...names].filter((name) => variables[name] !== undefined);
  const faults = [
    missing.length > 0 ? `missing: ${missing.join(', ')}` : '',
    wrong.length > 0 ? `not usable: ${wrong.join(', ')}` : '',
  ];
  throw new OperatorError(`environment of ${functionName}: ${faults.filter(Boolean).join('; ')}`);
}
