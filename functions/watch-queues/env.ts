/** The environment of watch-queues, parsed once; what is missing or wrong is named, its value never. */
import * as z from 'zod';
import { officeNames, orUnset, parseEnvironment, queueShards } from '../environment.ts';
import { isTimeZone } from './working-hours.ts';

const environment = z.object({
  CASE_TABLE_NAME: z.string().min(1),
  QUEUE_SHARDS: queueShards,
  OFFICES: officeNames,
  /** Hours from Monday to Friday, federal holidays aside, in which docket systems are expected to send. */
  WORKING_HOURS: orUnset(
    z
      .string()
      .regex(/^\d{1,2}-\d{1,2}$/)
      .default('8-18')
      .transform((text) => {
        const [from = 0, until = 0] = text.split('-').map(Number);
        return { from, until };
      })
      .pipe(z.object({ from: z.int().max(23), until: z.int().max(24) }))
      .refine(({ from, until }) => from < until),
  ),
  WORKING_TIME_ZONE: orUnset(z.string().refine(isTimeZone).default('America/New_York')),
});

export type Env = z.infer<typeof environment>;

/** @throws {OperatorError} naming the variables at fault */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  return parseEnvironment('watch-queues', environment, variables);
}
