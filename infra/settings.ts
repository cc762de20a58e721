/** What may be set at synth, as CDK context (`-c name=value` or `cdk.json`), parsed once and refused by name. */
import * as z from 'zod';
import { calendarDate } from '../events/dates.ts';
import { DEFAULT_CLAIM_NAMES } from '../functions/review-api/viewer-of.ts';
import { issuerUrl, oauthScope, signInOrigin } from '../functions/review-page/env.ts';
import { findInstrument, instruments } from '../shared/policy/instruments.ts';

/** The most partitions that a list of an office's queue would have to read side by side. */
const MAX_QUEUE_SHARDS = 64;
/** A claim is for working on a case, not for keeping it. */
const MAX_LEASE_MINUTES = 8 * 60;

/** The command line hands every value over as text. */
const wholeNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
]);
const list = z.union([z.array(z.string()), z.string().transform((text) => text.split(','))]);
/** A claim may be named by a URI. */
const claimName = z.string().regex(/^[\w:./-]{1,200}$/);
const CLAIM_NAME = 'the name of a claim in the token';

const settings = z.object({
  /** Region of the stacks; a table with its own key needs it at synth. */
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
  /** Id of the enforcement instrument that cases are classified against. */
  instrument: z.string().refine((id) => findInstrument(id) !== undefined),
  /** Another one to try on live traffic: its answers are counted, and change nothing. */
  shadowInstrument: z
    .string()
    .refine((id) => findInstrument(id) !== undefined)
    .optional(),
  /** Classify and show cases as of this day instead of today: for samples and what-ifs, never for a live docket. */
  asOf: calendarDate.optional(),
  /** Partitions of each office's review queue. */
  queueShards: wholeNumber.pipe(z.int().min(1).max(MAX_QUEUE_SHARDS)),
  /** OpenID Connect issuer that reviewers sign in at. */
  issuer: issuerUrl,
  /** The page's client id at the issuer; tokens are made out to it, or to `audience` where that is set. */
  clientId: z.string().min(1).max(200),
  audience: z.string().min(1).max(500).optional(),
  /** What the page asks the issuer for. */
  scope: oauthScope,
  /** Origins beside the issuer's that signing in needs, where its endpoints are elsewhere. */
  signInOrigins: list.pipe(z.array(signInOrigin)).default([]),
  /** Field locations whose queues this deployment has. */
  offices: list.pipe(z.array(z.string().regex(/^[A-Z0-9]{2,8}$/)).min(1)),
  /** Claims of the token that say who a reviewer is to the program. */
  roleClaim: claimName.default(DEFAULT_CLAIM_NAMES.role),
  officesClaim: claimName.default(DEFAULT_CLAIM_NAMES.offices),
  protectedClaim: claimName.default(DEFAULT_CLAIM_NAMES.protectedAccess),
  /** How long a reviewer's claim of a flag lasts when it is not renewed. */
  leaseMinutes: wholeNumber.pipe(z.int().min(1).max(MAX_LEASE_MINUTES)),
  /** The banner for every screen and every sheet of paper; the function's own where it is not set. */
  handlingBanner: z.string().min(1).max(200).optional(),
});

export type Settings = Readonly<z.infer<typeof settings>>;

const expected: Readonly<Record<keyof Settings, string>> = {
  region: 'an AWS region such as us-gov-west-1',
  instrument: `an instrument the program knows: ${instruments.map(({ id }) => id).join(', ')}`,
  shadowInstrument: 'another instrument the program knows',
  asOf: 'a day as YYYY-MM-DD',
  queueShards: `a whole number from 1 to ${MAX_QUEUE_SHARDS}`,
  issuer: 'the https address of an OpenID Connect issuer',
  clientId: 'the client id that the issuer knows the page by',
  audience: 'the audience that tokens for the API are made out to',
  scope: 'OAuth scopes with a space between them, openid first',
  signInOrigins: 'https origins with commas between them',
  offices: 'office codes of 2 to 8 capital letters or digits with commas between them',
  roleClaim: CLAIM_NAME,
  officesClaim: CLAIM_NAME,
  protectedClaim: CLAIM_NAME,
  leaseMinutes: `a whole number of minutes from 1 to ${MAX_LEASE_MINUTES}`,
  handlingBanner: 'a line of text of at most 200 characters',
};

/** Thrown with every setting at fault in one line. */
export class SettingsError extends Error {}

export function readSettings(context: (name: string) => unknown): Settings {
  const names = settings.keyof().options;
  const parsed = settings.safeParse(Object.fromEntries(names.map((name) => [name, context(name) ?? undefined])));
  if (parsed.success) return parsed.data;
  const wrong = names.filter((name) => parsed.error.issues.some(({ path }) => path[0] === name));
  throw new SettingsError(wrong.map((name) => `context "${name}" must be ${expected[name]}`).join('; '));
}
