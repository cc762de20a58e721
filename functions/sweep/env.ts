/** The environment of sweep, parsed once; what is missing or wrong is named, its value never. */
import * as z from 'zod';
import { parseEnvironment, queueShards } from '../environment.ts';

const environment = z.object({
  CASE_TABLE_NAME: z.string().min(1),
  /** Name or ARN of the bus that flag events go to. */
  EVENT_BUS_NAME: z.string().min(1),
  /** Queue of cases to be drawn again. */
  RECLASSIFY_QUEUE_URL: z.url(),
  QUEUE_SHARDS: queueShards,
});

export type Env = z.infer<typeof environment>;

/** @throws {OperatorError} naming the variables at fault */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  return parseEnvironment('sweep', environment, variables);
}
