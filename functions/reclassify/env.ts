/** The environment of reclassify, parsed once; what is missing or wrong is named, its value never. */
import * as z from 'zod';
import { asOfDay, parseEnvironment, queueShards } from '../environment.ts';

const environment = z.object({
  CASE_TABLE_NAME: z.string().min(1),
  INSTRUMENT_ID: z.string().min(1),
  QUEUE_SHARDS: queueShards,
  AS_OF: asOfDay,
});

export type Env = z.infer<typeof environment>;

/** @throws {OperatorError} naming the variables at fault */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  return parseEnvironment('reclassify', environment, variables);
}
