/** The environment of seal, parsed once; what is missing or wrong is named, its value never. */
import * as z from 'zod';
import { parseEnvironment } from '../environment.ts';

const environment = z.object({
  CASE_TABLE_NAME: z.string().min(1),
  /** Bucket with Object Lock and a default retention. */
  ARCHIVE_BUCKET_NAME: z.string().min(1),
  /** ARN of the asymmetric key (ECC_NIST_P384, SIGN_VERIFY) that signs seals and nothing else. */
  SEAL_KEY_ID: z.string().min(1),
});

export type Env = z.infer<typeof environment>;

/** @throws {OperatorError} naming the variables at fault */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  return parseEnvironment('seal', environment, variables);
}
