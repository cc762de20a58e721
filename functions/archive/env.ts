/** The environment of archive, parsed once; what is missing or wrong is named, its value never. */
import * as z from 'zod';
import { parseEnvironment } from '../environment.ts';

const environment = z.object({
  /** Bucket with Object Lock and a default retention. */
  ARCHIVE_BUCKET_NAME: z.string().min(1),
});

export type Env = z.infer<typeof environment>;

/** @throws {OperatorError} naming the variables at fault */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  return parseEnvironment('archive', environment, variables);
}
