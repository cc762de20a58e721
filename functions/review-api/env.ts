/** The environment of review-api, parsed once; what is missing or wrong is named, its value never. */
import * as z from 'zod';
import { asOfDay, officeNames, orUnset, parseEnvironment, queueShards } from '../environment.ts';
import { DEFAULT_CLAIM_NAMES } from './viewer-of.ts';

/** Of the categories of controlled unclassified information, the one that an enforcement docket falls under. */
const HANDLING_BANNER = 'CONTROLLED UNCLASSIFIED INFORMATION - LAW ENFORCEMENT SENSITIVE';
const CLAIM_LEASE_MINUTES = '30';

const claimName = (name: string) => orUnset(z.string().min(1).default(name));

const environment = z.object({
  CASE_TABLE_NAME: z.string().min(1),
  /** Secrets Manager name or ARN of the secret under which case ids are hashed. */
  CASE_KEY_SECRET_ID: z.string().min(1),
  INSTRUMENT_ID: z.string().min(1),
  QUEUE_SHARDS: queueShards,
  AS_OF: asOfDay,
  /** Queue of docket updates, which people's findings go through like any other. */
  UPDATES_QUEUE_URL: z.url(),
  /** In the order in which the page lists them. */
  OFFICES: officeNames,
  /** How long a claim lasts, from a minute to a day. */
  CLAIM_LEASE_MINUTES: orUnset(
    z
      .string()
      .regex(/^[1-9]\d{0,3}$/)
      .default(CLAIM_LEASE_MINUTES)
      .transform(Number)
      .pipe(z.int().max(1440)),
  ),
  ROLE_CLAIM: claimName(DEFAULT_CLAIM_NAMES.role),
  OFFICES_CLAIM: claimName(DEFAULT_CLAIM_NAMES.offices),
  PROTECTED_CLAIM: claimName(DEFAULT_CLAIM_NAMES.protectedAccess),
  HANDLING_BANNER: orUnset(z.string().max(200).default(HANDLING_BANNER)),
});

export type Env = z.infer<typeof environment>;

/** @throws {OperatorError} naming the variables at fault */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  return parseEnvironment('review-api', environment, variables);
}
