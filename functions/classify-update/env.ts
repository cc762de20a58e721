/** The environment of classify-update, parsed once; what is missing or wrong is named, its value never. */
import * as z from 'zod';
import { asOfDay, orUnset, parseEnvironment, queueShards } from '../environment.ts';

const environment = z.object({
  CASE_TABLE_NAME: z.string().min(1),
  QUARANTINE_TABLE_NAME: z.string().min(1),
  /** Secrets Manager name or ARN of the secret under which case ids are hashed. */
  CASE_KEY_SECRET_ID: z.string().min(1),
  INSTRUMENT_ID: z.string().min(1),
  /** Instrument to try beside it on live traffic; its answers are counted and never kept. */
  SHADOW_INSTRUMENT_ID: orUnset(z.string().optional()),
  QUEUE_SHARDS: queueShards,
  AS_OF: asOfDay,
});

export type Env = z.infer<typeof environment>;

/** @throws {OperatorError} naming the variables at fault */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  return parseEnvironment('classify-update', environment, variables);
}
